package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.rest.App.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a state forbids, for every write. A CLOSED plan is read-only with all that is in it: only its state may change
 * back. No other state forbids anything: what is in DRAFT, ABANDONED or ACHIEVED may still be prepared or put right; it only
 * counts otherwise (design: DRAFT and ABANDONED take no part, ACHIEVED keeps the numbers of its day).
 */
class StateRulesTest {
    private final App app = App.fresh();

    /** A write to PLAN-1 or to something in it, and the status that it answers where nothing forbids it. */
    private record Write(String name, int status, Function<App, Reply> call) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Write> WRITES = List.of(
            new Write("rename the plan", 200, app -> replace(app, "plans/PLAN-1", "Plan", "P")),
            new Write("move the plan", 200, app -> app.post("plans/PLAN-1/move", "{'parent':'PLAN-2'}")),
            new Write("delete the plan", 204, app -> delete(app, "plans/PLAN-1?cascade=true")),
            new Write("a theme", 201, app -> app.post("themes", "{'plan':'PLAN-1','name':'T'}")),
            new Write("rename a theme", 200, app -> replace(app, "themes/TH-1", "Theme", "T")),
            new Write("move a theme in", 200, app -> app.post("themes/TH-2/move", "{'parent':'PLAN-1'}")),
            new Write("move a theme out", 200, app -> app.post("themes/TH-1/move", "{'parent':'PLAN-2'}")),
            new Write("order themes", 200, app -> app.post("themes/TH-1/move", "{'position':0}")),
            new Write("delete a theme", 204, app -> delete(app, "themes/TH-1?cascade=true")),
            new Write("an objective", 201, app -> app.post("objectives", "{'theme':'TH-1','name':'O'}")),
            new Write("a sub-objective", 201, app -> app.post("objectives", "{'parent':'OBJ-1','name':'O'}")),
            new Write("rename an objective", 200, app -> replace(app, "objectives/OBJ-1", "Objective", "O")),
            new Write("move an objective in", 200, app -> app.post("objectives/OBJ-2/move", "{'parent':'OBJ-1'}")),
            new Write("move an objective out", 200, app -> app.post("objectives/OBJ-1/move", "{'parent':'TH-2'}")),
            new Write("delete an objective", 204, app -> delete(app, "objectives/OBJ-1?cascade=true")),
            new Write("a KPI", 201, app -> app.post("kpis", kpi("OBJ-1"))),
            new Write("rename a KPI", 200, app -> replace(app, "kpis/KPI-1", "KPI", "K")),
            new Write("move a KPI in", 200, app -> app.post("kpis/KPI-2/move", "{'parent':'OBJ-1'}")),
            new Write("move a KPI out", 200, app -> app.post("kpis/KPI-1/move", "{'parent':null}")),
            new Write("delete a KPI", 204, app -> delete(app, "kpis/KPI-1?cascade=true")),
            new Write("a value", 201, app -> app.post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1}")),
            new Write(
                    "try a value",
                    200,
                    app -> app.post("kpis/KPI-1/actuals?dryRun=true", "{'period':'2026-07-31','value':1}")),
            new Write("correct a value", 200, app -> app.call("PUT", "kpis/KPI-1/actuals/2026-06-30", "{'value':9}")),
            new Write(
                    "paste values",
                    201,
                    app -> app.post("kpis/KPI-1/actuals/import", "{'rows':[{'period':'2026-07-31','value':1}]}")),
            new Write(
                    "attest a value",
                    201,
                    app -> app.as("exec").post("kpis/KPI-1/actuals/2026-06-30/attestation", "{}")),
            new Write("count a KPI", 200, app -> app.post("kpis/KPI-1/evaluation", "{}")),
            new Write("a link", 201, app -> app.post("links", link("ABC-2"))),
            new Write("weigh a link", 200, app -> app.call("PUT", "links/1", weighed(), "If-Match", "*")),
            new Write("delete a link", 204, app -> delete(app, "links/1")),
            new Write("evaluate a link", 200, app -> app.post("links/1/evaluation", "{}")),
            new Write(
                    "many links",
                    201,
                    app -> app.post("links/bulk", "{'objective':'OBJ-1','targets':[{'kind':'ISSUE','ref':'ABC-2'}]}")),
            new Write("a contribution to it", 201, app -> app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1'}")),
            new Write("an arrow to it", 201, app -> app.post("causes", "{'cause':'OBJ-2','effect':'OBJ-1'}")));

    private static String kpi(String objective) {
        return "{'objective':'" + objective + "','name':'K','direction':'INCREASE','baseline':{'value':1,'date':"
                + "'2026-01-01'},'target':{'value':2,'date':'2026-12-31'}}";
    }

    private static String link(String issue) {
        return "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'" + issue + "'}}";
    }

    private static String weighed() {
        return "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-1'},'weight':7}";
    }

    private static Reply replace(App app, String path, String name, String by) {
        String body = app.get(path).text().replace("\"name\":\"" + name + "\"", "\"name\":\"" + by + "\"");
        return app.call("PUT", path, body, "If-Match", "*");
    }

    private static Reply delete(App app, String path) {
        return app.call("DELETE", path, null, "If-Match", "*");
    }

    /** PLAN-2 with TH-2 and OBJ-2, and KPI-2 under no objective, are open whatever becomes of PLAN-1. */
    private void sample(String plan, String objective) {
        app.withSample();
        app.post("plans", "{'name':'Other','start':'2026-01-01','end':'2026-12-31'}")
                .expect(201);
        app.post("themes", "{'plan':'PLAN-2','name':'T'}").expect(201);
        app.post("objectives", "{'theme':'TH-2','name':'O'}").expect(201);
        app.post("kpis", kpi("OBJ-2").replace("'objective':'OBJ-2',", "")).expect(201);
        String body = app.get("objectives/OBJ-1").text().replace("\"ACTIVE\"", "\"" + objective + "\"");
        app.call("PUT", "objectives/OBJ-1", body, "If-Match", "*").expect(200);
        state(plan).expect(200);
    }

    private Reply state(String state) {
        String body = app.get("plans/PLAN-1").text().replaceAll("\"state\":\"\\w+\"", "\"state\":\"" + state + "\"");
        return app.call("PUT", "plans/PLAN-1", body, "If-Match", "*");
    }

    static Stream<Arguments> everyStateAndWrite() {
        List<Arguments> all = new ArrayList<>();
        for (String plan : List.of("DRAFT", "ACTIVE", "CLOSED")) {
            for (String objective : List.of("DRAFT", "ACTIVE", "ACHIEVED", "ABANDONED")) {
                WRITES.forEach(write -> all.add(Arguments.of(plan, objective, write)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} plan, {1} objective: {2}")
    @MethodSource("everyStateAndWrite")
    void aClosedPlanIsReadOnlyAndNoOtherStateForbidsAnything(String plan, String objective, Write write) {
        sample(plan, objective);
        long before = app.store.model().version();

        Reply reply = write.call().apply(app);

        if (plan.equals("CLOSED")) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(409);
            assertThat(reply.json().get("code").textValue()).isEqualTo("PLAN_CLOSED");
            assertThat(reply.json().at("/params/plan").textValue()).isEqualTo("PLAN-1");
            assertThat(app.store.model().version()).isEqualTo(before);
        } else {
            assertThat(reply.status()).as(reply.text()).isEqualTo(write.status());
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void aPlanGoesFromAnyStateToAnyOther(String from, String to) {
        sample(from, "ACTIVE");

        state(to).expect(200);

        assertThat(app.get("plans/PLAN-1").json().get("state").textValue()).isEqualTo(to);
    }

    static Stream<Arguments> states() {
        List<String> all = List.of("DRAFT", "ACTIVE", "CLOSED");
        return all.stream().flatMap(from -> all.stream().map(to -> Arguments.of(from, to)));
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
}
