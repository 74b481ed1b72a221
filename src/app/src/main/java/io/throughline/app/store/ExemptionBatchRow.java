package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** Exemptions that were made in one go. */
@Preload
@Table("EXEMPTION_BATCH")
public interface ExemptionBatchRow extends NumberedRow {
    @StringLength(StringLength.UNLIMITED)
    String getDocument();

    void setDocument(String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
