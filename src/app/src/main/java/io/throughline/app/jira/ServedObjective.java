package io.throughline.app.jira;

import io.throughline.app.web.Html;
import java.util.List;

/**
 * One objective that the issue serves.
 *
 * @param key of the objective
 * @param lead how the issue serves it: {@code This epic serves}
 * @param card as {@link PanelCards} has it
 * @param path how the issue gets there, the issue first; empty when it is linked itself
 */
public record ServedObjective(String key, String lead, Html card, List<PathStep> path) {}
