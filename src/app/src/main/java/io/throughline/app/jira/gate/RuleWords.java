package io.throughline.app.jira.gate;

import io.throughline.app.web.Language;
import java.util.List;
import java.util.Map;

/** The fixed words of the rules' templates, by key. */
final class RuleWords {
    private static final List<String> KEYS = List.of(
            "throughline.gate.plans",
            "throughline.gate.plans.hint",
            "throughline.gate.reach",
            "throughline.gate.reach.direct",
            "throughline.gate.reach.inherited",
            "throughline.gate.types",
            "throughline.gate.types.hint",
            "throughline.gate.message",
            "throughline.gate.message.hint",
            "throughline.gate.exempt",
            "throughline.gate.objective",
            "throughline.gate.objective.hint");

    private RuleWords() {}

    static Map<String, String> in(Language language) {
        return language.texts(KEYS);
    }
}
