package io.throughline.app.confluence.link;

import static io.throughline.app.confluence.link.Reading.instead;
import static io.throughline.app.confluence.link.Reading.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.confluence.link.JiraReply.Body;
import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.MoodyJira.Asked;
import io.throughline.app.confluence.link.MoodyJira.Mood;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers see while Jira is well, and while it is not. */
class RememberedStrategyTest {
    private static final String PATH = "plans/PLAN-1/scorecard?groupBy=THEME";

    private final MoodyJira jira = new MoodyJira();
    private final Reading reading = new Reading(jira, 7);

    @AfterEach
    void end() {
        reading.close();
        jira.close();
    }

    @Test
    void whatJiraJustSaidIsNotAskedAgain() {
        reading.ask("exec", PATH);
        reading.passes(Duration.ofSeconds(15));

        assertThat(seen(reading.ask("exec", PATH))).contains("\"for\":\"exec\"");
        assertThat(jira.asked).hasSize(1);
    }

    @Test
    void aPageInUseIsRefreshedInTheBackgroundAndNeverWaits() throws Exception {
        reading.ask("exec", PATH);
        jira.changes();
        reading.passes(Duration.ofSeconds(20));

        assertThat(seen(reading.ask("exec", PATH))).contains("\"modelVersion\":1");
        reading.rests();
        assertThat(seen(reading.ask("exec", PATH))).contains("\"modelVersion\":2");
        assertThat(jira.asked).hasSize(2);
    }

    @Test
    void afterTheBriefTimeJiraDecidesFirst() {
        reading.ask("exec", PATH);
        reading.passes(Duration.ofSeconds(31));
        Body unchanged = (Body) reading.ask("exec", PATH);
        jira.changes();
        reading.passes(Duration.ofSeconds(31));

        assertThat(seen(reading.ask("exec", PATH))).contains("\"modelVersion\":2");
        assertThat(unchanged.readAt()).isEqualTo("2027-03-15T08:00:31Z");
        assertThat(jira.asked).extracting(Asked::again).containsExactly(false, true, true);
    }

    @ParameterizedTest
    @CsvSource({"REFUSING,NO_RIGHT", "FORGETTING,NOT_FOUND"})
    void whatMayNoLongerBeSeenIsForgottenAndNotShownEvenWhenJiraThenDies(Mood no, Reason reason) {
        reading.ask("exec", PATH);
        reading.passes(Duration.ofSeconds(31));
        jira.is(no);
        assertThat(seen(reading.ask("exec", PATH))).isEqualTo(reason.name());

        jira.is(Mood.FAILING);
        reading.passes(Duration.ofSeconds(31));

        assertThat(seen(reading.ask("exec", PATH))).isEqualTo("FAILED");
    }

