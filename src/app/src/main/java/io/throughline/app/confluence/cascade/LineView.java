package io.throughline.app.confluence.cascade;

import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.PersonView;
import io.throughline.app.web.SignalView;
import org.jspecify.annotations.Nullable;

/**
 * One row of a cascade: a theme, an objective, a KPI or a link to work.
 *
 * @param kind style class of the row and of its icon
 * @param what the kind in words
 * @param depth below the plan, from 0
 * @param pad the depth as an indent for paper, in points
 * @param note what stands small behind the name: the key of work
 * @param url empty for nowhere
 * @param measured actual of a KPI, with its target
 * @param sizes size of the work behind a link: {@code 12 of 30 pts}
 * @param badge stale, unattested; empty for neither
 */
public record LineView(
        String kind,
        String what,
        int depth,
        int pad,
        String name,
        String note,
        String url,
        @Nullable PersonView owner,
        @Nullable OutcomeView outcome,
        @Nullable DeliveryView delivery,
        @Nullable SignalView signal,
        String measured,
        String target,
        String sizes,
        String badge,
        String badgeTone) {}
