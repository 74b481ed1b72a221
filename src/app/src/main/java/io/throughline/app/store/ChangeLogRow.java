package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** A row of the change log; its id is its sequence, so two writers can never append the same one. */
@Preload
@Table("CHANGE_LOG")
public interface ChangeLogRow extends NumberedRow {
    Long getAtMillis();

    void setAtMillis(Long value);

    String getActorKey();

    void setActorKey(String value);

    @Indexed
    String getObjectRef();

    void setObjectRef(String value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getBeforeJson();

    void setBeforeJson(@Nullable String value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getAfterJson();

    void setAfterJson(@Nullable String value);

    String getPreviousHash();

    void setPreviousHash(String value);

    String getRowHash();

    void setRowHash(String value);
}
