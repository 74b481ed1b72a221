package io.throughline.app.live;

import static io.throughline.app.live.IndexKeeperTest.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.MovableClock;
import io.throughline.app.access.Caller;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Issues change at random, and one event in three is lost. What events brought, together with what the catch-up found, is
 * what a node that starts fresh reads: the same items, the same numbers on every node of the plan.
 */
class RandomEventsTest {
    private static final Caller VIEWER = new Caller("exec", "exec", true, false, false);
    private static final List<String> TYPES = List.of("Story", "Story", "Epic", "Initiative", "Sub-task");
    private static final int ISSUES = 80;
    private static final int EVENTS = 600;

    private final SmallStrategy strategy = new SmallStrategy();
    private final InMemoryWorkSource source = new InMemoryWorkSource();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-07-02T10:00:00Z"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void afterTheCatchUpANodeKnowsWhatAFreshOneReads(long seed) {
        Random random = new Random(seed);
        strategy.linkIssue("OBJ-1", "P1-1", 1)
                .linkIssue("OBJ-2", "P1-2", 2)
                .linkIssue("OBJ-1", "P1-3", 3)
                .linkProject("OBJ-2", "P2", 2);
        for (long id = 1; id <= ISSUES; id++) {
            source.put(issue(random, id));
        }
        IndexKeeper keeper = keeper();
        LiveRollup live = rollup(keeper);
        CatchUp catchUp = new CatchUp(keeper, source, clock);
        try {
            numbers(live);
            List<Long> lost = change(random, keeper, live);
            assertThat(lost).isNotEmpty();
            clock.forward(Duration.ofDays(1));
            catchUp.run();
            IndexKeeper fresh = keeper();
            try {
                eventually(() ->
                        items(keeper).equals(items(fresh)) && keeper.health().lagSeconds() == 0);
                assertThat(numbers(live)).isEqualTo(numbers(rollup(fresh)));
            } finally {
                fresh.stop();
            }
        } finally {
            keeper.stop();
        }
    }

    /** Events arrive one by one, and numbers are asked for in between, as pages do. */
    private List<Long> change(Random random, IndexKeeper keeper, LiveRollup live) {
        List<Long> lost = new ArrayList<>();
        for (int event = 0; event < EVENTS; event++) {
            long id = 1 + random.nextInt(ISSUES + 10);
            clock.forward(Duration.ofMillis(random.nextInt(500)));
            if (random.nextInt(6) == 0) {
                source.delete(id);
            } else {
                source.put(issue(random, id));
            }
            if (random.nextInt(3) == 0) {
                lost.add(id);
            } else {
                keeper.changed(List.of(id));
            }
            if (event % 50 == 0) {
                numbers(live);
            }
        }
        return lost;
    }

    private WorkItem issue(Random random, long id) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        StatusCategory category = StatusCategory.values()[random.nextInt(3)];
        boolean done = category == StatusCategory.DONE;
        int project = 1 + random.nextInt(2);
        return new WorkItem(
                id,
                "P" + project + "-" + id,
                project,
                "P" + project,
                type,
                type.equals("Sub-task"),
                random.nextInt(ISSUES),
                category,
                done ? List.of("Done", "Won't Do", "Duplicate").get(random.nextInt(3)) : null,
                random.nextBoolean() ? null : (Double) (double) random.nextInt(9),
                null,
                clock.instant(),
                done ? clock.instant() : null,
                random.nextInt(8) == 0,
                null);
    }

    private IndexKeeper keeper() {
        IndexKeeper keeper = new IndexKeeper(
                source, () -> strategy.store.settings().workRules(), Runnable::run, clock, Duration.ofMillis(20));
        keeper.start();
        eventually(() -> keeper.health().ready());
        return keeper;
    }

    private LiveRollup rollup(IndexKeeper keeper) {
        return new LiveRollup(keeper, strategy.store, new OpenBrowsing(), QueryMembers::none, clock);
    }

    private Map<String, DeliveryBlock> numbers(LiveRollup of) {
        PlanReading reading = of.plan(strategy.store.model(), "PLAN-1", VIEWER);
        Map<String, DeliveryBlock> numbers = new TreeMap<>();
        for (String key : List.of("PLAN-1", "OBJ-1", "OBJ-2")) {
            numbers.put(key, reading.score().delivery(key));
        }
        return numbers;
    }

    private static Map<Long, WorkItem> items(IndexKeeper keeper) {
        Map<Long, WorkItem> items = new TreeMap<>();
        for (long id = 1; id <= ISSUES + 10; id++) {
            keeper.index().get(id).ifPresent(item -> items.put(item.id(), item));
        }
        return items;
    }
}
