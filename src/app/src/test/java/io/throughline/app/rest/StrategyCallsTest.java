package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.live.Drift;
import io.throughline.app.rest.App.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to strategy objects over REST. */
class StrategyCallsTest {
    private final App app = App.fresh();

    @Test
    void onlyWhatMakesSenseIsRequiredAndTheRestHasDefaults() {
        app.withSample();

        JsonNode plan = app.get("plans/PLAN-1").expect(200).json();
        assertThat(plan.toString())
                .isEqualTo(json("{'key':'PLAN-1','name':'Plan','vision':null,'mission':null,'start':'2026-01-01',"
                        + "'end':'2026-12-31','state':'ACTIVE','parent':null,'sizeMeasure':'COUNT','defaultSize':null,"
                        + "'thresholds':{'good':0.9,'warn':0.7},'scope':null,'version':1}"));
        JsonNode theme = app.get("themes/TH-1").expect(200).json();
        assertThat(theme.toString())
                .isEqualTo(json("{'key':'TH-1','plan':'PLAN-1','name':'Theme','description':null,'owner':'pmo',"
                        + "'weight':1,'position':0,'version':1,'ownerName':'The pmo','ownerActive':true}"));
        JsonNode objective = app.get("objectives/OBJ-1").expect(200).json();
        assertThat(objective.toString())
                .isEqualTo(json("{'key':'OBJ-1','theme':'TH-1','parent':null,'name':'Objective','description':null,"
                        + "'owner':'exec','perspective':'PROCESS','weight':1,'start':null,'due':null,'state':'ACTIVE',"
                        + "'position':0,'version':1,'ownerName':'The exec','ownerActive':true}"));
        JsonNode kpi = app.get("kpis/KPI-1").expect(200).json();
        assertThat(kpi.at("/source/kind").textValue()).isEqualTo("MANUAL");
        assertThat(kpi.at("/frequency").textValue()).isEqualTo("MONTHLY");
        assertThat(kpi.at("/attestation").textValue()).isEqualTo("NONE");
        JsonNode link = app.get("links/1").expect(200).json();
        assertThat(link.at("/target").toString())
                .isEqualTo(json("{'kind':'ISSUE','ref':'ABC-1','title':'Summary','level':0}"));
        assertThat(link.get("weight").isNull()).isTrue();
        assertThat(link.get("created").textValue()).isEqualTo("2026-04-01T12:00:00Z");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void creatingAnswers201WithTheObjectItsPlaceAndItsVersion() {
        Reply reply = app.post("plans", "{'name':'Plan','start':'2026-01-01','end':'2026-12-31'}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo(App.BASE + "plans/PLAN-1");
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.json()).isEqualTo(app.get("plans/PLAN-1").json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans/PLAN-1", "themes/TH-1", "objectives/OBJ-1", "kpis/KPI-1", "links/1"})
    void whatWasReadCanBeSentBackAndChangesNothing(String path) {
        app.withSample();
        Reply read = app.get(path).expect(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");

        Reply same = app.call("PUT", path, read.text(), "If-Match", read.header("ETag"));

        assertThat(same.expect(200).json()).isEqualTo(read.json());
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans/PLAN-1", "themes/TH-1", "objectives/OBJ-1", "kpis/KPI-1"})
    void aChangeRaisesTheVersionByOne(String path) {
        app.withSample();
        ObjectNode body = (ObjectNode) app.get(path).json();

        Reply changed = app.put(path, body.put("name", "New").toString(), 1).expect(200);

        assertThat(changed.json().get("version").longValue()).isEqualTo(2);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(app.get(path).json().get("name").textValue()).isEqualTo("New");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans/PLAN-1", "themes/TH-1", "objectives/OBJ-1", "kpis/KPI-1", "links/1"})
    void aWriteSaysWhichVersionItMeans(String path) {
        app.withSample();
        String body = app.get(path).text();

        for (String method : List.of("PUT", "DELETE")) {
            String sent = method.equals("PUT") ? body : null;
            Reply missing = app.call(method, path, sent).expect(428);
            assertThat(missing.json().get("code").textValue()).isEqualTo("IF_MATCH_MISSING");
            Reply stale = app.call(method, path, sent, "If-Match", "\"7\"").expect(412);
            assertThat(stale.json().at("/params/version").longValue()).isEqualTo(1);
            app.call(method, path, sent, "If-Match", "W/\"1\"").expect(412);
        }
        app.call("PUT", path, body, "If-Match", "\"9\", \"1\"").expect(200);
        app.call("PUT", path, body, "If-Match", "*").expect(200);
    }

    @Test
    void deletingAnswersNothingAndTheObjectIsGone() {
        app.withSample();

        assertThat(app.delete("links/1", 1).expect(204).text()).isEmpty();
        app.get("links/1").expect(404);
        app.delete("links/1", 1).expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans/PLAN-1", "themes/TH-1", "objectives/OBJ-1", "kpis/KPI-1"})
    void whatHasChildrenGoesOnlyWithThem(String path) {
        app.withSample();

        assertThat(app.delete(path, 1).expect(409).json().get("code").textValue())
                .isEqualTo("HAS_CHILDREN");
        app.call("DELETE", path + "?cascade=true", null, "If-Match", "\"1\"").expect(204);

        app.get(path).expect(404);
        assertThat(app.store.verify().intact()).isTrue();
        if (!path.startsWith("kpis")) {
            assertThat(app.store.model().links()).isEmpty();
            assertThat(app.store.model().kpis()).isEmpty();
        }
    }

    @Test
    void deletingAPlanLeavesThePlansBelowIt() {
        app.withSample();
        app.post("plans", "{'name':'Unit','start':'2026-01-01','end':'2026-12-31','parent':'PLAN-1'}")
                .expect(201);

        app.delete("plans/PLAN-1", 1).expect(409);
        app.call("DELETE", "plans/PLAN-1?cascade=true", null, "If-Match", "\"1\"")
                .expect(204);

        assertThat(app.get("plans/PLAN-2").expect(200).json().get("parent").isNull())
                .isTrue();
    }

    @Test
    void aPlanIsNotItsOwnAncestor() {
        app.withSample();
        app.post("plans", "{'name':'Unit','start':'2026-01-01','end':'2026-12-31','parent':'PLAN-1'}")
                .expect(201);
        String body = "{'name':'Plan','start':'2026-01-01','end':'2026-12-31','parent':'PLAN-2'}";

        Reply refused = app.put("plans/PLAN-1", body, 1).expect(409);

        assertThat(refused.json().get("code").textValue()).isEqualTo("CYCLE");
        assertThat(refused.json().at("/params/path").toString()).isEqualTo("[\"PLAN-1\",\"PLAN-2\",\"PLAN-1\"]");
    }

    @Test
    void anObjectiveIsNotBelowItself() {
        app.withSample();
        app.post("objectives", "{'parent':'OBJ-1','name':'Below'}").expect(201);

        Reply move = app.post("objectives/OBJ-1/move", "{'parent':'OBJ-2'}").expect(409);
        assertThat(move.json().get("code").textValue()).isEqualTo("CYCLE");
        app.post("objectives/OBJ-1/move", "{'parent':'OBJ-1'}").expect(409);
        app.put("objectives/OBJ-1", "{'parent':'OBJ-2','name':'x'}", 1).expect(409);
    }

    @Test
    void objectivesDoNotNestWithoutEnd() {
        app.withSample();
        for (int i = 1; i < 20; i++) {
            app.post("objectives", "{'parent':'OBJ-" + i + "','name':'n'}").expect(201);
        }

        Reply refused = app.post("objectives", "{'parent':'OBJ-20','name':'n'}").expect(409);
        assertThat(refused.json().get("code").textValue()).isEqualTo("TOO_DEEP");
    }

    @Test
    void aSubObjectiveShowsTheThemeOfItsParentWhereverThatIs() {
        app.withSample();
        app.post("themes", "{'plan':'PLAN-1','name':'Second'}").expect(201);
        app.post("objectives", "{'parent':'OBJ-1','theme':'TH-1','name':'Below'}")
                .expect(201);
        assertThat(app.get("objectives/OBJ-2").json().get("theme").textValue()).isEqualTo("TH-1");

        app.post("objectives/OBJ-1/move", "{'parent':'TH-2'}").expect(200);

        JsonNode below = app.get("objectives/OBJ-2").json();
        assertThat(below.get("theme").textValue()).isEqualTo("TH-2");
        assertThat(below.get("version").longValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,O4 O1 O2 O3", "1,O1 O4 O2 O3", "2,O1 O2 O4 O3", "3,O1 O2 O3 O4", "99,O1 O2 O3 O4"})
    void movingPutsAnObjectAtAnIndexAndChangesNoOther(int position, String order) {
        siblings(4);

        Reply moved = app.post("objectives/OBJ-4/move", "{'position':" + position + "}")
                .expect(200);

        assertThat(names()).isEqualTo(order);
        assertThat(moved.json().get("position").intValue()).isEqualTo(Math.min(position, 3));
        assertThat(app.get("objectives?theme=TH-1").json().get("values"))
                .filteredOn(each -> !each.get("key").textValue().equals("OBJ-4"))
                .allMatch(each -> each.get("version").longValue() == 1);
    }

    private void siblings(int count) {
        app.post("plans", "{'name':'Plan','start':'2026-01-01','end':'2026-12-31'}")
                .expect(201);
        app.post("themes", "{'plan':'PLAN-1','name':'Theme'}").expect(201);
        for (int i = 1; i <= count; i++) {
            app.post("objectives", "{'theme':'TH-1','name':'O" + i + "'}").expect(201);
        }
    }

    private String names() {
        List<String> names = new ArrayList<>();
        int index = 0;
        for (JsonNode each : app.get("plans/PLAN-1/tree").expect(200).json().at("/themes/0/objectives")) {
            assertThat(each.get("position").intValue()).isEqualTo(index++);
            names.add(each.get("name").textValue());
        }
        return String.join(" ", names);
    }

    @Test
    void thereIsAlwaysRoomBetweenTwoSiblings() {
        siblings(3);

        for (int i = 0; i < 40; i++) {
            String last = app.get("plans/PLAN-1/tree")
                    .json()
                    .at("/themes/0/objectives/2/key")
                    .textValue();
            Reply moved =
                    app.post("objectives/" + last + "/move", "{'position':1}").expect(200);
            assertThat(moved.json().get("position").intValue()).isEqualTo(1);
        }
        assertThat(names()).hasSize(8);
    }

    @Test
    void aRepeatedMoveGetsTheFirstAnswer() {
        siblings(3);

        Reply first = app.post("objectives/OBJ-3/move", "{'position':0}", "Idempotency-Key", "k")
                .expect(200);
        app.post("objectives/OBJ-3/move", "{'position':2}").expect(200);
        Reply again = app.post("objectives/OBJ-3/move", "{'position':0}", "Idempotency-Key", "k")
                .expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(names()).isEqualTo("O1 O2 O3");
    }

    @Test
    void themesAndKpisMoveToo() {
        app.withSample();
        app.post("plans", "{'name':'Other','start':'2026-01-01','end':'2026-12-31'}")
                .expect(201);
        app.post("themes", "{'plan':'PLAN-2','name':'There'}").expect(201);
        app.post("objectives", "{'theme':'TH-2','name':'Other'}").expect(201);

        Reply theme =
                app.post("themes/TH-1/move", "{'parent':'PLAN-2','position':0}").expect(200);
        assertThat(theme.json().get("plan").textValue()).isEqualTo("PLAN-2");
        assertThat(theme.json().get("position").intValue()).isZero();
        assertThat(app.post("kpis/KPI-1/move", "{'parent':'OBJ-2'}")
                        .expect(200)
                        .json()
                        .get("objective")
                        .textValue())
                .isEqualTo("OBJ-2");
        assertThat(app.post("plans/PLAN-2/move", "{'parent':'PLAN-1'}")
                        .expect(200)
                        .json()
                        .get("parent")
                        .textValue())
                .isEqualTo("PLAN-1");
        app.post("themes/TH-1/move", "{'parent':'OBJ-2'}").expect(400);
        app.post("themes/TH-1/move", "{}").expect(400);
        app.call("POST", "themes/TH-1/move", "{'position':0}", "If-Match", "\"1\"")
                .expect(412);
    }

    @Test
    void aClosedPlanIsReadOnlyUntilItIsOpenedAgain() {
        app.withSample();
        String closed = "{'name':'Plan','start':'2026-01-01','end':'2026-12-31','state':'CLOSED'}";
        app.put("plans/PLAN-1", closed, 1).expect(200);

        assertThat(app.put("plans/PLAN-1", closed.replace("'Plan'", "'New'"), 2)
                        .expect(409)
                        .json()
                        .get("code")
                        .textValue())
                .isEqualTo("PLAN_CLOSED");
        app.put("plans/PLAN-1", closed, 2).expect(200);
        app.post("themes", "{'plan':'PLAN-1','name':'No'}").expect(409);
        app.put("themes/TH-1", "{'plan':'PLAN-1','name':'No'}", 1).expect(409);
        app.put("objectives/OBJ-1", "{'theme':'TH-1','name':'No'}", 1).expect(409);
        app.delete("links/1", 1).expect(409);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(409);
        app.post("kpis/KPI-1/actuals", "{'period':'2026-05-31','value':1}").expect(409);
        app.call("DELETE", "plans/PLAN-1?cascade=true", null, "If-Match", "\"2\"")
                .expect(409);

        app.put("plans/PLAN-1", closed.replace("CLOSED", "ACTIVE"), 2).expect(200);
        app.put("themes/TH-1", "{'plan':'PLAN-1','name':'Yes'}", 1).expect(200);
    }

    @Test
    void listsComeInPages() {
        siblings(5);

        JsonNode page = app.get("objectives?start=2&limit=2").expect(200).json();
        assertThat(page.get("total").intValue()).isEqualTo(5);
        assertThat(page.get("isLast").booleanValue()).isFalse();
        assertThat(page.get("values"))
                .extracting(each -> each.get("key").textValue())
                .containsExactly("OBJ-3", "OBJ-4");
        assertThat(app.get("objectives?start=4").json().get("isLast").booleanValue())
                .isTrue();
        assertThat(app.get("objectives?start=50").json().get("values")).isEmpty();
        assertThat(app.get("objectives?limit=200").json().get("limit").intValue())
                .isEqualTo(200);
        for (String bad : List.of("limit=201", "limit=0", "start=-1", "limit=x", "start=99999999999")) {
            Reply refused = app.get("objectives?" + bad).expect(400);
            assertThat(refused.json().get("errors")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "plans?q=pla,1",
        "plans?q=plan-1,1",
        "plans?q=x,0",
        "plans?owner=pmo,0",
        "themes?plan=PLAN-1,1",
        "themes?plan=PLAN-9,0",
        "themes?owner=pmo,1",
        "objectives?plan=PLAN-1,1",
        "objectives?theme=TH-1,1",
        "objectives?owner=exec,1",
        "objectives?owner=nobody,0",
        "objectives?owner=%00,0",
        "objectives?objective=OBJ-1,0",
        "kpis?objective=OBJ-1,1",
        "kpis?plan=PLAN-1&theme=TH-1&q=kpi,1",
        "links?objective=OBJ-1,1",
        "links?objective=OBJ-2,0",
        "links?plan=PLAN-1,1",
        "links?q=%27,0"
    })
    void listsCanBeFiltered(String path, int found) {
        app.withSample();

        assertThat(app.get(path).expect(200).json().get("total").intValue()).isEqualTo(found);
    }

    @Test
    void theSameTargetTwiceIsRefusedWhateverItIsCalled() {
        app.withSample();

        Reply again = app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'OLD-1'}}")
                .expect(409);
        assertThat(again.json().get("code").textValue()).isEqualTo("ALREADY_LINKED");
        assertThat(again.json().at("/params/link").longValue()).isEqualTo(1);
        app.post("objectives", "{'theme':'TH-1','name':'Other'}").expect(201);
        app.post("links", "{'objective':'OBJ-2','target':{'kind':'ISSUE','ref':'abc-1'}}")
                .expect(201);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'PROJECT','ref':'ABC'}}")
                .expect(201);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'PROJECT','ref':'abc'}}")
                .expect(409);
    }

    @Test
    void aLinkToAQueryThatShrinksSaysSo() {
        app.withSample();
        String body = "{'objective':'OBJ-1','target':{'kind':'JQL','ref':'project = ABC and status = Open'}}";

        Reply created = app.post("links", body).expect(201);

        assertThat(created.json().at("/warnings/0/code").textValue()).isEqualTo("SHRINKS_WHEN_DONE");
        assertThat(created.json().get("evaluatedAt").textValue()).isEqualTo("2026-07-01T10:00:00Z");
        Reply refused = app.post("links", body.replace("project", "nonsense")).expect(400);
        assertThat(refused.json().at("/errors/target.ref").textValue()).contains("Field does not exist.");
    }

    @Test
    void aLinkToAQueryCountsWhatItFindsAndRunsAgainOnDemand() {
        app.withSample();
        app.post("objectives", "{'theme':'TH-1','name':'By query'}").expect(201);
        app.post("links", "{'objective':'OBJ-2','target':{'kind':'JQL','ref':'project = ABC'}}")
                .expect(201);

        assertThat(totalOfSecondObjective()).isEqualTo(2); // of ABC-1 to ABC-3, the first is linked itself
        Reply again = app.post("links/2/evaluation", "{}").expect(200);

        assertThat(again.json().get("evaluatedAt").textValue()).isEqualTo("2026-07-01T10:01:00Z");
        assertThat(totalOfSecondObjective()).isZero();
        app.post("links/2/evaluation", "{'force':true}").expect(400);
        app.as("exec").post("links/2/evaluation", "{}").expect(403);
    }

    private int totalOfSecondObjective() {
        return app.get("plans/PLAN-1/tree")
                .json()
                .at("/themes/0/objectives/1/delivery/total")
                .intValue();
    }

    @Test
    void aLinksWeightAndTargetCanBeReplaced() {
        app.withSample();

        Reply weight =
                app.put("links/1", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-1'},'weight':2.5}", 1);
        assertThat(weight.expect(200).json().get("weight").doubleValue()).isEqualTo(2.5);
        Reply target = app.put("links/1", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}", 2);
        assertThat(target.expect(200).json().at("/target/ref").textValue()).isEqualTo("ABC-2");
        assertThat(target.json().get("created").textValue()).isEqualTo("2026-04-01T12:00:00Z");
    }

    @Test
    void aRepeatedPostGetsTheFirstAnswer() {
        String body = "{'name':'Plan','start':'2026-01-01','end':'2026-12-31'}";
        String sameJson = "{ 'end':'2026-12-31', 'start':'2026-01-01', 'name':'Plan' }";

        Reply first = app.post("plans", body, "Idempotency-Key", "k1").expect(201);
        app.put("plans/PLAN-1", body.replace("'Plan'", "'New'"), 1).expect(200);
        Reply again = app.post("plans", sameJson, "Idempotency-Key", "k1").expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(app.get("plans").json().get("total").intValue()).isEqualTo(1);
        Reply other = app.post("plans", body.replace("Plan", "Other"), "Idempotency-Key", "k1")
                .expect(409);
        assertThat(other.json().get("code").textValue()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        app.post("plans", body, "Idempotency-Key", "k2").expect(201);
        app.as("admin").post("plans", body, "Idempotency-Key", "k1").expect(201);
        assertThat(app.get("plans").json().get("total").intValue()).isEqualTo(3);
        app.post("plans", body, "Idempotency-Key", "k".repeat(256)).expect(400);
        app.post("plans", body, "Idempotency-Key", " ").expect(400);
    }

    @Test
    void aRepeatedLinkIsTheSameLinkAndNoConflict() {
        app.withSample();
        String body = "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}";

        app.post("links", body, "Idempotency-Key", "k").expect(201);
        Reply again = app.post("links", body, "Idempotency-Key", "k").expect(201);
        assertThat(again.json().get("id").longValue()).isEqualTo(2);
        app.post("links", body, "Idempotency-Key", "other").expect(409);
    }

    @Test
    void actualsAreEnteredCorrectedAndAttested() {
        app.withSample();

        assertThat(app.post("kpis/KPI-1/actuals", "{'period':'2026-06-30','value':2}")
                        .expect(409)
                        .json()
                        .get("code")
                        .textValue())
                .isEqualTo("PERIOD_TAKEN");
        Reply nearest = app.post("kpis/KPI-1/actuals", "{'period':'2026-06-29','value':2}")
                .expect(400);
        assertThat(nearest.json().at("/errors/period").textValue()).contains("2026-06-30");
        app.post("kpis/KPI-1/actuals/2026-06-30/attestation", "{'statement':'so it is'}")
                .expect(403);
        Reply attested = app.as("exec").post("kpis/KPI-1/actuals/2026-06-30/attestation", "{'statement':'so it is'}");
        assertThat(attested.expect(201).json().get("attestedBy").textValue()).isEqualTo("exec");
        app.post("kpis/KPI-1/actuals/2026-06-30/attestation", "{}").expect(409);
        app.post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1.75,'note':'better'}")
                .expect(201);

        Reply corrected = app.as("pmo")
                .call("PUT", "kpis/KPI-1/actuals/2026-06-30", "{'value':1.6}")
                .expect(200);
        assertThat(corrected.json().get("attestedBy").isNull()).isTrue();
        JsonNode all = app.get("kpis/KPI-1/actuals").expect(200).json();
        assertThat(all.get("values"))
                .extracting(each -> each.get("period").textValue())
                .containsExactly("2026-07-31", "2026-06-30");
        assertThat(all.at("/values/1/enteredBy").textValue()).isEqualTo("pmo");
        assertThat(app.get("changes?object=KPI-1/2026-06-30")
                        .json()
                        .get("total")
                        .intValue())
                .isEqualTo(3);
        app.call("PUT", "kpis/KPI-1/actuals/2026-01-31", "{'value':1}").expect(404);
        app.call("PUT", "kpis/KPI-1/actuals/nonsense", "{'value':1}").expect(404);
    }

    @Test
    void settingsAreReadAndReplacedByAdministrators() {
        app.as("pmo").get("settings").expect(403);
        Reply before = app.as("admin").get("settings").expect(200);
        assertThat(before.json().get("staleParents").intValue()).isEqualTo(3);
        assertThat(before.json().at("/groups/view/0").textValue()).isEqualTo("strategy-viewers");
        assertThat(before.header("ETag")).isEqualTo("\"1\"");

        app.call("PUT", "settings", before.text()).expect(200);
        assertThat(app.get("settings").header("ETag")).isEqualTo("\"1\"");
        ObjectNode body = (ObjectNode) before.json();
        body.putObject("groups").putArray("view").add("nobody");
        app.call("PUT", "settings", body.toString(), "If-Match", "\"9\"").expect(412);
        app.call("PUT", "settings", body.toString(), "If-Match", "\"1\"").expect(200);

        app.as("exec").get("plans").expect(403);
        app.as("pmo").get("plans").expect(200);
    }

    @Test
    void howGentlyIssuesAreReadIsASettingWithinBounds() {
        ObjectNode body = (ObjectNode) app.as("admin").get("settings").json();
        assertThat(body.get("fill").toString()).isEqualTo("{\"pageSize\":500,\"percent\":80}");

        body.putObject("fill").put("pageSize", 100).put("percent", 25);
        app.call("PUT", "settings", body.toString()).expect(200);
        assertThat(app.get("settings").json().at("/fill/percent").intValue()).isEqualTo(25);

        for (String wrong : List.of("{'pageSize':49}", "{'pageSize':1001}", "{'percent':4}", "{'percent':101}")) {
            Reply refused =
                    app.call("PUT", "settings", "{'fill':" + wrong + "}").expect(400);
            assertThat(refused.json().get("errors").fieldNames().next()).startsWith("fill.");
        }
    }

    @Test
    void driftIsInTheHealthOnceSomebodyLooked() {
        assertThat(app.get("health").json().get("drift").isNull()).isTrue();

        app.work.drift = new Drift(Instant.parse("2026-07-01T03:17:20Z"), 11, 2);

        assertThat(app.get("health").json().get("drift").toString())
                .isEqualTo("{\"at\":\"2026-07-01T03:17:20Z\",\"compared\":11,\"found\":2}");
    }

    @Test
    void theTreeHoldsEverythingWithItsBlocks() {
        app.withSample();
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(201);

        JsonNode tree = app.get("plans/PLAN-1/tree").expect(200).json();

        JsonNode objective = tree.at("/themes/0/objectives/0");
        assertThat(objective.at("/delivery/total").intValue()).isEqualTo(2);
        assertThat(objective.at("/delivery/progress").doubleValue()).isEqualTo(0.5);
        assertThat(objective.at("/kpis/0/actual/value").doubleValue()).isEqualTo(1.5);
        assertThat(objective.at("/links/0/delivery/health").textValue()).isEqualTo("DONE");
        assertThat(tree.at("/delivery/items").intValue()).isEqualTo(2);
        assertThat(tree.has("indexing")).isFalse();
        app.get("plans/PLAN-9/tree").expect(404);
    }

    @Test
    void theScorecardGroupsByThemeOrPerspective() {
        app.withSample();

        JsonNode byTheme = app.get("plans/PLAN-1/scorecard").expect(200).json();
        assertThat(byTheme.at("/groups/0/rows/0/kpis/0/trend/0/value").doubleValue())
                .isEqualTo(1.5);
        assertThat(byTheme.at("/groups/0/owner/name").textValue()).isEqualTo("The pmo");
        JsonNode by = app.get("plans/PLAN-1/scorecard?groupBy=PERSPECTIVE")
                .expect(200)
                .json();
        assertThat(by.at("/groups")).hasSize(4);
        assertThat(by.at("/groups/2/rows/0/key").textValue()).isEqualTo("OBJ-1");
        app.get("plans/PLAN-1/scorecard?groupBy=x").expect(400);
    }

    @Test
    void whileJiraIsReadNoNumberAboutWorkIsShown() {
        app.withSample();
        app.work.ready = false;

        JsonNode tree = app.get("plans/PLAN-1/tree").expect(200).json();
        assertThat(tree.at("/indexing/indexed").intValue()).isEqualTo(4);
        assertThat(tree.get("delivery").isNull()).isTrue();
        assertThat(tree.get("signal").isNull()).isTrue();
        Reply later = app.get("objectives/OBJ-1/work").expect(503);
        assertThat(later.header("Retry-After")).isNotNull();
        assertThat(later.json().get("code").textValue()).isEqualTo("INDEXING");
        assertThat(later.json()).hasSize(2);
        app.get("work/ABC-1/alignment").expect(503);
        assertThat(app.get("health").expect(200).json().get("state").textValue())
                .isEqualTo("INDEXING");
    }

    @Test
    void anIssueSaysWhomItServes() {
        app.withSample();

        JsonNode found = app.get("work/ABC-1/alignment").expect(200).json();
        assertThat(found.toString())
                .isEqualTo(json("{'issue':'ABC-1','state':'ALIGNED','objectives':[{'key':'OBJ-1','name':'Objective',"
                        + "'plan':'PLAN-1','via':'SELF','viaRef':'ABC-1'}]}"));
        assertThat(app.get("objectives/OBJ-1/work")
                        .expect(200)
                        .json()
                        .at("/values/0/via")
                        .textValue())
                .isEqualTo("SELF");
        app.get("work/NO-1/alignment").expect(404);
    }

    @Test
    void theLogIsServedAndVerified() {
        app.withSample();

        JsonNode rows = app.get("changes?limit=200").expect(200).json();
        assertThat(rows.get("total").intValue()).isEqualTo(6);
        assertThat(rows.at("/values/0/before").isNull()).isTrue();
        assertThat(rows.at("/values/5/object").textValue()).isEqualTo("LINK-1");
        assertThat(app.get("changes/verification").expect(200).text())
                .startsWith(json("{'rows':6,'intact':true,'brokenAt':null,"));
        assertThat(app.get("changes?object=%00").expect(200).json().get("total").intValue())
                .isZero();
    }
}
