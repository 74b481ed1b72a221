package io.throughline.app.confluence.pulse;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** One reader's answer about one page. */
@Preload
@Table("PULSE")
public interface PulseRow extends Entity {
    /** Page and user in one, unique: two nodes cannot both keep a first answer. */
    @NotNull
    @Unique
    String getAnswerKey();

    void setAnswerKey(String value);

    @Indexed
    Long getPageId();

    void setPageId(Long value);

    String getUserKey();

    void setUserKey(String value);

    /** 1 to 5, null when the reader only said that they have read it. */
    @Nullable
    Integer getClearness();

    void setClearness(@Nullable Integer value);

    /** QUESTION or IDEA. */
    String getWordsKind();

    void setWordsKind(String value);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getWords();

    void setWords(@Nullable String value);

    /** Whether the words may be shown with the name. */
    Boolean getNamed();

    void setNamed(Boolean value);

    Long getAnsweredMillis();

    void setAnsweredMillis(Long value);

    /** Where the issue is that an idea became. */
    @Nullable
    @StringLength(450)
    String getIssueUrl();

    void setIssueUrl(@Nullable String value);
}
