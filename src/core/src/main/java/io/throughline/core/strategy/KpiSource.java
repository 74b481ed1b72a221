package io.throughline.core.strategy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a KPI's actuals come from. */
public sealed interface KpiSource {
    /** A person enters them. */
    record Manual() implements KpiSource {}

    /**
     * They follow from other KPIs.
     *
     * @param formula over KPI keys, such as {@code KPI-2 / KPI-3}
     */
    record Formula(String formula) implements KpiSource {
        public Formula {
            Checks.key(formula, "formula");
        }
    }

    /**
     * They are counted in Jira.
     *
     * @param field the number field to sum or average; null for COUNT
     * @param runAs key of the user as whom the query runs; null for nobody, and then it is not evaluated
     */
    record Jql(
            String jql,
            Aggregate aggregate,
            @Nullable String field,
            @Nullable String runAs) implements KpiSource {
        public Jql {
            Checks.key(jql, "jql");
            Objects.requireNonNull(aggregate, "aggregate");
            if (aggregate != Aggregate.COUNT && field == null) {
                throw new IllegalArgumentException(aggregate + " needs a field");
            }
        }
    }
}
