package io.throughline.bench;

import io.throughline.core.delivery.Rollup;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Transitions of random stories, from issue to sums; half of them takes the other half back. They come in batches, as the product
 * puts what it reads of changed issues.
 */
final class Changes {
    static final int COUNT = 20_000;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 20;
    /** Short enough that the machine's other work rarely falls in. */
    static final int BATCH = 100;

    private final WorkIndex index;
    private final Rollup rollup;
    private List<WorkItem> items = new ArrayList<>();

    Changes(World world, WorkIndex index, Rollup rollup) {
        this.index = index;
        this.rollup = rollup;
        Random random = new Random(7);
        while (items.size() < COUNT) {
            WorkItem item = world.items().get(random.nextInt(world.items().size()));
            if (item.issueType().equals("Story")) {
                items.add(item);
            }
        }
    }

    /** How many accounts one change writes, on average. */
    double accountsWritten() {
        long before = rollup.accountsWritten();
        items = items.stream().map(World::toggled).toList();
        items.forEach(index::upsert);
        return (rollup.accountsWritten() - before) / (double) COUNT;
    }

    /** For one of them, the median over batches. */
    double millis() {
        return millis(index::upsertAll);
    }

    /** The same for changes that come one by one. */
    double millisAlone() {
        return millis(batch -> batch.forEach(index::upsert));
    }

    /** After rounds that do not count: a change is short, but what makes it takes long to compile. */
    private double millis(Consumer<List<WorkItem>> put) {
        List<Double> nanos = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            if (round == WARM_UP) {
                nanos.clear();
            }
            List<WorkItem> after = new ArrayList<>();
            for (int from = 0; from < COUNT; from += BATCH) {
                List<WorkItem> batch = items.subList(from, from + BATCH).stream()
                        .map(Changes::readAgain)
                        .toList();
                long start = System.nanoTime();
                put.accept(batch);
                nanos.add((System.nanoTime() - start) / (double) BATCH);
                after.addAll(batch);
            }
            items = after;
        }
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }

    /** A toggled issue with a key and numbers of its own, as one that was just read; not parts of one read long ago. */
    private static WorkItem readAgain(WorkItem before) {
        WorkItem item = World.toggled(before);
        Double points = item.storyPoints();
        Long seconds = item.originalEstimateSeconds();
        return new WorkItem(
                item.id(),
                String.valueOf(item.key().toCharArray()),
                item.projectId(),
                String.valueOf(item.projectKey().toCharArray()),
                item.issueType(),
                item.subTask(),
                item.parentId(),
                item.statusCategory(),
                item.resolution(),
                points == null ? null : (Double) points.doubleValue(),
                seconds == null ? null : (Long) seconds.longValue(),
                item.updated(),
                item.resolved(),
                item.archived(),
                item.securityLevel());
    }
}
