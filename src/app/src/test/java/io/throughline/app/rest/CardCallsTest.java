package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages elsewhere show of one thing is asked for once, and says the same as the tree. The sample is of 1 April 2026. */
class CardCallsTest {
    private final App app = App.inTime();

    @BeforeEach
    void sample() {
        app.withSample();
    }

    private void toDay(String instant) {
        app.clock.set(Instant.parse(instant));
    }

    private JsonNode get(String path) {
        return app.get(path).expect(200).json();
    }

    private void change(String path, String body) {
        app.call("PUT", path, body, "If-Match", "*").expect(200);
    }

    private static List<String> told(JsonNode changes) {
        return StreamSupport.stream(changes.get("values").spliterator(), false)
                .map(each -> each.get("change").textValue() + " "
                        + each.get("kind").textValue() + " " + each.get("name").textValue())
                .toList();
    }

    @Test
    void anObjectiveHasTheBlocksOfTheTreeAndWhereItStands() {
        JsonNode card = get("objectives/OBJ-1/card");
        JsonNode node = get("plans/PLAN-1/tree").at("/themes/0/objectives/0");

        assertThat(card.get("outcome")).isEqualTo(node.get("outcome"));
        assertThat(card.get("delivery")).isEqualTo(node.get("delivery"));
        assertThat(card.get("signal")).isEqualTo(node.get("signal"));
        assertThat(card.at("/objective/name").textValue()).isEqualTo("Objective");
        assertThat(card.at("/theme/name").textValue()).isEqualTo("Theme");
        assertThat(card.at("/plan/name").textValue()).isEqualTo("Plan");
        assertThat(card.get("due").textValue()).isEqualTo("2026-12-31");
        assertThat(card.at("/kpis/0/actual/value").doubleValue()).isEqualTo(1.5);
        assertThat(card.at("/kpis/0/outcome"))
                .isEqualTo(node.at("/kpis/0/outcome"))
                .isNotNull();
    }

    @Test
    void aKpiHasItsLineItsValuesAndWhatTheLineSaysForTheNewest() {
        change(
                "kpis/KPI-1",
                "{'objective':'OBJ-1','name':'KPI','direction':'INCREASE','owner':'exec','baseline':{'value':1,"
                        + "'date':'2026-01-01'},'target':{'value':2,'date':'2026-12-31'},"
                        + "'milestones':[{'date':'2026-06-30','value':1.2}]}");
        app.post("kpis/KPI-1/actuals", "{'period':'2026-03-31','value':1.1}").expect(201);

        JsonNode card = get("kpis/KPI-1/card");

        assertThat(card.get("line"))
                .extracting(each -> each.get("what").textValue() + " " + each.get("value"))
                .containsExactly("BASELINE 1", "MILESTONE 1.2", "TARGET 2");
        assertThat(card.get("values"))
                .extracting(each -> each.get("period").textValue() + " " + each.get("value"))
                .containsExactly("2026-03-31 1.1", "2026-06-30 1.5");
        assertThat(card.at("/expected/date").textValue()).isEqualTo("2026-06-30");
        assertThat(card.at("/expected/value").doubleValue()).isEqualTo(1.2);
        assertThat(card.at("/objective/name").textValue()).isEqualTo("Objective");
        assertThat(card.at("/outcome/health").textValue()).isEqualTo("GREEN");
    }

    @Test
    void aPastDayOfACardIsAsItWas() {
        app.dayKeeper.tick();
        toDay("2026-04-03T09:00:00Z");
        change("objectives/OBJ-1", "{'theme':'TH-1','name':'Renamed'}");
        app.post("kpis/KPI-1/actuals", "{'period':'2026-03-31','value':1.1}").expect(201);

        assertThat(get("objectives/OBJ-1/card?asOf=2026-04-02")
                        .at("/objective/name")
                        .textValue())
                .isEqualTo("Objective");
        assertThat(get("kpis/KPI-1/card?asOf=2026-04-02").get("values")).hasSize(1);
        assertThat(get("kpis/KPI-1/card").get("values")).hasSize(2);
        for (String path : List.of("objectives/OBJ-1/card", "kpis/KPI-1/card", "plans/PLAN-1/standing")) {
            assertThat(app.get(path + "?asOf=2026-03-30")
                            .expect(404)
                            .json()
                            .get("code")
                            .textValue())
                    .isEqualTo("NOT_THEN");
        }
    }

