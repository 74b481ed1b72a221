package io.throughline.core.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each set has one number, and the number gives the set back, however many there are. */
class LinkSetsTest {
    private final LinkSets sets = new LinkSets();

    private List<Integer> links(int set) {
        List<Integer> links = new ArrayList<>();
        sets.forEach(set, links::add);
        return links;
    }

    @Test
    void theEmptySetIsTheOneOfNothing() {
        assertThat(sets.of(new int[0])).isEqualTo(LinkSets.EMPTY);
        assertThat(sets.filter(sets.single(7), link -> false)).isEqualTo(LinkSets.EMPTY);
        assertThat(sets.union(LinkSets.EMPTY, sets.single(7))).isEqualTo(sets.single(7));
        assertThat(sets.union(sets.single(7), LinkSets.EMPTY)).isEqualTo(sets.single(7));
        assertThat(links(LinkSets.EMPTY)).isEmpty();
    }

    @Test
    void orderAndRepetitionMakeNoOtherSet() {
        int set = sets.of(new int[] {3, 1, 2, 3});

        assertThat(links(set)).containsExactly(1, 2, 3);
        assertThat(sets.of(new int[] {2, 1, 3})).isEqualTo(set);
        assertThat(sets.union(sets.of(new int[] {1, 3}), sets.single(2))).isEqualTo(set);
        assertThat(sets.filter(set, link -> true)).isEqualTo(set);
        assertThat(sets.any(set, link -> link == 2)).isTrue();
        assertThat(sets.any(set, link -> link == 4)).isFalse();
    }

    @Test
    void thousandsOfSetsKeepTheirNumbers() {
        Random random = new Random(11);
        Map<TreeSet<Integer>, Integer> known = new HashMap<>();
        known.put(new TreeSet<>(), LinkSets.EMPTY);
        List<TreeSet<Integer>> all = new ArrayList<>(known.keySet());
        for (int round = 0; round < 5_000; round++) {
            TreeSet<Integer> one = all.get(random.nextInt(all.size()));
            TreeSet<Integer> both = new TreeSet<>(one);
            int other = random.nextInt(400);
            both.add(other);
            int number = sets.union(known.get(one), sets.single(other));
            if (known.putIfAbsent(both, number) == null) {
                all.add(both);
            }
            assertThat(known.get(both)).isEqualTo(number);
        }

        assertThat(known).hasSizeGreaterThan(1_000).allSatisfy((links, number) -> {
            assertThat(links(number)).containsExactlyElementsOf(links);
            assertThat(sets.of(links.stream().mapToInt(Integer::intValue).toArray()))
                    .isEqualTo(number);
        });
    }
}
