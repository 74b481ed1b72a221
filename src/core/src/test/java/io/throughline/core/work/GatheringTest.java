package io.throughline.core.work;

import static io.throughline.core.work.StatusCategory.DONE;
import static io.throughline.core.work.StatusCategory.IN_PROGRESS;
import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items in a row are added up as one would add them one by one, up to the first that is not beside the others. */
class GatheringTest {
    private static final int FAR = 1000;
    private static final int QUARTER = 2_000_000;

    private final WorkIndex index = new WorkIndex();
    private final long[] sums = new long[(WorkView.UNCOUNTED + 1) * Sizes.ROW];
    private final Finished finished = new Finished(QUARTER, 4, 10);

    private WorkView view() {
        return index.view(WorkRules.defaults());
    }

    private static Instant at(int quarter) {
        return Instant.ofEpochMilli(quarter * WorkView.QUARTER);
    }

    private int counted(int row) {
        return Sizes.items(sums, row * Sizes.ROW);
    }

    @Test
    void eachIsAddedWhereItCounts() {
        index.upsert(World.item(1, "Epic", 0, TO_DO).build());
        index.upsert(World.item(2, "Story", 1, TO_DO).points(2.0).build());
        index.upsert(World.item(3, "Story", 1, IN_PROGRESS).points(3.0).build());
        index.upsert(World.item(4, "Story", 1, DONE).points(5.0).build());
        index.upsert(World.item(5, "Story", 1, DONE)
                .resolution("Won't Do")
                .points(8.0)
                .build());
        index.upsert(World.item(6, "Sub-task", 1, TO_DO).points(13.0).build());

        int end = view().gather(1, FAR, sums, finished);

        assertThat(end).isEqualTo(view().positions());
        long[] oneByOne = new long[sums.length];
        for (int position = 1; position < end; position++) {
            if (view().countsAs(position) != WorkView.UNCOUNTED) {
                view().addSize(position, oneByOne, view().countsAs(position) * Sizes.ROW);
            }
        }
        assertThat(sums).isEqualTo(oneByOne);
        assertThat(Arrays.stream(new int[] {TO_DO.number(), IN_PROGRESS.number(), DONE.number(), WorkView.EXCLUDED}))
                .allSatisfy(row -> assertThat(counted(row)).isEqualTo(1));
    }

    @Test
    void itEndsBeforeAnotherParentAnotherPlaceAnItemThatIsGoneAndTheBound() {
        index.upsert(World.item(1, "Epic", 0, TO_DO).build());
        index.upsert(World.item(2, "Story", 1, TO_DO).build());
        index.upsert(World.item(3, "Story", 1, TO_DO).build());
        index.upsert(World.item(4, "Story", 0, TO_DO).build());
        index.upsert(World.item(5, "Story", 0, TO_DO).project(2).build());
        index.upsert(World.item(6, "Story", 0, TO_DO).project(2).build());
        index.upsert(World.item(7, "Story", 0, TO_DO).project(2).build());
        index.remove(6);

        assertThat(view().gather(1, FAR, sums, finished)).as("another parent").isEqualTo(3);
        assertThat(view().gather(3, FAR, sums, finished)).as("another project").isEqualTo(4);
        assertThat(view().gather(4, FAR, sums, finished)).as("one that is gone").isEqualTo(5);
        assertThat(view().gather(1, 2, sums, finished)).as("the bound").isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}, resolved {1} quarters after the first: {2}")
    @CsvSource({
        "DONE, -1, 0",
        "DONE, 0, 1",
        "DONE, 3, 1",
        "DONE, 4, 0",
        "IN_PROGRESS, 1, 0",
        "TO_DO, 1, 0",
    })
    void finishedAreThoseThatAreDoneAndWereResolvedInTheSpan(StatusCategory category, int after, int expected) {
        index.upsert(World.item(1, "Story", 0, category)
                .resolved(at(QUARTER + after))
                .build());

        view().gather(0, FAR, sums, finished);

        assertThat(finished.count()).isEqualTo(expected);
    }

    @Test
    void whatIsCancelledCarriesNothingOrHasNoResolutionIsNotFinished() {
        index.upsert(World.item(1, "Story", 0, DONE)
                .resolution("Won't Do")
                .resolved(at(QUARTER))
                .build());
        index.upsert(World.item(2, "Sub-task", 0, DONE).resolved(at(QUARTER)).build());
        index.upsert(World.item(3, "Story", 0, DONE).build());
        index.upsert(World.item(4, "Story", 0, DONE).resolved(at(QUARTER)).build());

        view().gather(0, FAR, sums, finished);

        assertThat(finished.count()).isEqualTo(1);
        assertThat(finished.position(0)).isEqualTo(3);
    }

    @Test
    void finishedAreNotedAfterThoseOfBeforeUntilThereIsNoRoom() {
        index.upsertAll(IntStream.rangeClosed(1, 10)
                .mapToObj(id ->
                        World.item(id, "Story", 0, DONE).resolved(at(QUARTER)).build())
                .toList());

        view().gather(0, 4, sums, finished);
        view().gather(4, 10, sums, finished);

        assertThat(finished.room()).isZero();
        assertThat(IntStream.range(0, finished.count()).map(finished::position))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        finished.clear();
        assertThat(finished.room()).isEqualTo(10);
    }
}
