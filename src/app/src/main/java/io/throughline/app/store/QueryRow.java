package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** What the query of a JQL link found; the id is the link's. Row 0 holds nothing but the last stamp. */
@Preload
@Table("QUERY_RESULT")
public interface QueryRow extends NumberedRow {
    /** Rises with every change of any row: nodes ask for what is above the last one they saw. */
    @Indexed
    Long getStamp();

    void setStamp(Long value);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getQueryText();

    void setQueryText(@Nullable String value);

    @Nullable
    String getAuthorKey();

    void setAuthorKey(@Nullable String value);

    @Nullable
    Long getEvaluatedMillis();

    void setEvaluatedMillis(@Nullable Long value);

    @Nullable
    Boolean getUnreadable();

    void setUnreadable(@Nullable Boolean value);

    /** Ids, ascending, as differences; see {@code IdList}. */
    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getMembers();

    void setMembers(@Nullable String value);
}
