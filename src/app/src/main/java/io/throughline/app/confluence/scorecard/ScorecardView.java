package io.throughline.app.confluence.scorecard;

import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
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
 * @param columns those that the page asks for
 * @param counts objectives by signal, those with none left out
 * @param blocks rows that belong together and are never parted on paper
 * @param empty what to say instead of rows, empty when there are some
 * @param indexing what to say while Jira is being read, else empty
 */
public record ScorecardView(
        String key,
        String name,
        String url,
        String subtitle,
        ColumnsView columns,
        OutcomeView outcome,
        @Nullable DeliveryView delivery,
        List<SignalCount> counts,
        List<ScorecardBlock> blocks,
        String empty,
        String indexing) {}
