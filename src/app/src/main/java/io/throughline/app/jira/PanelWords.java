package io.throughline.app.jira;

import io.throughline.app.web.Language;
import java.util.List;
import java.util.Map;

/** The fixed words of the issue panel's template, by key. */
final class PanelWords {
    private static final List<String> KEYS =
            List.of("throughline.panel.tryAgain", "throughline.panel.exemptIt", "throughline.panel.unexempt");

    private PanelWords() {}

    /** None for what most issue pages show: its words come with its cards. */
    static Map<String, String> of(IssuePanelView panel, Language language) {
        return panel.state().equals("SERVES") ? Map.of() : language.texts(KEYS);
    }
}
