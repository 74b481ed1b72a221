package io.throughline.app.confluence.link;

import static io.throughline.app.confluence.link.Reading.instead;
import static io.throughline.app.confluence.link.Reading.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.confluence.link.JiraReply.Body;
import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.MoodyJira.Mood;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The questions of one page are one request, and what comes of each is its own. */
class TogetherTest {
    private static final List<String> PAGE =
            List.of("plans/PLAN-1/map", "objectives/OBJ-1/card", "kpis/KPI-1/card", "plans/PLAN-1/tree");

    private final MoodyJira jira = new MoodyJira();
    private final Reading reading = new Reading(jira, 7);

    @AfterEach
    void end() {
        reading.close();
        jira.close();
    }

    private List<JiraReply> read(String reader, List<String> questions) {
        PageTime page = Reading.page(questions);
        return questions.stream().map(each -> reading.ask(reader, each, page)).toList();
    }

    @Test
    void aPageIsOneRequestAndAfterItsTimeOneThatIsAnsweredWithNothing() {
        List<JiraReply> first = read("exec", PAGE);
        reading.passes(RememberedStrategy.FRESH.plusSeconds(1));
        List<JiraReply> second = read("exec", PAGE);

        assertThat(jira.asked).extracting(MoodyJira.Asked::again).containsExactly(false, true);
        for (int at = 0; at < PAGE.size(); at++) {
            assertThat(seen(second.get(at))).isEqualTo(seen(first.get(at))).contains(PAGE.get(at));
            assertThat(((Body) second.get(at)).readAt()).isAfter(((Body) first.get(at)).readAt());
        }
    }

    @Test
    void aPageInUseIsAskedForAgainOnceInTheBackground() throws Exception {
        read("exec", PAGE);
        jira.changes();
        reading.passes(Duration.ofSeconds(20));

        assertThat(read("exec", PAGE)).allSatisfy(each -> assertThat(seen(each)).contains("\"path\""));
        reading.rests();

        assertThat(jira.asked).hasSize(2);
        assertThat(read("exec", PAGE)).allSatisfy(each -> assertThat(seen(each)).contains("\"modelVersion\":2"));
        assertThat(jira.asked).hasSize(2);
    }

    @Test
    void onlyWhatTheReaderLacksIsAskedFor() {
        reading.ask("exec", PAGE.get(0));
        reading.ask("exec", PAGE.get(2));

        read("exec", PAGE);

        assertThat(jira.asked).hasSize(3);
        assertThat(jira.asked.get(2).path())
                .isEqualTo("parts?part=objectives%2FOBJ-1%2Fcard&part=plans%2FPLAN-1%2Ftree");
    }

    @Test
    void whatIsGoneIsSaidInItsPlaceAndNotAskedForByEveryReading() {
        jira.missing.add(PAGE.get(1));

        List<JiraReply> first = read("exec", PAGE);
        List<JiraReply> second = read("exec", PAGE);

        for (List<JiraReply> replies : List.of(first, second)) {
            assertThat(seen(replies.get(1))).isEqualTo("NOT_FOUND");
            assertThat(seen(replies.get(2))).contains("kpis/KPI-1/card");
        }
        assertThat(jira.asked).hasSize(1);
    }

    @Test
    void ofAPageOfWhichOnePartIsOldTheOthersAreShownAsTheyAre() throws Exception {
        read("exec", PAGE);
        jira.is(Mood.FAILING);
        reading.passes(Duration.ofMinutes(5));

        assertThat(read("exec", PAGE)).allSatisfy(each -> {
            assertThat(seen(each)).contains("\"path\"");
            assertThat(instead(each).reason()).isEqualTo(Reason.FAILED);
        });
        assertThat(jira.asked).as("the page, and its one failure").hasSize(2);
    }

    @Test
    void aJiraWhoseAppIsOlderIsAskedEachQuestionByItself() {
        jira.isOld = true;

        List<JiraReply> replies = read("exec", PAGE);

        for (int at = 0; at < PAGE.size(); at++) {
            assertThat(seen(replies.get(at))).contains("\"path\":\"" + PAGE.get(at) + "\"");
        }
        assertThat(jira.asked).hasSize(1 + PAGE.size());
    }

    @Test
    void aPageOfVeryManyMacrosAsksForAsManyAtOnceAsJiraAnswers() {
        List<String> many = IntStream.range(0, 60)
                .mapToObj(at -> "kpis/KPI-" + at + "/card")
                .toList();

        assertThat(read("exec", many)).allSatisfy(each -> assertThat(seen(each)).contains("\"path\""));

        assertThat(jira.asked).hasSize(3);
    }

    @Test
    void aMacroThatThePageDidNotNameAsksByItself() {
        PageTime page = Reading.page(PAGE);
        reading.ask("exec", "plans/PLAN-9/map", page);
        reading.ask("exec", "plans/PLAN-8/map", page);

        assertThat(jira.asked).hasSize(2);
        assertThat(jira.asked.get(0).path()).contains("PLAN-9", "OBJ-1");
        assertThat(jira.asked.get(1).path()).isEqualTo("plans/PLAN-8/map");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WELL", "HUNG", "HALF_HUNG", "WITHOUT_THE_APP", "FORGETTING", "ENDLESS"})
    void whateverIsWrongWithAllOfItIsWrongWithEachPartAndOneRequest(Mood mood) {
        jira.is(mood);

        List<String> seen =
                read("exec", PAGE).stream().map(Reading::seen).distinct().toList();

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0)).isNotEqualTo("BAD_QUESTION").doesNotContain("{");
        assertThat(jira.asked).hasSize(1);
    }

    @Test
    void aHungJiraCostsThePageItsTimeOnce() throws Exception {
        jira.is(Mood.HUNG);
        reading.hung(true);
        PageTime page = Reading.page(PAGE);

        for (String question : PAGE) {
            assertThat(seen(reading.ask("exec", question, page))).isEqualTo("SLOW");
        }

        assertThat(page.left()).isZero();
        jira.wasAsked(1);
        assertThat(jira.asked).hasSize(1);
    }

    /** Bodies are cut out of the answer as bytes: names that look like the frame around them must not be taken for it. */
    @Test
    void namesThatLookLikeTheFrameStayInTheirPart() {
        jira.answers = (reader, path, version) -> "{\"name\":\"Zürich 🚆 \\\"}]},{\\\"part\\\":\", \"path\":\"" + path
                + "\",\"parts\":[{\"part\":\"x\"}]}";

        List<JiraReply> replies = read("exec", PAGE);

        for (int at = 0; at < PAGE.size(); at++) {
            assertThat(seen(replies.get(at))).isEqualTo(jira.answers.of("exec", PAGE.get(at), 1));
        }
        assertThat(jira.asked).hasSize(1);
    }
}
