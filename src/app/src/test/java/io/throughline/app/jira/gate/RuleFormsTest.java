package io.throughline.app.jira.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.live.SmallStrategy;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators see of a rule, rendered as Jira renders it: escaped, and with listed calls only. */
class RuleFormsTest {
    private final SmallStrategy strategy = new SmallStrategy();
    private final StrictTemplates templates = new StrictTemplates();

    private GateFactory factory(Locale locale) {
        return new GateFactory(strategy.store, TestLanguage.languages(locale));
    }

    private String form(GateRule rule) {
        Map<String, Object> params = new HashMap<>();
        factory(Locale.UK).form(params, rule);
        return templates.html("/templates/jira/gate-form.vm", params);
    }

    private String view(GateRule rule, Locale locale) {
        Map<String, Object> params = new HashMap<>();
        factory(locale).view(params, rule);
        return templates.html("/templates/jira/gate-view.vm", params).strip().replaceAll("\\s+", " ");
    }

    @Test
    void theFormOffersThePlansInForceAndKeepsWhatWasChosen() {
        String fresh = form(GateRule.of(Map.of()));
        assertThat(fresh).contains("value=\"PLAN-1\"", "Strategy 2026").doesNotContain("value=\"PLAN-1\" checked");
        assertThat(fresh).contains("value=\"INHERITED\" checked");

        String again = form(new GateRule(List.of("PLAN-1"), true, Set.of("bug"), "<b>Ask</b>"));
        assertThat(again)
                .contains(
                        "value=\"PLAN-1\" checked",
                        "value=\"DIRECT\" checked",
                        "value=\"bug\"",
                        "&lt;b&gt;Ask&lt;/b&gt;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | false | en | Serves an objective of: any plan in force.",
                "PLAN-1 | true | en | Linked itself to an objective of: Strategy 2026.",
                "PLAN-1 | false | de | Dient einem Ziel aus: Strategy 2026."
            })
    void theViewSaysWhatARuleAsks(String plans, boolean direct, String language, String said) {
        List<String> asked = plans.isEmpty() ? List.of() : List.of(plans);

        assertThat(view(new GateRule(asked, direct, Set.of(), ""), Locale.forLanguageTag(language)))
                .isEqualTo(said);
    }

    @Test
    void theViewWarnsOfARuleThatStopsNothing() {
        strategy.closePlan();

        assertThat(view(new GateRule(List.of("PLAN-1"), false, Set.of("bug"), "Ask"), Locale.UK))
                .contains(
                        "Passes: bug.",
                        "Says: \u201cAsk\u201d",
                        "<strong>Stops nothing: Strategy 2026 is not in force.");
    }
}
