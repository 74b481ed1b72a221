package io.throughline.app.live;

import static io.throughline.app.live.InMemoryWorkSource.item;
import static io.throughline.app.live.IndexKeeperTest.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.MovableClock;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index in a file: what comes back, and what is done with one that is not whole. */
class SavedIndexTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final InMemoryWorkSource source = new InMemoryWorkSource();
    private final MovableClock clock = new MovableClock(NOON);
    private final Set<Long> read = ConcurrentHashMap.newKeySet();
    private WorkRules rules = WorkRules.defaults();

    private Path file() {
        return folder.resolve("deeper/work-index");
    }

    private SavedIndex saved() {
        return new SavedIndex(Optional.of(file()));
    }

    private IndexKeeper keeper() {
        source.beforeReading(read::addAll);
        return new IndexKeeper(source, () -> rules, Runnable::run, clock, Duration.ofMillis(20), saved());
    }

    private IndexKeeper started() {
        IndexKeeper keeper = keeper();
        keeper.start();
        eventually(() -> keeper.health().ready());
        return keeper;
    }

    private static Map<Long, WorkItem> items(WorkIndex index) {
        Map<Long, WorkItem> items = new HashMap<>();
        Arrays.stream(index.settled().ids())
                .forEach(id -> index.get(id).ifPresent(item -> items.put(id, item))); // ghosts have an id alone
        return items;
    }

    @Test
    void everythingOfAnItemComesBack() {
        Random random = new Random(3);
        WorkIndex index = new WorkIndex();
        for (long id = 1; id <= 300; id++) {
            index.upsert(new WorkItem(
                    id * (random.nextBoolean() ? 1 : 1L << 33),
                    random.nextInt(5) == 0 ? "odd key ü" : "P-" + id,
                    random.nextInt(3) - 1,
                    "P",
                    List.of("Story", "Epic", "Ünï").get(random.nextInt(3)),
                    random.nextBoolean(),
                    random.nextInt(50),
                    StatusCategory.values()[random.nextInt(3)],
                    random.nextBoolean() ? null : "Done",
                    random.nextBoolean() ? null : (Double) (random.nextInt(9) - 0.5),
                    random.nextBoolean() ? null : (Long) (long) (random.nextInt(90_000) - 1),
                    Instant.ofEpochMilli(random.nextLong(-1L << 40, 1L << 42)),
                    random.nextBoolean() ? null : NOON,
                    random.nextBoolean(),
                    random.nextBoolean() ? null : (Long) (long) random.nextInt(5)));
        }
        SavedIndex.Head head = new SavedIndex.Head(NOON, 77, "{epic=1}", true);

        assertThat(saved().save(head, index)).isTrue();

        WorkIndex loaded = new WorkIndex();
        loaded.upsert(item(7_000, 1)); // not of what was saved
        assertThat(saved().load(found -> true, loaded::replaceBy)).contains(head);
        assertThat(items(loaded)).isEqualTo(items(index));
        assertThat(loaded.size()).isEqualTo(300);
        assertThat(file().getParent()).isDirectoryContaining(each -> each.equals(file()));
        assertThat(file().getParent().toFile().list())
                .as("nothing is left beside it")
                .hasSize(1);
    }

    /** Each byte of it: cut off there, or another one in its place. */
    @Test
    void whatIsDamagedAnywhereIsNotLoaded() throws IOException {
        WorkIndex index = new WorkIndex();
        index.upsert(item(1, 1));
        index.upsert(item(2, 1, 1, "Sub-task", StatusCategory.DONE));
        saved().save(new SavedIndex.Head(NOON, 77, "{}", true), index);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] other = whole.clone();
            other[at] ^= 0x10;
            assertThat(loads(other)).as("byte %d changed", at).isFalse();
            assertThat(loads(Arrays.copyOf(whole, at))).as("cut at %d", at).isFalse();
        }
        assertThat(loads(Arrays.copyOf(whole, whole.length + 1))).as("longer").isFalse();
        assertThat(loads(whole)).isTrue();
    }

    private boolean loads(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
        return saved().load(found -> true, some -> {}).isPresent();
    }

    @Test
    void aFolderThatCannotBeWrittenCostsNoMoreThanTheCopy() throws IOException {
        Files.writeString(folder.resolve("deeper"), "a file where a folder should be");

        assertThat(saved().save(new SavedIndex.Head(NOON, 0, "{}", true), new WorkIndex()))
                .isFalse();
        source.put(item(1, 1));
        assertThat(started().index().size()).isOne();
    }

    @Test
    void aSecondStartReadsNoIssueThatDidNotChange() {
        source.put(item(1, 1), item(2, 1, 1, "Sub-task", StatusCategory.DONE));
        started().stop();
        read.clear();

        IndexKeeper again = started();

        assertThat(read).isEmpty();
        assertThat(items(again.index()).keySet()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(again.health().indexed()).isEqualTo(2);
        again.stop();
    }

    @Test
    void whatChangedWhileTheNodeWasDownIsFoundByStampAndByIds() {
        source.put(item(1, 1), item(2, 1), item(3, 1));
        started().stop();
        clock.forward(Duration.ofHours(2));
        WorkItem before = item(1, 1, 0, "Story", StatusCategory.DONE);
        source.put(new WorkItem(
                1,
                before.key(),
                1,
                "P1",
                "Story",
                false,
                0,
                StatusCategory.DONE,
                null,
                null,
                null,
                NOON.plusSeconds(60),
                null,
                false,
                null));
        source.delete(2);
        source.put(item(9, 1));

        IndexKeeper again = keeper();
        CatchUp catchUp = new CatchUp(again, source, clock);
        catchUp.runIfAwaited();
        again.start();
        eventually(again::awaitsCatchUp);
        assertThat(again.health().ready()).as("before it is known what changed").isFalse();
        catchUp.runIfAwaited();

        eventually(() -> again.health().ready());
        assertThat(again.health().lagSeconds()).isZero();
        assertThat(items(again.index()).keySet()).containsExactlyInAnyOrder(1L, 3L, 9L);
        assertThat(again.index().get(1).orElseThrow().statusCategory()).isEqualTo(StatusCategory.DONE);
        again.stop();
    }

    @Test
    void whatIsSavedAgainUnchangedSaysThatItIsCurrentLonger() {
        source.put(item(1, 1));
        started().stop();
        Instant first = savedHead().at();
        clock.forward(Duration.ofHours(1));
        IndexKeeper again = keeper();
        CatchUp catchUp = new CatchUp(again, source, clock);
        again.start();
        eventually(again::awaitsCatchUp);

        catchUp.runIfAwaited();
        eventually(() -> again.health().ready());
        again.stop();

        assertThat(savedHead().at()).isEqualTo(first.plus(Duration.ofHours(1)));
    }

    @Test
    void withOtherLevelsEveryIssueIsReadAgain() {
        source.put(item(1, 1));
        started().stop();
        read.clear();
        rules = new WorkRules(Map.of("story", 3), rules.cancelled(), 1, 1);

        started().stop();

        assertThat(read).containsExactly(1L);
    }

    @ParameterizedTest(name = "stopped after {0} chunks")
    @ValueSource(ints = {1, 2, 3})
    void aFillThatWasCutOffGoesOnWhereItsLastPartEnded(int chunks) {
        for (long id = 1; id <= 4 * IndexKeeper.CHUNK; id++) {
            source.put(item(id, id % 3));
        }
        AtomicLong done = new AtomicLong();
        IndexKeeper first = keeper();
        source.afterReading(ids -> {
            clock.forward(IndexMemory.BETWEEN_PARTS); // each chunk is a part
            if (done.incrementAndGet() > chunks) {
                throw new Error("the node dies");
            }
        });
        first.start();
        eventually(() -> done.get() > chunks);
        first.stop();
        source.afterReading(ids -> {});
        read.clear();

        IndexKeeper second = started();

        assertThat(read).hasSize((4 - chunks) * IndexKeeper.CHUNK);
        assertThat(second.index().size()).isEqualTo(4 * IndexKeeper.CHUNK);
        second.stop();
    }

    @Test
    void whileEverythingIsReadAnewNothingOfBeforeIsKeptForANextStart() {
        source.put(item(1, 1));
        IndexKeeper keeper = started();
        eventually(() -> Files.exists(file()));
        Set<Boolean> existed = new HashSet<>();
        source.beforeReading(ids -> existed.add(Files.exists(file())));

        keeper.refill();

        eventually(() -> keeper.health().ready() && Files.exists(file()));
        assertThat(existed).containsExactly(false);
        keeper.stop();
    }

    @Test
    void theFeedIsNeededFromWhatWasSavedOn() {
        source.put(item(1, 1));
        AtomicLong position = new AtomicLong(5);
        IndexKeeper first = keeper();
        first.standsAt(position::get, number -> {});
        first.start();
        eventually(() -> first.savedUpTo(9) == 5);
        position.set(8);
        assertThat(first.savedUpTo(9)).isEqualTo(5);
        source.put(item(2, 1));
        first.changed(List.of(2L));
        eventually(() -> first.index().size() == 2);
        first.stop();
        assertThat(first.savedUpTo(9)).isEqualTo(8);

        AtomicLong wentBack = new AtomicLong();
        IndexKeeper second = keeper();
        second.standsAt(() -> 20, wentBack::set);
        second.start();
        eventually(() -> second.health().ready());
        assertThat(wentBack).hasValue(8);
        second.stop();
    }

    /** What was updated and told nobody is looked for by its stamp, from the time that was saved on. */
    @Test
    void aCopyIsCurrentUpToTheLastLookAndNotUpToItsWriting() {
        source.put(item(1, 1));
        IndexKeeper keeper = keeper();
        source.afterReading(ids -> clock.forward(Duration.ofHours(1)));
        keeper.start();
        eventually(() -> Files.exists(file()));
        assertThat(savedHead().at()).as("where the fill began").isEqualTo(NOON);

        clock.forward(Duration.ofHours(1));
        keeper.caughtUp(NOON.plus(Duration.ofMinutes(90)));
        source.put(item(2, 1));
        keeper.changed(List.of(2L));
        eventually(() -> keeper.index().size() == 2);
        keeper.stop();

        assertThat(savedHead().at()).isEqualTo(NOON.plus(Duration.ofMinutes(90)));
    }

    @Test
    void whatIsNotedWhileTheIndexIsSavedIsStillNeededOfTheFeed() {
        source.put(item(1, 1));
        IndexKeeper keeper = keeper();
        AtomicLong position = new AtomicLong(5);
        keeper.standsAt(position::get, number -> {});
        keeper.start();
        eventually(() -> keeper.savedUpTo(9) == 5);
        source.put(item(2, 1));
        keeper.changed(List.of(2L));
        eventually(() -> keeper.index().size() == 2);
        keeper.standsAt(
                () -> {
                    keeper.changed(List.of(3L));
                    return 8;
                },
                number -> {});

        keeper.stop();

        assertThat(keeper.savedUpTo(9)).isEqualTo(5);
    }

    @Test
    void whileJiraCannotBeReadNothingRunsWithoutAPause() {
        source.put(item(1, 1));
        started().stop();
        AtomicLong runs = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        IndexKeeper again = new IndexKeeper(
                source,
                () -> rules,
                task -> {
                    runs.incrementAndGet();
                    task.run();
                },
                clock,
                Duration.ofMillis(20),
                saved());
        source.beforeReading(ids -> failures.incrementAndGet());
        source.takeDown(true);
        again.changed(List.of(1L, 2L)); // of two that cannot be read both are kept waiting
        again.start();
        eventually(() -> failures.get() >= 10);

        assertThat(again.health().ready()).isFalse();
        assertThat(runs.get()).as("a try and now and then a look").isLessThan(5 * failures.get());
        source.takeDown(false);
        eventually(() -> again.health().ready());
        again.stop();
    }

    private SavedIndex.Head savedHead() {
        return saved().load(found -> true, some -> {}).orElseThrow();
    }
}
