package io.throughline.app.confluence.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.app.confluence.pulse.Answer.Kind;
import io.throughline.app.confluence.pulse.PulseResult.Clearness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PulseResultTest {
    /** Users are called after their group: {@code a1}, {@code a2}, {@code b1}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // how many of a, b and neither answered | what is told
                "0,0,0|",
                "4,0,0|rest 4",
                "5,0,0|a 5",
                "5,5,0|a 5,b 5",
                "5,4,0|rest 9",
                "9,5,1|a 9,rest 6",
                "9,4,1|a 9,rest 5",
                "6,6,4|b 6,rest 10",
                "5,0,4|rest 9",
                "8,7,5|a 8,b 7,rest 5"
            })
    void smallGroupsAreToldTogetherAndNeverByTheRest(String sizes, String told) {
        List<Answer> answers = new ArrayList<>();
        String[] size = sizes.split(",");
        add(answers, "a", Integer.parseInt(size[0]));
        add(answers, "b", Integer.parseInt(size[1]));
        add(answers, "x", Integer.parseInt(size[2]));

        PulseResult result = PulseResult.of(answers, List.of("a", "b"), String::startsWith);

        List<String> seen = result.groups().stream()
                .map(each -> (each.group().isEmpty() ? "rest" : each.group()) + " " + each.readers())
                .toList();
        // one pool of everybody is the whole itself, and is not told twice
        List<String> expected =
                told == null || told.equals("rest 4") || told.equals("rest 9") ? List.of() : List.of(told.split(","));
        assertThat(seen).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noNumberIsEverAboutFewerThanFive(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Answer> answers = new ArrayList<>();
            for (String group : List.of("a", "b", "c", "x")) {
                add(answers, group, random.nextInt(9));
            }
            PulseResult result = PulseResult.of(answers, List.of("a", "b", "c"), String::startsWith);
            int told = 0;
            for (Clearness each : result.groups()) {
                assertThat(each.readers()).as("seed %d", seed).isGreaterThanOrEqualTo(PulseResult.FEWEST);
                told += each.readers();
            }
            if (!result.groups().isEmpty()) {
                assertThat(told)
                        .as("nobody is left over to be reckoned")
                        .isEqualTo(result.all().readers());
            }
        }
    }

    @Test
    void whoOnlyReadCountsAsReaderAndNotAsNumber() {
        List<Answer> answers = new ArrayList<>();
        add(answers, "a", 5);
        answers.add(new Answer(9, 1, "a9", null, Kind.QUESTION, "", false, Instant.EPOCH, ""));

        PulseResult result = PulseResult.of(answers, List.of(), (user, group) -> false);

        assertThat(result.read()).isEqualTo(6);
        assertThat(result.all().readers()).isEqualTo(5);
        assertThat(result.all().mean()).hasValue(3);
    }

    @Test
    void fourPeopleHaveNoMean() {
        List<Answer> answers = new ArrayList<>();
        add(answers, "a", 4);

        assertThat(PulseResult.of(answers, List.of(), (user, group) -> false)
                        .all()
                        .mean())
                .isEmpty();
    }

    @Test
    void questionsComeBeforeIdeasByTheAlphabet() {
        PulseResult result = PulseResult.of(
                List.of(said("b", Kind.IDEA), said("z", Kind.QUESTION), said("a", Kind.IDEA), said("c", Kind.QUESTION)),
                List.of(),
                (user, group) -> false);

        assertThat(result.words()).extracting(Answer::words).containsExactly("c", "z", "a", "b");
    }

    @Test
    void anAnswerHasItsLimits() {
        assertThatThrownBy(() -> new Answer(0, 1, "u", 6, Kind.IDEA, "", false, Instant.EPOCH, ""))
                .hasMessageContaining("1 to 5");
        String long2001 = "x".repeat(Answer.LONGEST + 1);
        assertThatThrownBy(() -> new Answer(0, 1, "u", 1, Kind.IDEA, long2001, false, Instant.EPOCH, ""))
                .hasMessageContaining("2000");
    }

    private static Answer said(String words, Kind kind) {
        return new Answer(1, 1, words, null, kind, words, false, Instant.EPOCH, "");
    }

    private static void add(List<Answer> answers, String group, int number) {
        for (int i = 1; i <= number; i++) {
            answers.add(new Answer(i, 1, group + i, 1 + i % 5, Kind.QUESTION, "", false, Instant.EPOCH, ""));
        }
    }
}
