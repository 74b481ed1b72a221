package io.throughline.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.strategy.SizeMeasure;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small tables under the index, beside what the JDK's maps say. */
class TablesTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aMapOfLongsKnowsWhatAHashMapKnows(long seed) {
        Random random = new Random(seed);
        LongIntMap map = new LongIntMap(4);
        Map<Long, Integer> expected = new HashMap<>();
        for (int round = 0; round < 20_000; round++) {
            long key = 1 + random.nextInt(500) * (random.nextBoolean() ? 1L : 1L << 33);
            if (random.nextInt(3) == 0) {
                map.remove(key);
                expected.remove(key);
            } else {
                map.put(key, round);
                expected.put(key, round);
            }
            assertThat(map.get(key)).isEqualTo(expected.getOrDefault(key, LongIntMap.ABSENT));
        }
        Map<Long, Integer> told = new HashMap<>();
        map.forEach(told::put);
        assertThat(told).isEqualTo(expected);
        assertThat(map.size()).isEqualTo(expected.size());

        map.clear();
        assertThat(map.size()).isZero();
        expected.keySet().forEach(key -> assertThat(map.get(key)).isEqualTo(LongIntMap.ABSENT));
    }

    @Test
    void aMapHasRoomForWhatItWasMadeForAndTwelveBytesAPlace() {
        LongIntMap map = new LongIntMap(1_000);
        long before = map.bytes();
        for (long key = 1; key <= 1_000; key++) {
            map.put(key, 1);
        }

        assertThat(map.bytes()).isEqualTo(before).isEqualTo(1_501 * 12);
    }

    @Test
    void eachPairOfSizesIsKeptOnceAndComesBack() {
        SizeTable table = new SizeTable();
        Map<String, Integer> numbers = new HashMap<>();
        for (int round = 0; round < 2; round++) {
            for (int points = -1; points < 60; points++) {
                for (long seconds = -1; seconds < 20; seconds++) {
                    Double given = points < 0 ? null : (Double) (points / 4.0);
                    Long estimate = seconds < 0 ? null : (Long) (seconds * 900);
                    int number = table.of(World.item(1, "Story", 0, StatusCategory.TO_DO)
                            .points(given)
                            .seconds(estimate)
                            .build());
                    assertThat(numbers.merge(given + " " + estimate, number, (first, again) -> first))
                            .isEqualTo(number);
                    assertThat(table.points(number)).isEqualTo(given);
                    assertThat(table.seconds(number)).isEqualTo(estimate);
                    assertThat(table.fixed(number, SizeMeasure.COUNT)).isEqualTo(1);
                    assertThat(table.fixed(number, SizeMeasure.STORY_POINTS))
                            .isEqualTo(given == null ? Sizes.UNSIZED : Math.round(given * 1e6));
                    assertThat(table.fixed(number, SizeMeasure.ORIGINAL_ESTIMATE))
                            .isEqualTo(estimate == null ? Sizes.UNSIZED : estimate * 1_000);
                }
            }
        }
        assertThat(table.count()).isEqualTo(61 * 21).isEqualTo(numbers.size());
        assertThat(numbers).containsEntry("null null", 0);

        SizeTable other = new SizeTable();
        assertThat(other.points(other.adopt(table, numbers.get("2.5 1800")))).isEqualTo(2.5);
        assertThat(other.seconds(other.adopt(table, numbers.get("2.5 1800")))).isEqualTo(1_800);
    }

    @ParameterizedTest
    @CsvSource({
        "ABC-12, ABC, 12",
        "ABC-0, ABC, 0",
        "ABC-9, ABC, 9",
        "ABC-999999999, ABC, 999999999",
        "ABC-1000000000, ABC, -1",
        "ABC-012, ABC, -1",
        "ABC-, ABC, -1",
        "ABC, ABC, -1",
        "ABC-1x, ABC, -1",
        "ABC-1:, ABC, -1",
        "ABC-1/, ABC, -1",
        "ABCD-12, ABC, -1",
        "XYZ-12, ABC, -1",
        "ABC_12, ABC, -1"
    })
    void aKeyIsItsProjectsKeyADashAndANumberOrOdd(String key, String project, int number) {
        assertThat(KeyNumber.of(key, project)).isEqualTo(number);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5})
    void theIdTableFindsEverySlotWhileOthersComeAndGo(long seed) {
        Random random = new Random(seed);
        Columns columns = new Columns(16);
        IdTable table = new IdTable(4);
        Map<Long, Integer> expected = new HashMap<>();
        for (int round = 0; round < 20_000; round++) {
            long id = 1 + random.nextInt(800) * (random.nextBoolean() ? 1L : 1L << 34);
            Integer slot = expected.get(id);
            if (slot == null) {
                int added = columns.append();
                columns.makeGhost(added, id);
                table.add(columns, added);
                expected.put(id, added);
            } else if (random.nextBoolean()) {
                table.remove(columns, slot);
                expected.remove(id);
            }
            assertThat(table.find(columns, id)).isEqualTo(expected.getOrDefault(id, IdTable.ABSENT));
        }
        expected.forEach((id, slot) -> assertThat(table.find(columns, id)).isEqualTo(slot));

        table.clear();
        assertThat(expected.keySet())
                .allSatisfy(id -> assertThat(table.find(columns, id)).isEqualTo(IdTable.ABSENT));
    }

    @ParameterizedTest(name = "numbers below {0} take {1} bytes")
    @CsvSource({"65536, 0", "70000, 4"})
    void whatASlotHasStaysApartHoweverLargeTheNumbersOfTraitsAndSizesAre(int bound, int more) {
        Random random = new Random(6);
        Columns columns = new Columns(100);
        long usual = columns.bytes() / 100;
        long[][] expected = new long[1_000][];
        for (int slot = 0; slot < expected.length; slot++) {
            columns.append();
            expected[slot] = new long[] {random.nextInt(Integer.MAX_VALUE), random.nextInt(), random.nextInt(), 0, 0};
            columns.makeGhost(slot, expected[slot][0]);
            columns.setParent(slot, (int) expected[slot][1]);
            columns.setState(slot, (int) expected[slot][2]);
        }
        for (int round = 0; round < 5_000; round++) {
            int slot = random.nextInt(expected.length);
            expected[slot][3] = random.nextInt(4) == 0 ? bound - 1 : random.nextInt(100);
            expected[slot][4] = random.nextInt(4) == 0 ? bound - 2 : random.nextInt(100);
            columns.setTrait(slot, (int) expected[slot][3]);
            columns.setSize(slot, (int) expected[slot][4]);
        }
        for (int slot = 0; slot < expected.length; slot++) {
            assertThat(new long[] {
                        columns.id(slot),
                        columns.parent(slot),
                        columns.state(slot),
                        columns.trait(slot),
                        columns.size(slot)
                    })
                    .as("slot %d", slot)
                    .isEqualTo(expected[slot]);
        }
        assertThat(columns.bytes() / expected.length).isBetween(usual + more, usual + more + usual / 8 + 1);
    }

    @Test
    void theNextSiblingIsKnownWhetherItStandsNextOrFarAway() {
        Random random = new Random(7);
        Columns columns = new Columns(16);
        int[] expected = new int[300];
        for (int slot = 0; slot < expected.length; slot++) {
            columns.append();
            columns.makeGhost(slot, 1 + slot);
            expected[slot] = Columns.NONE;
        }
        for (int round = 0; round < 10_000; round++) {
            int slot = random.nextInt(expected.length);
            switch (random.nextInt(4)) {
                case 0 -> expected[slot] = slot + 1;
                case 1 -> expected[slot] = random.nextInt(expected.length);
                default -> expected[slot] = Columns.NONE;
            }
            if (random.nextInt(10) == 0) {
                expected[slot] = Columns.NONE;
                columns.makeGhost(slot, 1 + slot);
            } else {
                columns.setNext(slot, expected[slot]);
            }
            assertThat(columns.next(slot)).isEqualTo(expected[slot]);
        }
        for (int slot = 0; slot < expected.length; slot++) {
            assertThat(columns.next(slot)).isEqualTo(expected[slot]);
        }
    }

    @Test
    void whatStandsNextToItsSiblingTakesNoMoreRoomThanThat() {
        Columns columns = new Columns(2_000);
        for (int slot = 0; slot < 2_000; slot++) {
            columns.append();
            columns.makeGhost(slot, 1 + slot);
        }
        long before = columns.bytes();

        for (int round = 0; round < 2; round++) {
            for (int slot = 0; slot < 1_999; slot++) {
                columns.setNext(slot, slot + 1);
            }
        }
        assertThat(columns.bytes()).isEqualTo(before);

        for (int slot = 0; slot < 1_000; slot++) {
            columns.setNext(slot, 1_999);
        }
        assertThat(columns.bytes()).isGreaterThan(before);
    }

    @Test
    void aSizeAddsToARowThatTellsEveryMeasureWithItsDefault() {
        SizeTable table = new SizeTable();
        long[] sums = new long[5];
        Double[] points = {2.5, null, 0.0, -1.0};
        Long[] seconds = {null, 60L, 0L, -5L};
        for (int each = 0; each < points.length; each++) {
            table.addTo(
                    sums,
                    1,
                    table.of(World.item(1, "Story", 0, StatusCategory.TO_DO)
                            .points(points[each])
                            .seconds(seconds[each])
                            .build()));
        }

        assertThat(Sizes.items(sums, 1)).isEqualTo(4);
        Sizes.Reader count = new Sizes.Reader(SizeMeasure.COUNT, 7);
        Sizes.Reader inPoints = new Sizes.Reader(SizeMeasure.STORY_POINTS, 1_000_000);
        Sizes.Reader inSeconds = new Sizes.Reader(SizeMeasure.ORIGINAL_ESTIMATE, 3_000);
        assertThat(count.size(sums, 1)).isEqualTo(4);
        assertThat(count.unsized(sums, 1)).isZero();
        assertThat(inPoints.size(sums, 1)).isEqualTo(2_500_000 + 2 * 1_000_000);
        assertThat(inPoints.unsized(sums, 1)).isEqualTo(2);
        assertThat(inSeconds.size(sums, 1)).isEqualTo(60_000 + 2 * 3_000);
        assertThat(inSeconds.unsized(sums, 1)).isEqualTo(2);
        assertThat(sums[0]).isZero();
        assertThat(sums[4]).isZero();
    }
}
