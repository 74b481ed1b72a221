package io.throughline.app.confluence.act;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** One form that was sent, so that sending it again makes no second issue. */
@Preload
@Table("PAGE_WORK")
public interface PageWorkRow extends Entity {
    /** Of user and form, unique: two nodes cannot both be first. */
    @NotNull
    @Unique
    String getFingerprint();

    void setFingerprint(String value);

    Long getClaimedMillis();

    void setClaimedMillis(Long value);

    /** Null while nobody knows whether there is one. */
    @Nullable
    String getIssueKey();

    void setIssueKey(@Nullable String value);
}
