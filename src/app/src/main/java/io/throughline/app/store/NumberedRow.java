package io.throughline.app.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;

/**
 * A row whose id the write gate gives: the number in the object's key. Not the database's own counter, because keys have
 * to survive an export and an import.
 */
public interface NumberedRow extends RawEntity<Long> {
    @NotNull
    @PrimaryKey("ID")
    Long getID();
}