    @Test
    void standingSaysWhichObjectivesHaveAnotherSignalThanThen() {
        app.post("objectives", "{'theme':'TH-1','name':'Goes'}").expect(201);
        app.dayKeeper.tick();
        toDay("2026-04-20T09:00:00Z");
        app.call("DELETE", "objectives/OBJ-2", null, "If-Match", "*").expect(204);
        app.post("objectives", "{'theme':'TH-1','name':'Came'}").expect(201);
        change("kpis/KPI-1/actuals/2026-06-30", "{'value':0.5}");
        app.dayKeeper.tick();

        JsonNode standing = get("plans/PLAN-1/standing?since=2026-04-01");

        assertThat(standing.get("objectives").intValue()).isEqualTo(2);
        assertThat(standing.get("signals"))
                .isEqualTo(get("plans/PLAN-1/scorecard").get("signals"));
        assertThat(standing.at("/before/signals"))
                .isEqualTo(get("plans/PLAN-1/scorecard?asOf=2026-04-01").get("signals"));
        assertThat(standing.get("changed"))
                .extracting(each -> each.get("name").textValue() + ": "
                        + each.at("/was/kind").asText("") + " > "
                        + each.at("/is/kind").asText(""))
                .containsExactly("Objective: REALIZING > DRIFT", "Came:  > BLIND", "Goes: BLIND > ");
        assertThat(standing.at("/changed/0/owner/key").textValue()).isEqualTo("exec");
    }

    @Test
    void withoutARecordOfThatDayNothingIsSaidToHaveChanged() {
        toDay("2026-04-20T09:00:00Z");

        JsonNode standing = get("plans/PLAN-1/standing?since=2026-04-02");

        assertThat(standing.get("changed").isNull()).isTrue();
        assertThat(standing.at("/before/snapshot/reason").textValue()).isNotBlank();
        JsonNode earlier = get("plans/PLAN-1/standing?since=2026-01-01");
        assertThat(earlier.get("before").isNull()).isTrue();
        assertThat(earlier.get("signals")).isNotEmpty();
    }

    @Test
    void changesAreThoseOfThePlanNewestFirstWithWhatWasAndIs() {
        app.post("plans", "{'name':'Other','start':'2026-01-01','end':'2026-12-31'}")
                .expect(201);
        app.post("themes", "{'plan':'PLAN-2','name':'Elsewhere'}").expect(201);
        toDay("2026-04-10T09:00:00Z");
        change("objectives/OBJ-1", "{'theme':'TH-1','name':'Objective','owner':'dev','due':'2026-11-30'}");
        app.post("objectives", "{'theme':'TH-1','name':'Short-lived'}").expect(201);
        app.post("kpis/KPI-1/actuals", "{'period':'2026-03-31','value':1.1}").expect(201);
        app.delete("objectives/OBJ-2", 1).expect(204);
        change("themes/TH-2", "{'plan':'PLAN-2','name':'Still elsewhere'}");
        app.delete("links/1", 1).expect(204);

        JsonNode changes = get("plans/PLAN-1/changes?from=2026-04-02");

        assertThat(told(changes))
                .containsExactly(
                        "REMOVED LINK ABC-1",
                        "REMOVED OBJECTIVE Short-lived",
                        "CREATED ACTUAL KPI",
                        "CREATED OBJECTIVE Short-lived",
                        "CHANGED OBJECTIVE Objective");
        assertThat(changes.get("total").intValue()).isEqualTo(5);
        assertThat(changes.get("complete").booleanValue()).isTrue();
        JsonNode last = changes.at("/values/4/fields");
        assertThat(last)
                .extracting(each -> each.get("field").textValue() + ": "
                        + each.get("was").asText() + " > " + each.get("is").asText())
                .containsExactlyInAnyOrder("owner: The exec > The dev", "due: null > 2026-11-30");
        assertThat(changes.at("/values/0/of/name").textValue()).isEqualTo("Objective");
        assertThat(changes.at("/values/2/fields/0/is").doubleValue()).isEqualTo(1.1);
        assertThat(told(get("plans/PLAN-2/changes?from=2026-04-02"))).containsExactly("CHANGED THEME Still elsewhere");
        assertThat(told(get("plans/PLAN-1/changes?from=2026-04-01&to=2026-04-01")))
                .hasSize(6);
        assertThat(get("plans/PLAN-1/changes?from=2026-04-02&limit=2").get("values"))
                .hasSize(2);
    }

