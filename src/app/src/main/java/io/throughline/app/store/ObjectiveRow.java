package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** An objective; its key is OBJ and the id. */
@Preload
@Table("OBJECTIVE")
public interface ObjectiveRow extends NumberedRow {
    @Nullable
    String getThemeKey();

    void setThemeKey(@Nullable String value);

    @Nullable
    String getParentKey();

    void setParentKey(@Nullable String value);

    String getName();

    void setName(String value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getDescription();

    void setDescription(@Nullable String value);

    @Nullable
    String getOwnerKey();

    void setOwnerKey(@Nullable String value);

    String getPerspective();

    void setPerspective(String value);

    Double getWeight();

    void setWeight(Double value);

    @Nullable
    String getStartOn();

    void setStartOn(@Nullable String value);

    @Nullable
    String getDueOn();

    void setDueOn(@Nullable String value);

    String getLifecycle();

    void setLifecycle(String value);

    Integer getSortPlace();

    void setSortPlace(Integer value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