    @Test
    void whoLosesTheRightLosesEveryCopy() {
        reading.ask("exec", PATH);
        reading.ask("exec", "plans/PLAN-2/tree");
        reading.passes(Duration.ofSeconds(31));
        jira.is(Mood.REFUSING);
        reading.ask("exec", PATH);
        jira.is(Mood.FAILING);

        assertThat(seen(reading.ask("exec", "plans/PLAN-2/tree"))).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WELL", "HUNG", "HALF_HUNG", "REFUSING", "FORGETTING"})
    void whateverElseJiraDoesTheReaderKeepsTheirLastGoodCopyAndIsToldWhy(Mood mood) {
        reading.ask("exec", PATH);
        reading.passes(Duration.ofMinutes(10));
        jira.is(mood);

        JiraReply reply = reading.ask("exec", PATH);

        assertThat(seen(reply)).contains("\"for\":\"exec\"");
        assertThat(instead(reply).reason()).isEqualTo(reason(mood));
        assertThat(((Body) reply).readAt()).isEqualTo("2027-03-15T08:00:00Z");
        assertThat(seen(reading.ask("pmo", PATH)))
                .as("somebody else has no copy")
                .isEqualTo(reason(mood).name());
    }

    private static Reason reason(Mood mood) {
        return switch (mood) {
            case FAILING -> Reason.FAILED;
            case BEHIND_A_DEAD_PROXY -> Reason.DOWN;
            case ENDLESS -> Reason.TOO_LARGE;
            case WANTING_CONSENT -> Reason.NOT_AUTHORISED;
            case STILL_READING -> Reason.INDEXING;
            default -> Reason.GARBLED;
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"HUNG", "HALF_HUNG"})
    void aHungJiraCostsOnePageItsTimeAndNobodyElseAny(Mood mood) throws Exception {
        reading.ask("exec", PATH);
        reading.passes(Duration.ofMinutes(10));
        jira.is(mood);
        reading.hung(true);
        PageTime first = Reading.page();

        assertThat(instead(reading.ask("exec", PATH, first)).reason()).isEqualTo(Reason.SLOW);
        assertThat(first.left()).isZero();
        for (int macro = 0; macro < 11; macro++) {
            assertThat(seen(reading.ask("exec", "kpis/KPI-" + macro, first))).isEqualTo("SLOW");
        }
        PageTime second = Reading.page();
        assertThat(seen(reading.ask("pmo", PATH, second))).isEqualTo("SLOW");
        assertThat(second.left()).isEqualTo(Reading.BUDGET);
        jira.wasAsked(2);
        assertThat(jira.asked).as("the first, and the one that found it hung").hasSize(2);
    }

    @Test
    void aDeadJiraIsNotKnockedAtByEveryMacroAndReader() {
        jira.is(Mood.BEHIND_A_DEAD_PROXY);
        for (int reader = 0; reader < 50; reader++) {
            for (int macro = 0; macro < 12; macro++) {
                assertThat(seen(reading.ask("reader" + reader, "kpis/KPI-" + macro)))
                        .isEqualTo("DOWN");
            }
        }
        assertThat(jira.asked).hasSize(1);
    }

    @Test
    void aJiraThatIsBackIsTriedByOneReaderAndReadFreshWithinAMinute() throws Exception {
        reading.ask("exec", PATH);
        reading.passes(Duration.ofMinutes(10));
        jira.is(Mood.BEHIND_A_DEAD_PROXY);
        assertThat(instead(reading.ask("exec", PATH)).reason()).isEqualTo(Reason.DOWN);
        jira.is(Mood.WELL);
        jira.changes();
        reading.passes(Duration.ofSeconds(20));

        JiraReply tried = reading.ask("exec", PATH);
        assertThat(seen(tried)).as("whoever tries does not wait").contains("\"modelVersion\":1");
        assertThat(instead(tried).reason())
                .as("and is told that it is old, however soon Jira answers")
                .isEqualTo(Reason.DOWN);
        reading.rests();

        assertThat(seen(reading.ask("exec", PATH))).contains("\"modelVersion\":2");
        assertThat(jira.asked).hasSize(3);
    }

    @Test
    void aJiraThatIsOnlySlowWithOneQuestionIsStillAskedOthers() {
        jira.towards.put("exec", Mood.HUNG);
        reading.hung(true);
        reading.ask("exec", PATH);
        reading.hung(false);
        reading.passes(Duration.ofSeconds(20));

        assertThat(seen(reading.ask("pmo", PATH))).contains("\"for\":\"pmo\"");
        assertThat(seen(reading.ask("dev", PATH))).contains("\"for\":\"dev\"");
    }

    @Test
    void aPageWhoseTimeIsSpentDoesNotSayThatJiraHangs() {
        jira.towards.put("exec", Mood.HUNG);

        assertThat(seen(reading.ask("exec", PATH, new PageTime(Duration.ZERO)))).isEqualTo("SLOW");
        assertThat(seen(reading.ask("pmo", PATH))).contains("\"for\":\"pmo\"");
    }

    @Test
    void twelveMacrosAboutWhatIsNotThereAreOneQuestionOfAPage() {
        jira.is(Mood.FORGETTING);
        PageTime page = Reading.page();
        for (int macro = 0; macro < 12; macro++) {
            assertThat(seen(reading.ask("exec", PATH, page))).isEqualTo("NOT_FOUND");
        }
        assertThat(jira.asked).hasSize(1);
    }

    @Test
    void aCopyIsNotShownForLongerThanADay() {
        reading.ask("exec", PATH);
        jira.is(Mood.FAILING);
        reading.passes(Duration.ofHours(25));

        assertThat(seen(reading.ask("exec", PATH))).isEqualTo("FAILED");
    }

    @Test
    void nobodyIsAReaderToo() {
        assertThat(seen(reading.ask("", PATH))).contains("\"for\":\"\"");
        assertThat(seen(reading.ask("exec", PATH))).contains("\"for\":\"exec\"");
    }
}
