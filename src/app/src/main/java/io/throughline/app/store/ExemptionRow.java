package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** Work that needs no objective. */
@Preload
@Table("EXEMPTION")
public interface ExemptionRow extends NumberedRow {
    String getMatchKind();

    void setMatchKind(String value);

    @StringLength(StringLength.UNLIMITED)
    String getMatchRef();

    void setMatchRef(String value);

    @Nullable
    Long getTargetId();

    void setTargetId(@Nullable Long value);

    @StringLength(StringLength.UNLIMITED)
    String getReason();

    void setReason(String value);

    String getAuthorKey();

    void setAuthorKey(String value);

    Long getCreatedMillis();

    void setCreatedMillis(Long value);

    /** ISO; null for no end. */
    @Nullable
    String getExpiresOn();

    void setExpiresOn(@Nullable String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
