package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.store.LoggedChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An objective that became ACHIEVED when nothing could be kept keeps the numbers of the end of its day. It is UTC. */
class LateAchievementsTest {
    private final App app = App.inTime();

    @BeforeEach
    void sample() {
        app.withSample();
    }

    private JsonNode objective(int place) {
        return app.get("plans/PLAN-1/tree").expect(200).json().at("/themes/0/objectives/" + place);
    }

    private void on(String instant) {
        app.clock.set(Instant.parse(instant));
        app.achievements.tick();
    }

    private List<LoggedChange> kept(int number) {
        return app.store.changes("KEPT-" + number, 0, 10).rows();
    }

    private void state(String state) {
        app.call("PUT", "objectives/OBJ-1", "{'theme':'TH-1','name':'O','state':'" + state + "'}", "If-Match", "*")
                .expect(200);
    }

    @Test
    void whatIsAchievedWhileJiraIsReadKeepsTheEndOfItsDay() {
        app.work.ready = false;
        state("ACHIEVED");
        on("2026-04-01T23:59:00Z");
        assertThat(kept(1)).isEmpty();
        on("2026-04-02T00:01:00Z");
        assertThat(kept(1)).as("still being read").isEmpty();
        app.post("kpis/KPI-1/actuals", "{'period':'2026-09-30','value':9}").expect(201);

        app.work.ready = true;
        on("2026-04-03T09:00:00Z");

        assertThat(kept(1)).hasSize(1);
        assertThat(kept(1).get(0).actor()).isEqualTo("u-pmo");
        assertThat(kept(1).get(0).after().get("day").textValue()).isEqualTo("2026-04-01");
        assertThat(objective(0).at("/outcome/attainment").doubleValue())
                .as("the value of the next day is not in it")
                .isEqualTo(0.5);
        on("2026-04-03T10:00:00Z");
        assertThat(kept(1)).hasSize(1);
    }

    @Test
    void whatIsCreatedAsAchievedKeepsWhatItsDayBrought() {
        app.post("objectives", "{'theme':'TH-1','name':'New','state':'ACHIEVED'}")
                .expect(201);
        app.post("links", "{'objective':'OBJ-2','target':{'kind':'ISSUE','ref':'ABC-1'}}")
                .expect(201);
        app.achievements.tick();
        assertThat(kept(2)).isEmpty();
        assertThat(objective(1).at("/delivery/total").intValue()).isEqualTo(1);

        on("2026-04-02T00:00:30Z");
        app.post("links", "{'objective':'OBJ-2','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(201);

        assertThat(kept(2)).hasSize(1);
        assertThat(objective(1).at("/delivery/total").intValue()).isEqualTo(1);
    }

    @Test
    void whatWasTakenUpAgainBeforeItsDayEndedKeepsNothing() {
        app.work.ready = false;
        state("ACHIEVED");
        state("ACTIVE");
        app.work.ready = true;

        on("2026-04-02T00:00:30Z");

        assertThat(kept(1)).isEmpty();
    }

    @Test
    void whatKeptItsNumbersInTimeIsLeftAlone() {
        state("ACHIEVED");
        assertThat(kept(1)).hasSize(1);

        on("2026-04-02T00:00:30Z");

        assertThat(kept(1)).hasSize(1);
        assertThat(app.get("changes/verification").json().get("intact").booleanValue())
                .isTrue();
    }
}
