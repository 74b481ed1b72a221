package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** A KPI; its key is KPI and the id. */
@Preload
@Table("KPI")
public interface KpiRow extends NumberedRow {
    @Nullable
    String getObjectiveKey();

    void setObjectiveKey(@Nullable String value);

    String getName();

    void setName(String value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getDescription();

    void setDescription(@Nullable String value);

    @Nullable
    String getUnitKind();

    void setUnitKind(@Nullable String value);

    @Nullable
    String getUnitSymbol();

    void setUnitSymbol(@Nullable String value);

    String getDirection();

    void setDirection(String value);

    @Nullable
    Double getBaselineValue();

    void setBaselineValue(@Nullable Double value);

    @Nullable
    String getBaselineOn();

    void setBaselineOn(@Nullable String value);

    @Nullable
    Double getTargetValue();

    void setTargetValue(@Nullable Double value);

    @Nullable
    String getTargetOn();

    void setTargetOn(@Nullable String value);

    @StringLength(StringLength.UNLIMITED)
    String getMilestonesJson();

    void setMilestonesJson(String value);

    @Nullable
    Double getBandLow();

    void setBandLow(@Nullable Double value);

    @Nullable
    Double getBandHigh();

    void setBandHigh(@Nullable Double value);

    @Nullable
    Double getBandTolerance();

    void setBandTolerance(@Nullable Double value);

    String getFrequency();

    void setFrequency(String value);

    Double getWeight();

    void setWeight(Double value);

    Boolean getCritical();

    void setCritical(Boolean value);

    String getIndicator();

    void setIndicator(String value);

    @Nullable
    String getOwnerKey();

    void setOwnerKey(@Nullable String value);

    String getAttestation();

    void setAttestation(String value);

    @StringLength(StringLength.UNLIMITED)
    String getSourceJson();

    void setSourceJson(String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
