package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.Table;

/** Somebody standing in for an owner. */
@Preload
@Table("DELEGATION")
public interface DelegationRow extends NumberedRow {
    String getOwnerKey();

    void setOwnerKey(String value);

    String getDelegateKey();

    void setDelegateKey(String value);

    String getFromOn();

    void setFromOn(String value);

    String getUntilOn();

    void setUntilOn(String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
