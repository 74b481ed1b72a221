package io.throughline.app.confluence.scorecard;

import java.util.List;

/**
 * Which columns a scorecard has beside the names; what an objective or KPI is called is always there.
 *
 * @param outcome health, bar or trend, and number
 * @param span all columns of the table on paper
 */
public record ColumnsView(boolean owner, boolean outcome, boolean actual, boolean delivery, boolean signal, int span) {
    /** What a page may ask for, in the order in which they stand. */
    static final String[] ALL = {"owner", "outcome", "actual", "delivery", "signal"};

    static ColumnsView of(List<String> chosen) {
        return new ColumnsView(
                chosen.contains("owner"),
                chosen.contains("outcome"),
                chosen.contains("actual"),
                chosen.contains("delivery"),
                chosen.contains("signal"),
                1 + chosen.size());
    }
}
