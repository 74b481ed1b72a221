package io.throughline.app.jira.gate;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Plan;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** What a gate says. Who may not view the strategy reads no name of a plan, only whom to ask. */
@JiraComponent
public class GateWords {
    private final Gate gate;
    private final Access access;
    private final Languages languages;

    @Inject
    public GateWords(Gate gate, Access access, Languages languages) {
        this.gate = gate;
        this.access = access;
        this.languages = languages;
    }

    /** That nobody can tell yet. */
    String indexing() {
        return languages.ofReader().text("throughline.gate.indexing");
    }

    /** What to do, to whoever is stopped: the administrator's own words if there are any. */
    String stopped(Subject subject, GateRule rule) {
        if (!rule.message().isEmpty()) {
            return rule.message();
        }
        Language language = languages.ofReader();
        if (access.reader().filter(Caller::mayView).isEmpty()) {
            return language.text("throughline.gate.stopped.outsider", subject.type());
        }
        return language.text(key(subject, rule), subject.type(), plans(rule));
    }

    /** A new issue cannot be linked before it is there, so another thing has to be done about it. */
    private static String key(Subject subject, GateRule rule) {
        if (subject.isUnborn()) {
            return rule.direct() ? "throughline.gate.stopped.unborn.direct" : "throughline.gate.stopped.unborn";
        }
        return rule.direct() ? "throughline.gate.stopped.direct" : "throughline.gate.stopped";
    }

    private String plans(GateRule rule) {
        return gate.asked(rule).stream().map(Plan::name).collect(Collectors.joining(", "));
    }
}
