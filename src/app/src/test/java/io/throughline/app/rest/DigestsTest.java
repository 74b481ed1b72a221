package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.digest.DigestKeeper;
import io.throughline.app.rest.FakePostbox.Mail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who gets a digest, when, and what is in it. exec leads ABC, whose issues 2, 4, 6, 8 and 10 are orphans, and owns the
 * sample's KPI with its value for June; dev, who may not browse SECRET, leads it.
 */
class DigestsTest {
    private final App app = App.fresh();
    private final Instant usual = app.clock.instant();

    @BeforeEach
    void aMonday() {
        app.withSample();
        app.work.leads.put(100L, "u-exec");
        app.work.leads.put(200L, "u-dev");
        at("2026-07-06T10:00:00Z");
    }

    @AfterEach
    void backToTheUsualDay() {
        app.clock.set(usual);
    }

    private void at(String instant) {
        app.clock.set(Instant.parse(instant));
    }

    private List<String> readers() {
        return app.postbox.mails.stream().map(Mail::to).toList();
    }

    /** What a node that has just started sends. */
    private int round() {
        return app.digests().round().orElseThrow();
    }

    @Test
    void whoLeadsAProjectIsToldOfItsOrphansTheLargestFirst() {
        assertThat(round()).isOne();

        Mail mail = app.postbox.mails.get(0);
        assertThat(mail.to()).isEqualTo("u-exec");
        assertThat(mail.subject()).isEqualTo("Your week in the strategy, 6 Jul 2026");
        assertThat(mail.html())
                .contains("5 items in projects that you lead serve no objective")
                .contains("https://jira.example.com/jira/browse/ABC-2", "ABC-10 S", "1 open")
                .doesNotContain("stale", "SECRET", "throughline.digest", "more</a>");
    }

    @Test
    void nobodyReadsOfWhatTheyMayNotBrowseNotEvenWhoLeadsIt() {
        round();

        assertThat(readers()).doesNotContain("u-dev");
        app.work.leads.put(200L, "u-pmo");
        round();
        assertThat(readers()).containsExactly("u-exec", "u-pmo");
        assertThat(app.postbox.mails.get(1).html()).contains("SECRET-1");
    }

    @Test
    void staleKpisAndDriftingObjectivesOfOnesOwnAreInIt() {
        app.work.leads.clear();
        at("2026-09-07T10:00:00Z");

        assertThat(round()).isOne();

        assertThat(app.postbox.mails.get(0).html())
                .contains(
                        "1 KPI of yours is stale",
                        "plugins/servlet/throughline/kpis/KPI-1",
                        "Last value for 30 Jun 2026")
                .contains("Objective, Plan");
        at("2026-07-06T10:00:00Z");
        app.postbox.clear();
        app.post(
                        "kpis",
                        "{'objective':'OBJ-1','name':'Red','direction':'INCREASE','owner':'pmo','weight':9,"
                                + "'baseline':{'value':1,'date':'2026-01-01'},'target':{'value':2,'date':'2026-12-31'}}")
                .expect(201);
        app.post("kpis/KPI-2/actuals", "{'period':'2026-06-30','value':1.01}").expect(201);
        assertThat(round()).isOne();
        assertThat(readers()).containsExactly("u-exec");
        assertThat(app.postbox.mails.get(0).html())
                .contains("1 objective of yours drifts", "plugins/servlet/throughline/objectives/OBJ-1")
                .doesNotContain("stale");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-06T06:59:00Z, 0", // at night
        "2026-07-06T07:00:00Z, 1",
        "2026-07-09T12:00:00Z, 1", // no node ran on Monday
        "2026-07-12T23:00:00Z, 1",
        "2026-07-13T06:00:00Z, 1",
        "2026-07-13T08:00:00Z, 2",
        "2026-07-20T08:00:00Z, 3"
    })
    void thereIsOneAWeekHoweverOftenNodesLookAndRestart(String until, int mails) {
        DigestKeeper other = app.digests();
        at("2026-07-06T00:30:00Z");
        while (!app.clock.instant().isAfter(Instant.parse(until))) {
            app.digests().tick();
            other.tick();
            app.clock.forward(java.time.Duration.ofMinutes(30));
        }

        assertThat(readers()).hasSize(mails).allMatch("u-exec"::equals);
    }

    @Test
    void whoSwitchedMailOffOrLeftOrHasNoAddressOrMayNotLookGetsNone() {
        app.as("exec").call("PUT", "reminders", "{'mail':false}").expect(200);
        assertThat(round()).isZero();
        app.call("PUT", "reminders", "{'mail':true}").expect(200);
        app.users.deactivated.add("exec");
        assertThat(round()).isZero();
        app.users.deactivated.clear();
        app.postbox.withoutAddress.add("u-exec");
        assertThat(round()).isZero();
        app.work.leads.put(100L, "u-outsider");
        assertThat(round()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"DRAFT", "CLOSED"})
    void whereNoPlanIsInForceNobodyIsTold(String state) {
        app.put("plans/PLAN-1", app.get("plans/PLAN-1").text().replace("\"ACTIVE\"", "\"" + state + "\""), 1)
                .expect(200);

        assertThat(round()).isZero();
    }

    @Test
    void inTheReadersLanguage() {
        app.work.leads.put(100L, "u-dev");

        round();

        assertThat(app.postbox.mails.get(0).subject()).isEqualTo("Ihre Woche in der Strategie, 6. Juli 2026");
        assertThat(app.postbox.mails.get(0).html()).contains("5 Vorg\u00e4nge in Projekten, die Sie leiten");
    }

    @Test
    void whoHasNothingToBeToldGetsNoMail() {
        app.work.leads.clear();

        assertThat(round()).isZero();
        app.work.leads.put(100L, "u-exec");
        assertThat(round()).as("done for this week").isZero();
    }

    @Test
    void whatTheQueueDidNotTakeIsTriedAgainAnHourLater() {
        DigestKeeper keeper = app.digests();
        app.postbox.broken = true;
        keeper.tick();
        app.postbox.broken = false;
        keeper.tick();
        assertThat(readers()).isEmpty();

        at("2026-07-06T11:00:00Z");
        keeper.tick();

        assertThat(readers()).hasSize(1);
    }

    @Test
    void whileTheWorkIsReadNothingPartialIsSent() {
        app.work.ready = false;

        app.digests().tick();
        assertThat(app.as("admin")
                        .post("reminders", "{}")
                        .expect(200)
                        .json()
                        .get("digests")
                        .isNull())
                .isTrue();
        app.work.ready = true;
        assertThat(app.post("reminders", "{}").json().get("digests").intValue()).isOne();
    }
}
