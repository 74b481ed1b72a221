package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** A theme; its key is TH and the id. */
@Preload
@Table("THEME")
public interface ThemeRow extends NumberedRow {
    String getPlanKey();

    void setPlanKey(String value);

    String getName();

    void setName(String value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getDescription();

    void setDescription(@Nullable String value);

    @Nullable
    String getOwnerKey();

    void setOwnerKey(@Nullable String value);

    Double getWeight();

    void setWeight(Double value);

    Integer getSortPlace();

    void setSortPlace(Integer value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
