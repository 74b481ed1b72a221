package io.throughline.app.confluence.node;

import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.PersonView;
import io.throughline.app.web.SignalView;
import org.jspecify.annotations.Nullable;

/**
 * A plan, theme or objective.
 *
 * @param url in Jira, empty where it has no page of its own
 * @param owner null for nobody
 * @param delivery null while Jira is being read, and before the first snapshot
 * @param signal null likewise; with its reason
 */
public record NodeView(
        String key,
        String name,
        String url,
        @Nullable PersonView owner,
        OutcomeView outcome,
        @Nullable DeliveryView delivery,
        @Nullable SignalView signal,
        String signalKind,
        Bars bars) {

    /** All that is known about it, for those who hear it. */
    public String spoken() {
        StringBuilder spoken =
                new StringBuilder(name).append(" (").append(key).append("). ").append(outcome.spoken());
        if (delivery != null) {
            spoken.append(' ').append(delivery.spoken());
        }
        if (signal != null) {
            spoken.append(' ').append(signal.word()).append('.');
        }
        return spoken.toString();
    }
}
