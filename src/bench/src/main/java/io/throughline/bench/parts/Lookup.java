package io.throughline.bench.parts;

import io.throughline.core.work.WorkItem;
import java.time.Instant;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding an item by its id. */
public class Lookup {
    /** Ids in no order. */
    @State(Scope.Thread)
    public static class Asked {
        private long[] ids;
        private Instant updated = Instant.parse("2026-06-30T00:00:00Z");
        private int last;

        /** Picks them. */
        @Setup
        public void pick(Ground ground) {
            ids = ground.someIds();
        }

        private long next() {
            last = (last + 1) % ids.length;
            return ids[last];
        }
    }

    @Benchmark
    @Words("whether an item is there as of an instant")
    public boolean isCurrent(Ground ground, Asked asked) {
        return ground.index.isCurrent(asked.next(), asked.updated);
    }

    @Benchmark
    @Words("the same for an id that is not there")
    public boolean isCurrentWhereNoneIs(Ground ground, Asked asked) {
        return ground.index.isCurrent(asked.next() + ground.items, asked.updated);
    }

    @Benchmark
    @Words("an item as it was last put, read back from the columns")
    public Optional<WorkItem> get(Ground ground, Asked asked) {
        return ground.index.get(asked.next());
    }
}
