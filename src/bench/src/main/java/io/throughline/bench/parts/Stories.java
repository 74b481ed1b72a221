package io.throughline.bench.parts;

import io.throughline.bench.World;
import io.throughline.core.work.WorkItem;
import java.util.Random;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Random stories that go to done and back, one after the other. */
@State(Scope.Thread)
public class Stories {
    private static final int COUNT = 20_000;

    private WorkItem[] items;
    private int last;

    /** Picks from all stories. */
    @Setup
    public void pick(Ground ground) {
        items = some(ground, COUNT, item -> true);
    }

    /** Random stories that pass, some of them more than once. */
    static WorkItem[] some(Ground ground, int count, Predicate<WorkItem> test) {
        WorkItem[] found = ground.world.items().stream()
                .filter(item -> item.issueType().equals("Story"))
                .filter(test)
                .toArray(WorkItem[]::new);
        return new Random(7)
                .ints(count, 0, found.length)
                .mapToObj(at -> found[at])
                .toArray(WorkItem[]::new);
    }

    /** The next one, as it is after its transition. */
    WorkItem next() {
        last = (last + 1) % items.length;
        items[last] = World.toggled(items[last]);
        return items[last];
    }
}
