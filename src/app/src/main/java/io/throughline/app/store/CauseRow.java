package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.Table;

/** An arrow of the strategy map. */
@Preload
@Table("CAUSE")
public interface CauseRow extends NumberedRow {
    String getCauseKey();

    void setCauseKey(String value);

    String getEffectKey();

    void setEffectKey(String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
