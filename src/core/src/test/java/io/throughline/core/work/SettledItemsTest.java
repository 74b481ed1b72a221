package io.throughline.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index says as columns is all that it knows. */
class SettledItemsTest {
    private static final int IDS = 400;
    private static final WorkRules RULES = WorkRules.defaults();

    /** Present items and ghosts, with what follows from the others. */
    private record Known(WorkItem item, boolean carries, boolean excluded, String parent, int level) {}

    private static Map<Long, Known> all(WorkIndex index) {
        WorkView view = index.view(RULES);
        Map<Long, Known> all = new TreeMap<>();
        for (int at = 0; at < view.positions(); at++) {
            if (view.isPresent(at)) {
                String parent = view.parent(at) == WorkView.NONE ? "" : view.key(view.parent(at));
                all.put(
                        view.id(at),
                        new Known(
                                index.get(view.id(at)).orElseThrow(),
                                view.carriesSize(at),
                                view.isExcluded(at),
                                parent,
                                view.level(at)));
            }
        }
        return all;
    }

    private static WorkItem random(Random random) {
        long id = 1 + random.nextInt(IDS);
        return new WorkItem(
                id % 7 == 0 ? id | 1L << 40 : id,
                random.nextInt(9) == 0 ? "odd " + random.nextInt(99) : "P-" + id,
                1 + random.nextInt(3),
                "P",
                List.of("Story", "Epic", "Initiative").get(random.nextInt(3)),
                random.nextInt(5) == 0,
                random.nextInt(IDS), // often itself, often nobody
                StatusCategory.values()[random.nextInt(3)],
                random.nextInt(3) == 0 ? "Duplicate" : null,
                random.nextBoolean() ? null : (Double) (double) random.nextInt(9),
                random.nextBoolean() ? null : (Long) (long) random.nextInt(9_000),
                Instant.ofEpochMilli(random.nextLong(1L << 41)),
                random.nextBoolean() ? null : Instant.ofEpochMilli(random.nextInt(1_000) * WorkView.QUARTER),
                random.nextInt(9) == 0,
                random.nextInt(9) == 0 ? (Long) 5L : null);
    }

    private static void change(WorkIndex index, Random random) {
        if (random.nextInt(4) == 0) {
            long id = 1 + random.nextInt(IDS);
            index.remove(id % 7 == 0 ? id | 1L << 40 : id);
        } else {
            index.upsert(random(random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anIndexThatTakesThemIsTheOneThatGaveThemAndGoesOnAlike(long seed) {
        Random random = new Random(seed);
        WorkIndex index = new WorkIndex();
        for (int time = 0; time < 2_000; time++) {
            change(index, random);
        }
        WorkIndex other = new WorkIndex();
        other.upsert(random(random));
        long before = other.version();

        other.replaceBy(index.settled());

        assertThat(other.version()).isGreaterThan(before);
        assertThat(other.size()).isEqualTo(index.size());
        assertThat(all(other)).isEqualTo(all(index));
        assertThat(other.view().staleParents()).isEqualTo(index.view().staleParents());
        for (int time = 0; time < 2_000; time++) {
            long same = random.nextLong();
            change(index, new Random(same));
            change(other, new Random(same));
        }
        assertThat(all(other)).isEqualTo(all(index));
        assertThat(other.view().staleParents()).isEqualTo(index.view().staleParents());
    }

    @Test
    void theyAreInTheOrderOfASettledIndex() {
        Random random = new Random(9);
        WorkIndex index = new WorkIndex();
        for (int time = 0; time < 2_000; time++) {
            change(index, random);
        }
        index.view(RULES);
        SettledItems given = index.settled();

        index.settle();

        WorkView view = index.view();
        for (int at = 0; at < index.size(); at++) {
            assertThat(view.id(at)).isEqualTo(given.ids()[at]);
        }
    }

    @Test
    void columnsThatDoNotFitTogetherAreRefused() {
        WorkIndex index = new WorkIndex();
        index.upsert(random(new Random(1)));
        SettledItems one = index.settled();

        assertThatThrownBy(() -> new SettledItems(
                        one.ids(),
                        one.numbers(),
                        new int[] {7}, // nobody stands there
                        one.traits(),
                        one.sizes(),
                        one.facts(),
                        one.updated(),
                        one.traitExamples(),
                        one.sizeExamples(),
                        one.oddKeys()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
