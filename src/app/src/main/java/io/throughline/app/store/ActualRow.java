package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** One value of a KPI for one period. */
@Preload
@Table("ACTUAL")
public interface ActualRow extends NumberedRow {
    @Indexed
    String getKpiKey();

    void setKpiKey(String value);

    String getPeriodEnd();

    void setPeriodEnd(String value);

    Double getMeasured();

    void setMeasured(Double value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getNote();

    void setNote(@Nullable String value);

    @Nullable
    String getEnteredBy();

    void setEnteredBy(@Nullable String value);

    Long getEnteredMillis();

    void setEnteredMillis(Long value);

    @Nullable
    String getAttestedBy();

    void setAttestedBy(@Nullable String value);

    @Nullable
    Long getAttestedMillis();

    void setAttestedMillis(@Nullable Long value);

    @StringLength(StringLength.UNLIMITED)
    @Nullable
    String getStatement();

    void setStatement(@Nullable String value);

    @Nullable
    String getAttestedFor();

    void setAttestedFor(@Nullable String value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
