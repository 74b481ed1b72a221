package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.rest.App.Reply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample is made at noon of 1 April 2026; it is UTC. */
class PastDaysTest {
    private final App app = App.inTime();

    @BeforeEach
    void sample() {
        app.withSample();
    }

    private void toDay(String instant) {
        app.clock.set(Instant.parse(instant));
    }

    private JsonNode tree(String asOf) {
        return app.get("plans/PLAN-1/tree?asOf=" + asOf).expect(200).json();
    }

    private void renamePlan(String name) {
        app.call(
                        "PUT",
                        "plans/PLAN-1",
                        "{'name':'" + name + "','start':'2026-01-01','end':'2026-12-31'}",
                        "If-Match",
                        "*")
                .expect(200);
    }

    @Test
    void aPastDayIsShownAsItStood() {
        app.dayKeeper.tick();
        toDay("2026-04-02T09:00:00Z");
        renamePlan("Renamed");
        app.post("kpis/KPI-1/actuals", "{'period':'2026-03-31','value':1.2}").expect(201);

        JsonNode past = tree("2026-04-01");

        assertThat(past.get("name").textValue()).isEqualTo("Plan");
        assertThat(past.get("asOf").textValue()).isEqualTo("2026-04-01");
        assertThat(past.at("/snapshot/day").textValue()).isEqualTo("2026-04-01");
        assertThat(past.at("/snapshot/takenAt").textValue()).isEqualTo("2026-04-01T12:00:00Z");
        assertThat(past.at("/snapshot/filled").booleanValue()).isFalse();
        assertThat(past.at("/delivery/total").intValue()).isEqualTo(1);
        assertThat(past.at("/delivery/hidden").isNull()).isTrue();
        assertThat(past.at("/themes/0/objectives/0/links/0/delivery/done").intValue())
                .isEqualTo(1);
        assertThat(app.get("explain/KPI-1?asOf=2026-04-01")
                        .json()
                        .at("/numbers/actual/value")
                        .doubleValue())
                .isEqualTo(1.5);
        assertThat(tree("2026-04-02").get("name").textValue()).isEqualTo("Renamed");
        assertThat(tree("2026-04-02").get("asOf").isNull()).as("today is now").isTrue();
    }

    @Test
    void aroundOneObjectiveTheTreeHasItAsInTheWholeAndOnlyThePathAboveIt() {
        app.post("objectives", "{'parent':'OBJ-1','name':'Below'}").expect(201);
        app.post("objectives", "{'parent':'OBJ-2','name':'Deeper'}").expect(201);
        app.post("objectives", "{'theme':'TH-1','name':'Beside'}").expect(201);
        app.post("causes", "{'cause':'OBJ-4','effect':'OBJ-2'}").expect(201);
        JsonNode whole = app.get("plans/PLAN-1/tree").json();
        JsonNode around = app.get("plans/PLAN-1/tree?around=OBJ-2").expect(200).json();

        assertThat(around.at("/themes/0/objectives")).hasSize(1);
        assertThat(around.at("/themes/0/objectives/0/key").textValue()).isEqualTo("OBJ-1");
        assertThat(around.at("/themes/0/objectives/0/kpis")).isEmpty();
        assertThat(around.at("/themes/0/objectives/0/objectives/0"))
                .isEqualTo(whole.at("/themes/0/objectives/0/objectives/0"));
        assertThat(around.get("delivery")).isEqualTo(whole.get("delivery"));
        assertThat(around.at("/neighbours/0/key").textValue()).isEqualTo("OBJ-4");
        assertThat(around.at("/neighbours/0/is").textValue()).isEqualTo("CAUSE");
        app.get("plans/PLAN-1/tree?around=OBJ-99").expect(404);
    }

    @Test
    void aMissedDayRepeatsTheLastAndSaysSo() {
        app.dayKeeper.tick();
        toDay("2026-04-05T09:00:00Z");
        app.dayKeeper.tick();

        JsonNode missed = tree("2026-04-03");

        assertThat(missed.at("/snapshot/day").textValue()).isEqualTo("2026-04-01");
        assertThat(missed.at("/snapshot/filled").booleanValue()).isTrue();
        assertThat(missed.at("/delivery/total").intValue()).isEqualTo(1);
        assertThat(app.get("history/OBJ-1?from=2026-03-01").expect(200).json().get("values"))
                .extracting(day -> day.get("day").textValue() + " " + day.get("filled") + " " + day.get("done"))
                .containsExactly(
                        "2026-04-01 false 1",
                        "2026-04-02 true 1",
                        "2026-04-03 true 1",
                        "2026-04-04 true 1",
                        "2026-04-05 false 1");
        assertThat(app.get("history/OBJ-1?from=2026-04-03&to=2026-04-04").json().get("values"))
                .extracting(day -> day.get("day").textValue() + " " + day.get("filled"))
                .containsExactly("2026-04-03 true", "2026-04-04 true");
    }

    @Test
    void beforeTheFirstRecordedDayDeliveryIsUnknownWithItsReason() {
        toDay("2026-04-03T09:00:00Z");

        JsonNode past = tree("2026-04-02");

        assertThat(past.get("delivery").isNull()).isTrue();
        assertThat(past.get("signal").isNull()).isTrue();
        assertThat(past.at("/outcome/attainment").doubleValue()).isEqualTo(0.5);
        assertThat(past.at("/snapshot/reason").textValue()).contains("No day was recorded");
        assertThat(app.get("history/OBJ-1").json().get("values")).isEmpty();
        JsonNode numbers =
                app.get("explain/OBJ-1?asOf=2026-04-02").expect(200).json().get("numbers");
        assertThat(numbers.has("outcome.pace")).isTrue();
        assertThat(numbers.has("delivery.progress")).isFalse();
    }

