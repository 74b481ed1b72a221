package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** A work link; ids rise, so the lower of two is the older link. */
@Preload
@Table("LINK")
public interface LinkRow extends NumberedRow {
    String getObjectiveKey();

    void setObjectiveKey(String value);

    String getTargetKind();

    void setTargetKind(String value);

    @StringLength(StringLength.UNLIMITED)
    String getTargetRef();

    void setTargetRef(String value);

    @Nullable
    Long getTargetId();

    void setTargetId(@Nullable Long value);

    @Nullable
    Double getWeight();

    void setWeight(@Nullable Double value);

    Long getCreatedMillis();

    void setCreatedMillis(Long value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
