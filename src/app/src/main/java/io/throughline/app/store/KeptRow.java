package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** What an achieved objective keeps from its day; the id is the objective's number. */
@Preload
@Table("KEPT")
public interface KeptRow extends NumberedRow {
    @StringLength(StringLength.UNLIMITED)
    String getDocument();

    void setDocument(String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
