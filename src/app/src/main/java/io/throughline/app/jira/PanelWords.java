package io.throughline.app.jira;

import io.throughline.app.web.Language;
import java.util.List;
import java.util.Map;

/** The fixed words of the issue panel's template, by key. */
final class PanelWords {
    private static final List<String> KEYS =
            List.of("throughline.panel.tryAgain", "throughline.panel.exemptIt", "throughline.panel.unexempt");

    private PanelWords() {}

    static Map<String, String> in(Language language) {
        return language.texts(KEYS);
    }
}
