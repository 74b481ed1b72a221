package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.remind.ReminderKeeper.Round;
import io.throughline.app.rest.FakePostbox.Mail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is reminded by mail, of what, and how often. The sample's KPI belongs to exec and owes July from 1 August on. */
class RemindersTest {
    private final App app = App.fresh();
    private final Instant usual = app.clock.instant();

    @BeforeEach
    void theLastDayOfJuly() {
        on("2026-07-31");
        app.withSample();
    }

    @AfterEach
    void backToTheUsualDay() {
        app.clock.set(usual);
        app.users.deactivated.clear();
    }

    private void on(String day) {
        app.clock.set(Instant.parse(day + "T10:00:00Z"));
    }

    /** What a node that has just started sends. */
    private Round round() {
        return app.reminders().round().orElseThrow();
    }

    private List<String> readers() {
        return app.postbox.mails.stream().map(Mail::to).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-31, 0", // the period runs
        "2026-08-01, 1", // the first day on which it is late
        "2026-08-07, 1",
        "2026-08-08, 2", // a week later
        "2026-08-15, 3",
        "2026-09-15, 7"
    })
    void onTheFirstLateDayAndEveryWeekAfterThereIsOneMail(String until, int mails) {
        for (Instant at = app.clock.instant();
                !at.isAfter(Instant.parse(until + "T23:00:00Z"));
                at = at.plusSeconds(6 * 3600)) {
            app.clock.set(at);
            round();
        }

        assertThat(readers()).hasSize(mails).allMatch("u-exec"::equals);
    }

    @Test
    void anotherNodeAndARestartSendNothingTwice() {
        on("2026-08-01");

        assertThat(round()).isEqualTo(new Round(1, 1));
        assertThat(round()).isEqualTo(new Round(0, 0));
        assertThat(round()).isEqualTo(new Round(0, 0));
    }

    @Test
    void whoWasAwayForWeeksGetsOneReminderAndNotOneForEachWeek() {
        on("2026-09-15");

        assertThat(round()).isEqualTo(new Round(1, 1));
        assertThat(round().mails()).isZero();
    }

    @Test
    void allThatIsDueIsInOneMail() {
        app.post(
                        "kpis",
                        "{'objective':'OBJ-1','name':'Second <b>','direction':'INCREASE','owner':'exec',"
                                + "'baseline':{'value':1,'date':'2026-01-01'},'target':{'value':2,'date':'2026-12-31'}}")
                .expect(201);
        on("2026-08-01");

        assertThat(round()).isEqualTo(new Round(1, 2));

        Mail mail = app.postbox.mails.get(0);
        assertThat(mail.subject()).isEqualTo("2 KPIs wait for you");
        assertThat(mail.html())
                .contains("https://jira.example.com/jira/plugins/servlet/throughline/kpis/KPI-1")
                .contains("https://jira.example.com/jira/plugins/servlet/throughline/my-kpis")
                .contains("31 Jul 2026", "1 day late", "Objective, Plan", "Second &lt;b&gt;")
                .doesNotContain("Second <b>", "throughline.remind");
    }

    @Test
    void aValueThatWasEnteredIsNotRemindedOfAndTheNextPeriodIsANewMatter() {
        on("2026-08-01");
        round();
        app.as("exec")
                .post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1.5}")
                .expect(201);
        on("2026-08-20");
        assertThat(round().mails()).isZero();

        on("2026-09-01");

        assertThat(round().mails()).isOne();
    }

    @Test
    void anAttestationIsRemindedOfFromTheDayAfterTheValueWasEntered() {
        String kpi = app.as("pmo").get("kpis/KPI-1").text().replace("\"NONE\"", "\"OWNER\"");
        app.put("kpis/KPI-1", kpi, 1).expect(200);
        app.post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1.5}").expect(201);
        assertThat(round().mails()).isZero();

        on("2026-08-01");

        assertThat(round()).isEqualTo(new Round(1, 1));
        assertThat(app.postbox.mails.get(0).html()).contains("The value waits for its attestation");
        app.as("exec").post("kpis/KPI-1/actuals/2026-07-31/attestation", "{}").expect(201);
        on("2026-08-08");
        assertThat(round().mails()).isZero();
    }

    @Test
    void whoStandsInIsToldInsteadInTheirOwnLanguage() {
        app.as("exec")
                .post("delegations", "{'to':'dev','from':'2026-08-01','until':'2026-08-07'}")
                .expect(201);
        on("2026-08-01");
        round();
        on("2026-08-08");
        round();

        assertThat(readers()).containsExactly("u-dev", "u-exec");
        assertThat(app.postbox.mails.get(0).subject()).isEqualTo("1 KPI wartet auf Sie");
        assertThat(app.postbox.mails.get(0).html()).contains("Sie vertreten The exec", "Der Wert fehlt");
    }

    @Test
    void whoStandsInAndWantsNoMailLeavesItToTheOwner() {
        app.as("exec")
                .post("delegations", "{'to':'dev','from':'2026-08-01','until':'2026-08-07'}")
                .expect(201);
        app.as("dev").call("PUT", "reminders", "{'mail':false}").expect(200);
        on("2026-08-01");

        round();

        assertThat(readers()).containsExactly("u-exec");
    }

    @Test
    void whoSwitchedItOffGetsNoneUntilItIsOnAgain() {
        assertThat(app.as("exec").get("reminders").json().get("mail").booleanValue())
                .isTrue();
        app.call("PUT", "reminders", "{'mail':false}").expect(200);
        assertThat(app.get("reminders").json().get("mail").booleanValue()).isFalse();
        on("2026-08-01");
        assertThat(round().mails()).isZero();

        app.call("PUT", "reminders", "{'mail':true}").expect(200);

        assertThat(round().mails()).isOne();
    }

    @Test
    void nobodyIsToldWhoLeftOrHasNoAddressOrMayNotLook() {
        on("2026-08-01");
        app.users.deactivated.add("exec");
        assertThat(round().mails()).isZero();
        app.users.deactivated.clear();
        app.postbox.withoutAddress.add("u-exec");
        assertThat(round().mails()).isZero();
        app.postbox.withoutAddress.clear();
        app.as("pmo").put("kpis/KPI-1", app.get("kpis/KPI-1").text().replace("\"exec\"", "\"outsider\""), 1);
        assertThat(app.get("kpis/KPI-1").json().get("owner").textValue()).isEqualTo("outsider");

        assertThat(round().mails()).isZero();
    }

    @Test
    void whoLeftLendsNothingToWhoStandsIn() {
        app.as("exec")
                .post("delegations", "{'to':'dev','from':'2026-08-01','until':'2026-08-07'}")
                .expect(201);
        app.users.deactivated.add("exec");
        on("2026-08-01");

        assertThat(round().mails()).isZero();
    }

    @Test
    void withoutAMailServerNothingCountsAsSent() {
        on("2026-08-01");
        app.postbox.open = false;
        assertThat(round().mails()).isZero();

        app.postbox.open = true;

        assertThat(round().mails()).isOne();
    }

    @Test
    void whatTheQueueDidNotTakeIsTriedAgain() {
        on("2026-08-01");
        round();
        on("2026-08-08");
        app.postbox.broken = true;
        assertThat(round().mails()).isZero();

        app.postbox.broken = false;

        assertThat(round().mails()).isOne();
        assertThat(round().mails()).isZero();
    }

    @Test
    void byItselfItLooksByDayAndEveryHour() {
        app.clock.set(Instant.parse("2026-08-01T06:59:00Z"));
        var keeper = app.reminders();
        keeper.tick();
        assertThat(readers()).isEmpty();

        app.clock.set(Instant.parse("2026-08-01T07:00:00Z"));
        keeper.tick();
        assertThat(readers()).hasSize(1);

        app.sent.clear();
        app.clock.set(Instant.parse("2026-08-01T07:59:00Z"));
        keeper.tick();
        assertThat(readers()).hasSize(1);
        app.clock.set(Instant.parse("2026-08-01T08:00:00Z"));
        keeper.tick();
        assertThat(readers()).hasSize(2);
    }

    @Test
    void administratorsMaySendWhatIsDueNow() {
        on("2026-08-01");
        app.as("pmo").post("reminders", "{}").expect(403);

        assertThat(app.as("admin").post("reminders", "{}").expect(200).json().toString())
                .isEqualTo("{\"mails\":1,\"reminders\":1,\"digests\":0}");
        app.call("PUT", "reminders", "{}").expect(400);
        app.call("PUT", "reminders", "{'mail':'no'}").expect(400);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED", "DRAFT"})
    void aPlanThatIsNotActiveRemindsNobody(String state) {
        app.as("pmo").put("plans/PLAN-1", app.get("plans/PLAN-1").text().replace("\"ACTIVE\"", "\"" + state + "\""), 1);
        on("2026-08-01");

        assertThat(round().mails()).isZero();
    }
}
