package io.throughline.app.jira;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import java.util.List;

/**
 * One objective that the issue serves.
 *
 * @param lead {@code This epic serves}
 * @param key of the objective
 * @param place key and theme: {@code OBJ-6, Travel without friction}
 * @param marks HTML: signal, outcome and delivery, as {@link PanelMarks} writes them
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
        @HtmlSafe String marks,
        List<PathStep> path,
        List<PanelFact> facts,
        String unlink,
        String unlinkAction) {}
