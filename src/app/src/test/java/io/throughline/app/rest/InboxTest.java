package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.rest.App.Reply;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people owe, and who stands in for them. */
class InboxTest {
    private final App app = App.fresh();
    private final Instant usual = app.clock.instant();

    @BeforeEach
    void september() {
        app.clock.set(Instant.parse("2026-09-15T10:00:00Z"));
        app.withSample();
    }

    @AfterEach
    void backToTheUsualDay() {
        app.clock.set(usual);
    }

    private JsonNode inbox(String user) {
        return app.as(user).get("inbox").expect(200).json();
    }

    @Test
    void anOverdueValueIsOwedWithTheDaySince() {
        JsonNode inbox = inbox("exec");

        assertThat(inbox.get("overdue")).hasSize(1);
        assertThat(inbox.at("/overdue/0/kpi/key").textValue()).isEqualTo("KPI-1");
        assertThat(inbox.at("/overdue/0/period").textValue()).isEqualTo("2026-07-31");
        assertThat(inbox.at("/overdue/0/since").textValue()).isEqualTo("2026-08-01");
        assertThat(inbox.at("/overdue/0/missing").intValue()).isEqualTo(2);
        assertThat(inbox.at("/overdue/0/for").isNull()).isTrue();
        assertThat(inbox("pmo").get("total").intValue()).isZero();
    }

    @Test
    void whoIsUpToDateOwesThePeriodThatRuns() {
        app.post("kpis/KPI-1/actuals", "{'period':'2026-08-31','value':1.5}").expect(201);

        JsonNode inbox = inbox("exec");

        assertThat(inbox.get("overdue")).isEmpty();
        assertThat(inbox.at("/due/0/period").textValue()).isEqualTo("2026-09-30");
        app.post("kpis/KPI-1/actuals", "{'period':'2026-09-30','value':1.5}").expect(201);
        assertThat(inbox("exec").get("total").intValue()).isZero();
    }

    @Test
    void theLongestLateComesFirst() {
        app.post(
                        "kpis",
                        "{'objective':'OBJ-1','name':'Older','direction':'INCREASE','owner':'exec',"
                                + "'baseline':{'value':1,'date':'2026-01-01'},'target':{'value':2,'date':'2026-12-31'}}")
                .expect(201);

        assertThat(inbox("exec").get("overdue").findValuesAsText("since")).containsExactly("2026-02-01", "2026-08-01");
    }

    @Test
    void anUnattestedValueIsOwedWhereAttestationIsAskedFor() {
        String kpi = app.get("kpis/KPI-1").text().replace("\"attestation\":\"NONE\"", "\"attestation\":\"OWNER\"");
        app.put("kpis/KPI-1", kpi, 1).expect(200);
        assertThat(inbox("exec").at("/unattested/0/period").textValue()).isEqualTo("2026-06-30");

        app.post("kpis/KPI-1/actuals/2026-06-30/attestation", "{}").expect(201);

        assertThat(inbox("exec").get("unattested")).isEmpty();
    }

    @Test
    void anObjectivePastItsDayWaitsForADecision() {
        app.put("objectives/OBJ-1", "{'theme':'TH-1','name':'O','owner':'exec','due':'2026-08-31'}", 1)
                .expect(200);
        assertThat(inbox("exec").at("/decisions/0/objective/key").textValue()).isEqualTo("OBJ-1");
        assertThat(inbox("exec").at("/decisions/0/since").textValue()).isEqualTo("2026-09-01");

        app.as("pmo")
                .put(
                        "objectives/OBJ-1",
                        "{'theme':'TH-1','name':'O','owner':'exec','due':'2026-08-31','state':'ACHIEVED'}",
                        2)
                .expect(200);

        assertThat(inbox("exec").get("total").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"'state':'CLOSED'|0", "'state':'DRAFT'|0", "'state':'ACTIVE'|1"})
    void onlyActivePlansOweAnything(String state, int owed) {
        app.put("plans/PLAN-1", "{'name':'Plan','start':'2026-01-01','end':'2026-12-31'," + state + "}", 1)
                .expect(200);

        assertThat(inbox("exec").get("total").intValue()).isEqualTo(owed);
    }