    @Test
    void whatDidNotExistThenIsAbsentAndSaysWhy() {
        for (String path :
                new String[] {"plans/PLAN-1/tree", "plans/PLAN-1/scorecard", "explain/OBJ-1", "explain/KPI-1"}) {
            Reply reply = app.get(path + "?asOf=2026-03-31").expect(404);
            assertThat(reply.json().get("code").textValue()).isEqualTo("NOT_THEN");
            assertThat(reply.json().at("/params/day").textValue()).isEqualTo("2026-03-31");
        }
        assertThat(app.get("plans/PLAN-9/tree?asOf=2026-03-31")
                        .expect(404)
                        .json()
                        .get("code")
                        .textValue())
                .isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-02", "tomorrow", "2026-02-30", "20260401", "0001-01-01", "9999-12-31"})
    void aFutureDayOrNoneIsRefused(String day) {
        for (String path : new String[] {"plans/PLAN-1/tree", "plans/PLAN-1/scorecard", "explain/OBJ-1"}) {
            assertThat(app.get(path + "?asOf=" + day)
                            .expect(400)
                            .json()
                            .at("/errors")
                            .has("asOf"))
                    .as(path)
                    .isTrue();
        }
        assertThat(app.get("history/OBJ-1?to=" + day)
                        .expect(400)
                        .json()
                        .at("/errors")
                        .has("to"))
                .isTrue();
    }

    @Test
    void aHistoryHasItsLimits() {
        app.get("history/OBJ-1?from=2026-04-01&to=2026-03-01").expect(400);
        app.get("history/OBJ-1?from=2000-01-01").expect(400);
        app.get("history/OBJ-9").expect(404);
        app.as("outsider").get("history/OBJ-1").expect(403);
        app.get("explain/OBJ-1").expect(403);
    }

    @Test
    void anAchievedObjectiveKeepsTheNumbersOfItsDay() {
        JsonNode before = tree("2026-04-01").at("/themes/0/objectives/0");
        state("ACHIEVED");
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(201);
        app.post("kpis/KPI-1/actuals", "{'period':'2026-09-30','value':9}").expect(201);

        JsonNode achieved = tree("2026-04-01").at("/themes/0/objectives/0");

        assertThat(achieved.get("outcome")).isEqualTo(before.get("outcome"));
        assertThat(achieved.get("signal")).isEqualTo(before.get("signal"));
        assertThat(achieved.at("/delivery/total")).isEqualTo(before.at("/delivery/total"));
        assertThat(app.get("explain/OBJ-1")
                        .json()
                        .at("/numbers/delivery.progress/formula")
                        .textValue())
                .isEqualTo("as on the day it was achieved");
        assertThat(app.store.changes("KEPT-1", 0, 10).rows()).hasSize(1);

        state("ACTIVE");

        JsonNode again = tree("2026-04-01").at("/themes/0/objectives/0");
        assertThat(again.at("/delivery/total").intValue()).isEqualTo(2);
        assertThat(again.at("/outcome/attainment").intValue()).isEqualTo(1);
        assertThat(app.store.changes("KEPT-1", 0, 10).rows()).hasSize(2);
    }

    private void state(String state) {
        app.call(
                        "PUT",
                        "objectives/OBJ-1",
                        "{'theme':'TH-1','name':'Objective','owner':'exec','state':'" + state + "'}",
                        "If-Match",
                        "*")
                .expect(200);
    }

    @Test
    void eachDayIsRecordedEveryHourAndOnceMoreWhenItHasEnded() {
        app.dayKeeper.tick();
        String first = app.days
                .newest("PLAN-1", java.time.LocalDate.MAX)
                .orElseThrow()
                .taken()
                .toString();
        app.clock.forward(Duration.ofMinutes(59));
        app.dayKeeper.tick();
        assertThat(taken()).isEqualTo(first);
        app.clock.forward(Duration.ofMinutes(2));
        app.dayKeeper.tick();
        assertThat(taken()).isEqualTo("2026-04-01T13:01:00Z");

        toDay("2026-04-02T00:00:20Z");
        app.dayKeeper.tick();
        toDay("2026-04-02T00:00:40Z");
        app.dayKeeper.tick();

        assertThat(app.days
                        .newest("PLAN-1", java.time.LocalDate.parse("2026-04-01"))
                        .orElseThrow()
                        .taken())
                .hasToString("2026-04-02T00:00:20Z");
        assertThat(taken()).isEqualTo("2026-04-02T00:00:20Z");
    }

    private String taken() {
        return app.days
                .newest("PLAN-1", java.time.LocalDate.parse("2199-01-01"))
                .orElseThrow()
                .taken()
                .toString();
    }

    @Test
    void whoComesTooLateAfterMidnightLeavesTheLastHoursRecord() {
        app.dayKeeper.tick();
        toDay("2026-04-02T00:06:00Z");
        app.dayKeeper.tick();

        assertThat(tree("2026-04-01").at("/snapshot/takenAt").textValue()).isEqualTo("2026-04-01T12:00:00Z");
    }

    @Test
    void whileJiraIsBeingReadNothingIsRecordedAndNothingKept() {
        app.work.ready = false;
        app.dayKeeper.tick();
        state("ACHIEVED");

        assertThat(app.days.newest("PLAN-1", java.time.LocalDate.parse("2199-01-01")))
                .isEmpty();
        assertThat(app.store.changes("KEPT-1", 0, 10).rows()).isEmpty();
        JsonNode numbers = app.get("explain/OBJ-1").expect(200).json();
        assertThat(numbers.at("/numbers").has("delivery.progress")).isFalse();
        assertThat(numbers.at("/numbers").has("outcome.pace")).isTrue();
        assertThat(numbers.at("/indexing/total").intValue()).isEqualTo(11);
    }
}
