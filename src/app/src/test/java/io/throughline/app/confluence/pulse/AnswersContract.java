package io.throughline.app.confluence.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.throughline.app.confluence.pulse.Answer.Kind;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every database keeps of answers. */
abstract class AnswersContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Answers answers = new Answers(ao());

    abstract ActiveObjects ao();

    @Test
    void oneAnswerForEachReaderAndPageAndItCanBeChangedAndTakenBack() {
        answers.keep(answer(1, "exec", 2, Kind.QUESTION, "Why?"));
        answers.keep(answer(1, "exec", 4, Kind.IDEA, "x".repeat(Answer.LONGEST)));
        answers.keep(answer(2, "exec", 5, Kind.QUESTION, ""));

        assertThat(answers.of(1)).singleElement().satisfies(kept -> {
            assertThat(kept.clear()).isEqualTo(4);
            assertThat(kept.kind()).isEqualTo(Kind.IDEA);
            assertThat(kept.words()).hasSize(Answer.LONGEST);
            assertThat(kept.at()).isEqualTo(NOON);
        });

        answers.takeBack(1, "exec");
        assertThat(answers.of(1)).isEmpty();
        assertThat(answers.of(2, "exec")).isPresent();
    }

    @Test
    void readingAloneIsAnAnswer() {
        answers.keep(new Answer(0, 1, "exec", null, Kind.QUESTION, "", false, NOON, ""));

        assertThat(answers.of(1, "exec")).get().extracting(Answer::clear).isNull();
    }

    @Test
    void anIdeaKeepsItsIssueWhileItsWordsStay() {
        answers.keep(answer(1, "exec", 3, Kind.IDEA, "Ask the drivers"));
        int id = answers.of(1).get(0).id();

        answers.became(id, "https://jira/browse/HR-1");
        answers.keep(answer(1, "exec", 5, Kind.IDEA, "Ask the drivers"));
        assertThat(answers.withId(id)).get().extracting(Answer::issue).isEqualTo("https://jira/browse/HR-1");

        answers.keep(answer(1, "exec", 5, Kind.IDEA, "Ask the passengers"));
        assertThat(answers.withId(id)).get().extracting(Answer::issue).isEqualTo("");
    }

    @Test
    void aDoubleClickIsOneAnswer() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> clicks = IntStream.range(0, 24)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        answers.keep(answer(1, "exec", 1 + i % 5, Kind.QUESTION, "w" + i));
                        return true;
                    })
                    .toList();
            for (var click : nodes.invokeAll(clicks)) {
                assertThat(click.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(answers.of(1)).hasSize(1);
    }

    private static Answer answer(long page, String user, int clear, Kind kind, String words) {
        return new Answer(0, page, user, clear, kind, words, false, NOON, "");
    }
}