    @Test
    void changesUpToAPastDayAreOfTheVersionThatItsEndLeftWhateverHappensLater() {
        long version = app.store.model().version();
        toDay("2026-04-10T09:00:00Z");
        change("objectives/OBJ-1", "{'theme':'TH-1','name':'Objective','owner':'dev','due':'2026-11-30'}");

        assertThat(get("plans/PLAN-1/changes?from=2026-04-01&to=2026-04-09")
                        .get("modelVersion")
                        .longValue())
                .isEqualTo(version);
        assertThat(get("plans/PLAN-1/changes?from=2026-04-01&to=2026-04-10")
                        .get("modelVersion")
                        .longValue())
                .isEqualTo(version + 1);
    }

    @Test
    void aLinkToWhatOneMayNotBrowseIsToldWithoutItsName() {
        app.as("admin").post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-1'}}");

        String seen = app.as("dev").get("plans/PLAN-1/changes").expect(200).text();

        assertThat(seen).doesNotContain("SECRET").contains("\"masked\":true");
    }

    @Test
    void theSummaryOfOrphansSaysWhatTheListAndTheCoverageSay() {
        JsonNode summary = get("orphans/summary?plan=PLAN-1");

        assertThat(summary.get("open")).isEqualTo(get("coverage?plan=PLAN-1").get("open"));
        assertThat(summary.get("kinds"))
                .extracting(each -> each.get("kind").textValue() + " " + each.get("count") + " " + each.get("openSize"))
                .containsExactlyElementsOf(StreamSupport.stream(
                                get("orphans/counts?plan=PLAN-1").get("groups").spliterator(), false)
                        .map(each -> each.get("key").textValue() + " " + each.get("count") + " " + each.get("openSize"))
                        .toList());
        assertThat(summary.get("largest"))
                .extracting(each -> each.get("ref").textValue())
                .containsExactlyElementsOf(StreamSupport.stream(
                                get("orphans?plan=PLAN-1&kind=EPIC,ISSUE&sort=SIZE&limit=5")
                                        .get("values")
                                        .spliterator(),
                                false)
                        .map(each -> each.get("ref").textValue())
                        .toList());
    }

    @Test
    void ofAPastDayTheSummaryHasWhatWasRecorded() {
        app.dayKeeper.tick();
        JsonNode then = get("orphans/summary?plan=PLAN-1");
        toDay("2026-04-20T09:00:00Z");

        JsonNode past = get("orphans/summary?plan=PLAN-1&asOf=2026-04-02");

        assertThat(past.get("open")).isEqualTo(then.get("open"));
        assertThat(past.get("largest").isNull()).isTrue();
        assertThat(past.at("/snapshot/filled").booleanValue()).isTrue();
        assertThat(get("orphans/summary?plan=PLAN-1&asOf=2026-04-01")
                        .at("/snapshot/day")
                        .textValue())
                .isEqualTo("2026-04-01");
    }

    @Test
    void whileJiraIsReadWhatNeedsAllWorkIsNull() {
        app.work.ready = false;

        assertThat(get("objectives/OBJ-1/card").get("signal").isNull()).isTrue();
        assertThat(get("orphans/summary?plan=PLAN-1").get("open").isNull()).isTrue();
        assertThat(get("orphans/summary?plan=PLAN-1").get("indexing").isObject())
                .isTrue();
        assertThat(get("plans/PLAN-1/standing").get("signals")).isEmpty();
        JsonNode beforeThePlan = get("plans/PLAN-1/standing?since=2026-01-01");
        assertThat(beforeThePlan.get("before").isNull()).isTrue();
        assertThat(beforeThePlan.get("indexing").isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objectives/OBJ-1/card?asOf=tomorrow",
                "kpis/KPI-1/card?asOf=2026-04-02",
                "plans/PLAN-1/standing?since=2026-04-02",
                "plans/PLAN-1/standing?asOf=2026-04-01&since=x",
                "plans/PLAN-1/changes?from=2026-04-02",
                "plans/PLAN-1/changes?from=2026-04-01&to=2026-03-01",
                "plans/PLAN-1/changes?limit=201",
                "orphans/summary?asOf=2026-03-01",
                "orphans/summary?largest=21"
            })
    void whatMakesNoSenseIsRefused(String path) {
        assertThat(app.get(path).expect(400).json().get("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objectives/OBJ-99/card",
                "kpis/KPI-99/card",
                "plans/PLAN-99/standing",
                "plans/PLAN-99/changes",
                "orphans/summary?plan=PLAN-99"
            })
    void whatIsNotThereIsAbsent(String path) {
        app.get(path).expect(404);
    }
}
