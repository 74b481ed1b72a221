package io.throughline.app.jira.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule survives its way through a form and a workflow's definition. */
class GateRuleTest {
    private static final GateRule ANY = new GateRule(List.of(), false, Set.of(), "");

    @Test
    void aRuleReadsBackAsItWasKept() {
        GateRule rule =
                new GateRule(List.of("PLAN-1", "PLAN-2"), true, Set.of("bug", "support request"), "Ask Petra, please.");

        assertThat(GateRule.of(rule.args())).isEqualTo(rule);
        assertThat(GateRule.of(ANY.args())).isEqualTo(ANY);
    }

    @Test
    void whatIsMissingOrUnknownInADefinitionHasItsUsualValue() {
        assertThat(GateRule.of(Map.of())).isEqualTo(ANY);
        assertThat(GateRule.of(Map.of("reach", "SIDEWAYS", "other", "x"))).isEqualTo(ANY);
    }

    @Test
    void aFormSendsPlansOneByOneAndTypesAsText() {
        GateRule rule = GateRule.ofForm(Map.of(
                "plans", new String[] {"PLAN-1", "plan-2"},
                "reach", new String[] {"DIRECT"},
                "exemptTypes", new String[] {" Bug, ,Support "},
                "message", new String[] {" Link it, then go on. "}));

        assertThat(rule)
                .isEqualTo(new GateRule(
                        List.of("PLAN-1", "PLAN-2"), true, Set.of("bug", "support"), "Link it, then go on."));
        assertThat(GateRule.ofForm(Map.of()))
                .as("nothing ticked, nothing typed")
                .isEqualTo(ANY);
    }
}
