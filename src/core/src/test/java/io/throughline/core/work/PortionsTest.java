package io.throughline.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several hands have each position once, and what is known is only what all before it is. */
class PortionsTest {
    @Test
    void positionsAreTakenInPortionsFromTheFirstToTheLast() {
        Portions portions = new Portions(10, 4);
        List<String> taken = new ArrayList<>();
        for (int from = portions.take(); from != WorkView.NONE; from = portions.take()) {
            taken.add(from + ".." + portions.end(from));
        }

        assertThat(taken).containsExactly("0..4", "4..8", "8..10");
        assertThat(portions.take()).isEqualTo(WorkView.NONE);
    }

    @Test
    void whatIsKnownEndsBeforeTheFirstPortionThatIsNotDone() {
        Portions portions = new Portions(10, 4);
        assertThat(portions.known()).isZero();

        portions.done(4);
        assertThat(portions.known()).isZero();
        portions.done(0);
        assertThat(portions.known()).isEqualTo(8);
        portions.done(8);
        assertThat(portions.known()).as("not more than there is").isEqualTo(10);
    }

    @ParameterizedTest(name = "{0} positions in portions of 4 on {1} processors: {2}")
    @CsvSource({"0, 8, 1", "31, 8, 1", "32, 8, 2", "48, 8, 3", "1000, 1, 1", "1000, 2, 2", "1000, 4, 4", "1000, 64, 4"})
    void thereAreAsManyHandsAsProcessorsButFewForLittleAndNeverMoreThanFour(int positions, int processors, int hands) {
        assertThat(new Portions(positions, 4).hands(processors)).isEqualTo(hands);
    }

    @Test
    void theLastPortionOfTheLargestIndexEndsWhereThatEnds() {
        Portions portions = new Portions(Integer.MAX_VALUE, 1 << 30);
        portions.take();
        int last = portions.take();

        assertThat(portions.end(last)).isEqualTo(Integer.MAX_VALUE);
        assertThat(portions.take()).isEqualTo(WorkView.NONE);
    }

    @ParameterizedTest(name = "{0} hands")
    @ValueSource(ints = {1, 2, 5})
    void handsHaveEachPositionOnce(int hands) {
        Portions portions = new Portions(10_001, 7);
        AtomicIntegerArray had = new AtomicIntegerArray(10_001);

        List<Integer> counted = Portions.share(hands, () -> {
            int count = 0;
            for (int from = portions.take(); from != WorkView.NONE; from = portions.take()) {
                for (int at = from; at < portions.end(from); at++) {
                    had.incrementAndGet(at);
                    count++;
                }
                portions.done(from);
            }
            return count;
        });

        assertThat(counted).hasSize(hands);
        assertThat(counted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(10_001);
        assertThat(portions.known()).isEqualTo(10_001);
        for (int at = 0; at < had.length(); at++) {
            assertThat(had.get(at)).as("position %d", at).isEqualTo(1);
        }
    }

    @Test
    void whatGoesWrongInAHandComesToWhoeverAsked() {
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> Portions.share(2, () -> {
                    if (asked.incrementAndGet() == 2) {
                        throw new IllegalStateException("too much");
                    }
                    return 0;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too much");
    }
}
