package io.throughline.bench;

import io.throughline.core.delivery.Rollup;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Transitions of random stories, from issue to sums; half of them takes the other half back. */
final class Changes {
    static final int COUNT = 20_000;
    /** Short enough that the machine's other work rarely falls in. */
    private static final int BATCH = 100;

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
        items.forEach(index::upsert); // warm-up
    }

    /** How many accounts one change writes, on average. */
    double accountsWritten() {
        long before = rollup.accountsWritten();
        items = items.stream().map(World::toggled).toList();
        items.forEach(index::upsert);
        return (rollup.accountsWritten() - before) / (double) COUNT;
    }

    /** The median over batches. */
    double millis() {
        List<Double> nanos = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            items = items.stream().map(World::toggled).toList();
            for (int from = 0; from < COUNT; from += BATCH) {
                long start = System.nanoTime();
                for (WorkItem each : items.subList(from, from + BATCH)) {
                    index.upsert(each);
                }
                nanos.add((System.nanoTime() - start) / (double) BATCH);
            }
        }
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }
}
