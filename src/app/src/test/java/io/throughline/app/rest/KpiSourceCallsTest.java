package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.rest.App.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** KPIs that are computed or counted. KPI-1 is entered by hand and has 1.5 for June; KPI-2 has nothing. */
class KpiSourceCallsTest {
    private final App app = App.fresh().withSample();

    @BeforeEach
    void anotherKpi() {
        app.post("kpis", kpi("{'kind':'MANUAL'}")).expect(201);
    }

    private static String kpi(String source) {
        return "{'objective':'OBJ-1','name':'KPI','direction':'INCREASE','baseline':{'value':1,'date':'2026-01-01'},"
                + "'target':{'value':2,'date':'2026-12-31'},'source':" + source + "}";
    }

    private static String formula(String formula) {
        return kpi("{'kind':'FORMULA','formula':'" + formula + "'}");
    }

    private String values(String kpi) {
        StringBuilder values = new StringBuilder();
        app.get("kpis/" + kpi + "/actuals")
                .json()
                .get("values")
                .forEach(each -> values.append(each.get("period").textValue())
                        .append(' ')
                        .append(each.get("value"))
                        .append(each.get("enteredBy").isNull() ? "" : " " + each.get("enteredBy"))
                        .append('\n'));
        return values.toString();
    }

    @Test
    void aFormulaFollowsItsInputsAtOnce() {
        app.post("kpis", formula("KPI-1 * 10 + KPI-2")).expect(201);
        assertThat(values("KPI-3")).isEmpty();

        app.post("kpis/KPI-2/actuals", "{'period':'2026-06-30','value':2}").expect(201);
        assertThat(values("KPI-3")).isEqualTo("2026-06-30 17\n");

        app.put("kpis/KPI-1/actuals/2026-06-30", "{'value':3}", 1).expect(200);
        assertThat(values("KPI-3")).isEqualTo("2026-06-30 32\n");
        JsonNode tree = app.get("plans/PLAN-1/tree").json().at("/themes/0/objectives/0/kpis/2");
        assertThat(tree.at("/actual/value").intValue()).isEqualTo(32);
        assertThat(tree.at("/outcome/attainment").intValue()).isEqualTo(31);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "KPI-1 + | ends at character 8",
                "KPI-1 + profit | has \"profit\" at character 9",
                "KPI-1 + KPI-77 | names KPI-77, which does not exist",
                "3 + 4 | names no KPI",
                "min() + KPI-1 | gives the function at character 1 too few or too many values: min",
                "if(KPI-1, 2, 3) | at character 9",
            })
    void aWrongFormulaIsRefusedWithThePlace(String text, String said) {
        Reply reply = app.post("kpis", formula(text)).expect(400);

        assertThat(reply.json().at("/errors/source.formula").textValue()).contains(said);
        // a page points at the same character that the sentence names
        Matcher named = Pattern.compile("at character (\\d+)").matcher(said);
        JsonNode position = reply.json().at("/params/positions/source.formula");
        assertThat(position.isInt()).isEqualTo(named.find());
        if (position.isInt()) {
            assertThat(position.asText()).isEqualTo(named.group(1));
        }
    }

    @Test
    void aFormulaIsNeeded() {
        for (String source :
                new String[] {"{'kind':'FORMULA'}", "{'kind':'FORMULA','formula':' '}", "{'kind':'FORMULA','formula':3}"
                }) {
            assertThat(app.post("kpis", kpi(source))
                            .expect(400)
                            .json()
                            .at("/errors")
                            .has("source.formula"))
                    .as(source)
                    .isTrue();
        }
        Reply both = app.post("kpis", kpi("{'kind':'FORMULA','formula':'KPI-1','jql':'x'}"));
        assertThat(both.expect(400).json().at("/errors").has("source.jql")).isTrue();
    }

    @Test
    void aRingIsRefusedWithItsPath() {
        app.post("kpis", formula("KPI-2")).expect(201);

        Reply ring = app.put("kpis/KPI-2", formula("KPI-1 + KPI-3"), 1).expect(409);
        Reply self = app.put("kpis/KPI-2", formula("KPI-2"), 1).expect(409);

        assertThat(ring.json().get("code").textValue()).isEqualTo("FORMULA_CYCLE");
        assertThat(ring.json().at("/params/path").toString()).isEqualTo("[\"KPI-2\",\"KPI-3\",\"KPI-2\"]");
        assertThat(self.json().at("/params/path").toString()).isEqualTo("[\"KPI-2\",\"KPI-2\"]");
    }

    @Test
    void nobodyEntersWhatIsComputed() {
        app.post("kpis", formula("KPI-1")).expect(201);

        Reply reply = app.post("kpis/KPI-3/actuals", "{'period':'2026-05-31','value':2}")
                .expect(409);

        assertThat(reply.json().get("code").textValue()).isEqualTo("NOT_MANUAL");
        app.call("PUT", "kpis/KPI-3/actuals/2026-06-30", "{'value':2}").expect(409);
        String attested = formula("KPI-1").replace("'source'", "'attestation':'OWNER','source'");
        assertThat(app.post("kpis", attested).expect(400).json().at("/errors").has("attestation"))
                .isTrue();
    }

    @Test
    void whatWasEnteredByHandComesBackWhenTheFormulaGoes() {
        app.put("kpis/KPI-1", formula("KPI-2"), 1).expect(200);
        assertThat(values("KPI-1")).isEmpty();

        app.put("kpis/KPI-1", kpi("{'kind':'MANUAL'}"), 2).expect(200);

        assertThat(values("KPI-1")).isEqualTo("2026-06-30 1.5 \"pmo\"\n");
    }

    @Test
    void aKpiThatOthersAreComputedFromIsNotDeletedByAccident() {
        app.post("kpis", formula("KPI-2")).expect(201);

        Reply refused = app.delete("kpis/KPI-2", 1).expect(409);
        app.delete("kpis/KPI-2?cascade=true", 1).expect(204);

        assertThat(refused.json().get("code").textValue()).isEqualTo("KPI_IN_USE");
        assertThat(refused.json().at("/params/formulas/0").textValue()).isEqualTo("KPI-3");
        assertThat(values("KPI-3")).isEmpty();
    }

    @Test
    void deletingAKpiTakesAlsoTheValuesThatItsFormulaHid() {
        app.put("kpis/KPI-1", formula("KPI-2"), 1).expect(200);

        app.delete("kpis/KPI-1", 2).expect(409);
        app.delete("kpis/KPI-1?cascade=true", 2).expect(204);

        assertThat(app.store.changes("KPI-1/2026-06-30", 0, 10).rows()).hasSize(2);
    }

    @Test
    void aCountedKpiSaysWhatItRunsAndAsWhom() {
        Reply made =
                app.post("kpis", kpi("{'kind':'JQL','jql':'project = ABC'}")).expect(201);

        JsonNode source = app.get("kpis/KPI-3").json().get("source");

        assertThat(made.json().get("source")).isEqualTo(source);
        assertThat(source.get("jql").textValue()).isEqualTo("project = ABC");
        assertThat(source.get("aggregate").textValue()).isEqualTo("COUNT");
        assertThat(source.get("field").isNull()).isTrue();
        assertThat(source.get("runAs").textValue()).isEqualTo("pmo");
        assertThat(app.get("kpis/KPI-3").json().at("/evaluation/issues").intValue())
                .isEqualTo(3);
        app.post("kpis/KPI-3/evaluation", "{}").expect(200);
        app.as("exec").post("kpis/KPI-3/evaluation", "{}").expect(403);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'JQL'} | jql",
                "{'kind':'JQL','jql':'no such'} | jql",
                "{'kind':'JQL','jql':'project = ABC','aggregate':'MEDIAN'} | aggregate",
                "{'kind':'JQL','jql':'project = ABC','aggregate':'SUM'} | field",
                "{'kind':'JQL','jql':'project = ABC','aggregate':'SUM','field':'Colour'} | field",
                "{'kind':'JQL','jql':'project = ABC','field':'Story Points'} | field",
                "{'kind':'JQL','jql':'project = ABC','runAs':'nobody'} | runAs",
                "{'kind':'JQL','jql':'project = ABC','runAs':'admin'} | runAs",
                "{'kind':'JQL','jql':'project = ABC','formula':'KPI-1'} | formula",
                "{'kind':'GUESS'} | kind",
                "{} | kind",
            })
    void aWrongQueryIsRefusedByField(String source, String field) {
        JsonNode errors = app.post("kpis", kpi(source)).expect(400).json().get("errors");

        assertThat(errors.has("source." + field)).as(errors.toString()).isTrue();
    }

    @Test
    void onlyAnAdministratorLetsAQueryRunAsSomebodyElse() {
        String asExec = kpi("{'kind':'JQL','jql':'project = ABC','runAs':'exec'}");

        app.as("admin").post("kpis", asExec).expect(201);

        // who edits it later leaves that as it is, unless the query changes
        String sum = "{'kind':'JQL','jql':'project = ABC','aggregate':'SUM','field':'Story Points'}";
        JsonNode kept = app.as("pmo").put("kpis/KPI-3", kpi(sum), 1).expect(200).json();
        JsonNode own = app.put("kpis/KPI-3", kpi("{'kind':'JQL','jql':'project = HR'}"), 2)
                .expect(200)
                .json();
        assertThat(kept.at("/source/runAs").textValue()).isEqualTo("exec");
        assertThat(own.at("/source/runAs").textValue()).isEqualTo("pmo");
    }

    @Test
    void aQueryThatNamesWhatOneMayNotSeeIsHiddenAndStaysWhatItIs() {
        app.post("kpis", kpi("{'kind':'JQL','jql':'project = SECRET'}").replace("'name'", "'owner':'exec','name'"))
                .expect(201);

        Reply seen = app.as("exec").get("kpis/KPI-3").expect(200);

        assertThat(seen.json().at("/source/jql").isNull()).isTrue();
        assertThat(seen.json().at("/source/hidden").booleanValue()).isTrue();
        for (String path : new String[] {"kpis", "kpis/KPI-3", "plans/PLAN-1/tree", "changes?object=KPI-3"}) {
            assertThat(app.get(path).text()).as(path).doesNotContain("SECRET");
        }
        app.call("PUT", "kpis/KPI-3", seen.text().replace("\"KPI\"", "\"Renamed\""), "If-Match", "\"1\"")
                .expect(200);
        assertThat(app.as("pmo").get("kpis/KPI-3").json().at("/source/jql").textValue())
                .isEqualTo("project = SECRET");
    }
}
