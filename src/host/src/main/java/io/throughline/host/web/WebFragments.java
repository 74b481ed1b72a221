package io.throughline.host.web;

import java.util.List;
import java.util.Map;

/**
 * The web items, sections and panels plugins put into a page, by location, already filtered by their conditions and ordered by
 * weight. The context is the product's: Jira gives {@code user, username, helper, location, i18n} and on the issue view
 * {@code issue, project}.
 */
public interface WebFragments {

    List<Item> items(String section, Map<String, Object> context);

    List<Section> sections(String location, Map<String, Object> context);

    List<Panel> panels(String location, Map<String, Object> context);

    /** What products add to every fragment's context, e.g. Jira's {@code helper}. */
    void addContext(java.util.function.UnaryOperator<Map<String, Object>> addition);

    /**
     * @param key complete module key
     * @param url relative to the context path, variables like {@code $pathEncodedProjectKey} replaced
     * @param linkId the id of the anchor, may be empty
     * @param tooltip may be empty
     */
    record Item(
            String key,
            String section,
            String label,
            String url,
            String linkId,
            String styleClass,
            String tooltip,
            int weight,
            Map<String, String> params) {}

    record Section(String key, String location, String label, int weight) {}

    /** @param html rendered when the panel was asked for; a panel that throws is left out and logged */
    record Panel(String key, String label, String html, int weight) {}
}
