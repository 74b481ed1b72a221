package io.throughline.app.jira;

import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import java.util.List;

/**
 * One objective that the issue serves.
 *
 * @param lead {@code This epic serves}
 * @param key of the objective
 * @param place key and theme: {@code OBJ-6, Travel without friction}
 * @param path how the issue gets there, the issue first; empty when it is linked itself
 * @param facts what else there is to know
 * @param unlink id of the link that the reader may take away here, empty for none
 * @param unlinkAction text of that button
 */
public record ServedObjective(
        String lead,
        String key,
        String name,
        String url,
        String place,
        SignalView signal,
        OutcomeView outcome,
        DeliveryView delivery,
        List<PathStep> path,
        List<PanelFact> facts,
        String unlink,
        String unlinkAction) {}
