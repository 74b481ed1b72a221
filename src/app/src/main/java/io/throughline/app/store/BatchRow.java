package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** Links that were made in one go. */
@Preload
@Table("LINK_BATCH")
public interface BatchRow extends NumberedRow {
    @StringLength(StringLength.UNLIMITED)
    String getDocument();

    void setDocument(String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
