package io.throughline.app.jira;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import java.util.List;

/**
 * One objective that the issue serves.
 *
 * @param key of the objective
 * @param card HTML, as {@link PanelCards} writes it
 * @param path how the issue gets there, the issue first; empty when it is linked itself
 */
public record ServedObjective(String key, @HtmlSafe String card, List<PathStep> path) {}
