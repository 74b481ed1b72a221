package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** What an administrator decided, as one document; one row at most. */
@Preload
@Table("SETTINGS")
public interface SettingsRow extends NumberedRow {
    @StringLength(StringLength.UNLIMITED)
    String getDocument();

    void setDocument(String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
