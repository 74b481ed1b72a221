package io.throughline.bench.parts;

import io.throughline.bench.World;
import io.throughline.core.work.WorkIndex;
import java.time.LocalDate;
import java.util.Random;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A seeded world and the index of its items. */
@State(Scope.Benchmark)
public class Ground {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** A power of two, and more than caches hold of what is asked for. */
    private static final int ASKED = 1 << 16;

    /** How many items, which decides what of them the caches hold. */
    @Param({"100000", "1000000"})
    int items;

    World world;
    final WorkIndex index = new WorkIndex();

    /** Fills and settles the index, as a first fill does. */
    @Setup
    public void fill() {
        world = World.of(items, 42);
        index.upsertAll(world.items());
        index.settle();
    }

    /** Ids of random items, some of them again and again. */
    long[] someIds() {
        return new Random(7).longs(ASKED, 1, items + 1L).toArray();
    }
}
