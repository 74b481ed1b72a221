package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.web.Golden;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jira answers to the macros, as files: the macros are tested with the very same ones. */
class AnswersForPagesTest {
    private final App app = App.inTime();

    @BeforeEach
    void threeWeeksOfAPlan() {
        app.withSample();
        app.post("objectives", "{'theme':'TH-1','name':'Given up soon','owner':'dev'}")
                .expect(201);
        app.post("objectives", "{'theme':'TH-1','name':'Ein Ziel, dessen Name <länger> ist als jede Spalte'}")
                .expect(201);
        app.dayKeeper.tick();
        app.clock.set(Instant.parse("2026-04-20T09:00:00Z"));
        change(
                "kpis/KPI-1",
                "{'objective':'OBJ-1','name':'Punctuality','direction':'INCREASE','owner':'exec','unit':{'kind':"
                        + "'PERCENT','symbol':'%'},'baseline':{'value':1,'date':'2026-01-01'},'target':{'value':2.5,"
                        + "'date':'2026-12-31'},'milestones':[{'date':'2026-06-30','value':1.75}]}");
        app.post("kpis/KPI-1/actuals", "{'period':'2026-03-31','value':1.1,'note':'late'}")
                .expect(201);
        change("kpis/KPI-1/actuals/2026-06-30", "{'value':1.25}");
        change(
                "objectives/OBJ-1",
                "{'theme':'TH-1','name':'Trains arrive when we said','owner':'exec','due':'2026-11-30',"
                        + "'perspective':'CUSTOMER'}");
        app.delete("objectives/OBJ-2", 1).expect(204);
        app.as("admin").post("links", "{'objective':'OBJ-3','target':{'kind':'ISSUE','ref':'ABC-2'}}");
        app.post("causes", "{'cause':'OBJ-3','effect':'OBJ-1'}").expect(201);
        app.dayKeeper.tick();
    }

    private void change(String path, String body) {
        app.call("PUT", path, body, "If-Match", "*").expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "objective, objectives/OBJ-1/card",
        "kpi, kpis/KPI-1/card",
        "health, plans/PLAN-1/standing?since=2026-04-01",
        "orphans, orphans/summary?plan=PLAN-1",
        "changes, plans/PLAN-1/changes?from=2026-04-02"
    })
    void areAsTheyStandInTheFiles(String macro, String path) {
        JsonNode answer = app.as("dev").get(path).expect(200).json();

        Golden.check("answers/" + macro + ".json", answer.toPrettyString() + "\n");
    }
}
