package io.throughline.app.confluence.scorecard;

import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.PersonView;
import io.throughline.app.web.SignalView;
import org.jspecify.annotations.Nullable;

/**
 * A row.
 *
 * @param css style class by kind
 * @param scope what the name heads: rowgroup for a theme, row for others
 * @param url in Jira, empty for none
 * @param indent style class of the depth, empty for none
 * @param owner null without one
 * @param badge {@code Stale} or {@code Unattested}, empty for none
 * @param badgeTone style class of the badge
 * @param outcome null where the row has none, such as that of a perspective
 * @param trend of a KPI, null for others and for a KPI with fewer than two values
 * @param measured the actual of a KPI, empty for others
 * @param target of a KPI, empty for others
 * @param delivery null where there is none to show
 * @param signal null where there is none to show
 * @param rows over how many rows the signal reaches; 0 where the row above has it
 */
public record ScorecardLine(
        String css,
        String scope,
        String name,
        String url,
        String indent,
        @Nullable PersonView owner,
        String badge,
        String badgeTone,
        @Nullable OutcomeView outcome,
        @Nullable TrendView trend,
        String measured,
        String target,
        @Nullable DeliveryView delivery,
        @Nullable SignalView signal,
        int rows) {}
