package io.throughline.app.jira;

import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import java.util.List;

/**
 * One objective that the issue serves, ready to be written.
 *
 * @param key of the objective
 * @param place key and theme: {@code OBJ-6, Travel without friction}
 * @param facts what else there is to know of a link to the issue itself
 * @param unlink id of the link that the reader may take away here, empty for none
 * @param unlinkAction text of that button
 */
public record PanelCard(
        String key,
        String name,
        String url,
        String place,
        SignalView signal,
        OutcomeView outcome,
        DeliveryView delivery,
        List<PanelFact> facts,
        String unlink,
        String unlinkAction) {}
