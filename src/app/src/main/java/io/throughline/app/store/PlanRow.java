package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** A plan; its key is PLAN and the id. */
@Preload
@Table("PLAN")
public interface PlanRow extends NumberedRow {
    String getName();

    void setName(String value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getVision();

    void setVision(@Nullable String value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getMission();

    void setMission(@Nullable String value);

    String getStartOn();

    void setStartOn(String value);

    String getEndOn();

    void setEndOn(String value);

    String getLifecycle();

    void setLifecycle(String value);

    @Nullable
    String getParentKey();

    void setParentKey(@Nullable String value);

    String getSizeMeasure();

    void setSizeMeasure(String value);

    @Nullable
    Double getDefaultSize();

    void setDefaultSize(@Nullable Double value);

    Double getGoodFrom();

    void setGoodFrom(Double value);

    Double getWarnFrom();

    void setWarnFrom(Double value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getScopeJson();

    void setScopeJson(@Nullable String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
