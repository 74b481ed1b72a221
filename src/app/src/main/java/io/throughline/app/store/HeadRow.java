package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** The end of the change log, kept apart from it, and the last number given to each kind of object; one row. */
@Preload
@Table("HEAD")
public interface HeadRow extends NumberedRow {
    Long getLastSequence();

    void setLastSequence(Long value);

    @Nullable
    String getLastHash();

    void setLastHash(@Nullable String value);

    Long getLastMillis();

    void setLastMillis(Long value);

    Long getLastPlan();

    void setLastPlan(Long value);

    Long getLastTheme();

    void setLastTheme(Long value);

    Long getLastObjective();

    void setLastObjective(Long value);

    Long getLastKpi();

    void setLastKpi(Long value);

    Long getLastActual();

    void setLastActual(Long value);

    Long getLastLink();

    void setLastLink(Long value);

    Long getLastContribution();

    void setLastContribution(Long value);

    Long getLastCause();

    void setLastCause(Long value);

    /** Null in a row that was written before batches were counted. */
    @Nullable
    Long getLastBatch();

    void setLastBatch(@Nullable Long value);

    /** Null in a row that was written before delegations were counted. */
    @Nullable
    Long getLastDelegation();

    void setLastDelegation(@Nullable Long value);

    /** Null in a row that was written before exemptions were counted. */
    @Nullable
    Long getLastExemption();

    void setLastExemption(@Nullable Long value);

    @Nullable
    Long getLastExemptionBatch();

    void setLastExemptionBatch(@Nullable Long value);
}
