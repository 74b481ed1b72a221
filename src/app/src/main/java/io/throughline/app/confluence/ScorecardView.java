package io.throughline.app.confluence;

import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.PersonView;
import io.throughline.app.web.SignalView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard, ready to print: every text in the reader's language, every number formatted. The template only places
 * them.
 *
 * @param name of the plan
 * @param url of the plan in Jira
 * @param subtitle {@code Scorecard by theme}
 * @param outcome of the plan
 * @param delivery of the plan, null while Jira is being read
 * @param counts objectives by signal, those with none left out
 * @param blocks rows that belong together and are never parted on paper
 * @param empty what to say instead of rows, empty when there are some
 * @param indexing what to say while Jira is being read, else empty
 * @param asOf {@code As of 15 Mar 2027, 08:42 UTC}
 * @param source which Jira, which plan, which version
 * @param notes what else is counted in: stale, unattested, hidden
 */
public record ScorecardView(
        String key,
        String name,
        String url,
        String subtitle,
        OutcomeView outcome,
        @Nullable DeliveryView delivery,
        List<Count> counts,
        List<Block> blocks,
        String empty,
        String indexing,
        String asOf,
        String source,
        List<String> notes) {

    /** How many objectives have a signal. */
    public record Count(String number, SignalView signal) {}

    /** A theme's row, or an objective's with those of its KPIs. */
    public record Block(String css, List<Line> lines) {}

    /**
     * A row.
     *
     * @param css style class by kind
     * @param scope what the name heads: rowgroup for a theme, row for others
     * @param url in Jira, empty for none
     * @param indent style class of the depth, empty for none
     * @param owner null without one
     * @param badge {@code Unattested}, empty for none
     * @param outcome without data where none was measured
     * @param measured the actual of a KPI, empty for others
     * @param target of a KPI, empty for others
     * @param delivery null where there is none to show
     * @param signal null where there is none to show
     * @param rows over how many rows the signal reaches; 0 where the row above has it
     */
    public record Line(
            String css,
            String scope,
            String name,
            String url,
            String indent,
            @Nullable PersonView owner,
            String badge,
            OutcomeView outcome,
            String measured,
            String target,
            @Nullable DeliveryView delivery,
            @Nullable SignalView signal,
            int rows) {}
}