    @Test
    void aStaleValueCountsAsNoDataInTheKpisOwnBlock() {
        assertThat(inbox("exec").at("/overdue/0/kpi/outcome/health").textValue())
                .isEqualTo("UNKNOWN");
        assertThat(inbox("exec").at("/overdue/0/kpi/outcome/stale").intValue()).isEqualTo(1);
        assertThat(inbox("exec").at("/overdue/0/kpi/outcome/attainment").doubleValue())
                .isEqualTo(0.5);

        app.post("kpis/KPI-1/actuals", "{'period':'2026-08-31','value':1.9}").expect(201);

        JsonNode fresh = inbox("exec").at("/due/0/kpi");
        assertThat(fresh.at("/outcome/health").textValue()).isEqualTo("GREEN");
        assertThat(fresh.at("/outcome/coverage").doubleValue()).isEqualTo(1);
        assertThat(fresh.get("outcome"))
                .isEqualTo(app.get("plans/PLAN-1/tree").json().at("/themes/0/objectives/0/kpis/0/outcome"));
    }

    private void delegated() {
        app.as("exec")
                .post("delegations", "{'to':'dev','from':'2026-09-10','until':'2026-09-20'}")
                .expect(201);
    }

    @Test
    void whoStandsInSeesWhatIsOwedAndForWhom() {
        assertThat(inbox("dev").get("total").intValue()).isZero();
        delegated();

        assertThat(inbox("dev").at("/overdue/0/for/key").textValue()).isEqualTo("exec");
        assertThat(inbox("exec").at("/overdue/0/for").isNull()).isTrue();
        app.clock.set(Instant.parse("2026-09-21T00:00:00Z"));
        assertThat(inbox("dev").get("total").intValue()).isZero();
    }

    @Test
    void whoStandsInEntersAndAttestsOnBehalfWithinItsDays() {
        app.as("dev")
                .post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1.5}")
                .expect(403);
        app.post("kpis/KPI-1/actuals/2026-06-30/attestation", "{}").expect(403);
        delegated();

        app.as("dev")
                .post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1.5}")
                .expect(201);
        app.call("PUT", "kpis/KPI-1/actuals/2026-07-31", "{'value':1.6}").expect(200);
        JsonNode attested = app.post("kpis/KPI-1/actuals/2026-07-31/attestation", "{}")
                .expect(201)
                .json();

        assertThat(attested.get("attestedBy").textValue()).isEqualTo("dev");
        assertThat(attested.get("attestedFor").textValue()).isEqualTo("exec");
        app.put("kpis/KPI-1", app.get("kpis/KPI-1").text(), 1).expect(403);
        app.clock.set(Instant.parse("2026-09-21T00:00:00Z"));
        app.post("kpis/KPI-1/actuals", "{'period':'2026-08-31','value':1.5}").expect(403);
    }

    @Test
    void anOwnersOwnAttestationIsForNobodyElse() {
        JsonNode attested = app.as("exec")
                .post("kpis/KPI-1/actuals/2026-06-30/attestation", "{}")
                .expect(201)
                .json();

        assertThat(attested.get("attestedFor").isNull()).isTrue();
    }

    @Test
    void whoGaveItEndsItAndOthersDoNotSeeIt() {
        delegated();
        assertThat(app.as("dev").get("delegations").json().get("total").intValue())
                .isEqualTo(1);
        app.as("pmo").call("DELETE", "delegations/1", null, "If-Match", "*").expect(404);
        assertThat(app.get("delegations").json().get("total").intValue()).isZero();
        app.as("exec").call("DELETE", "delegations/1", null).expect(428);

        app.delete("delegations/1", 1).expect(204);

        app.as("dev")
                .post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1.5}")
                .expect(403);
        assertThat(app.as("pmo")
                        .get("changes?object=DELEGATION-1")
                        .json()
                        .get("total")
                        .intValue())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'to':'nobody','from':'2026-09-10','until':'2026-09-20'}|to",
                "{'to':'outsider','from':'2026-09-10','until':'2026-09-20'}|to",
                "{'to':'exec','from':'2026-09-10','until':'2026-09-20'}|to",
                "{'to':'dev','from':'2026-09-21','until':'2026-09-20'}|until",
                "{'to':'dev','from':'2026-09-01','until':'2026-09-14'}|until",
                "{'to':'dev','until':'2026-09-20'}|from",
                "{'to':'dev','from':'2026-09-10','until':'2026-09-20','why':1}|why"
            })
    void aDelegationIsReadStrictly(String body, String field) {
        Reply refused = app.as("exec").post("delegations", body).expect(400);

        assertThat(refused.json().get("errors").has(field)).as(refused.text()).isTrue();
    }

    @Test
    void twoMayNotStandInOnTheSameDay() {
        delegated();

        Reply refused = app.post("delegations", "{'to':'pmo','from':'2026-09-20','until':'2026-09-30'}")
                .expect(409);

        assertThat(refused.json().get("code").textValue()).isEqualTo("DELEGATED_ALREADY");
        app.post("delegations", "{'to':'pmo','from':'2026-09-21','until':'2026-09-30'}")
                .expect(201);
    }
}
