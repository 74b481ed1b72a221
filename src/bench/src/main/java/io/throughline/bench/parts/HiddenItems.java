package io.throughline.bench.parts;

import io.throughline.core.delivery.Hiding;
import io.throughline.core.delivery.ItemCounts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many items behind the numbers of a plan a viewer may not see. */
public class HiddenItems {
    /** Somebody who may browse two projects of three. */
    @State(Scope.Thread)
    public static class Viewer implements Hiding {
        @Override
        public boolean hidesProject(int project) {
            return project % 3 == 0;
        }

        @Override
        public boolean hidesItem(int position) {
            return false;
        }
    }

    @Benchmark
    @Words("hidden items of all nodes and links of a plan, for a viewer of two projects in three")
    public ItemCounts ofAPlan(Ground ground, Sums sums, Viewer viewer) {
        return ground.index.reading(
                () -> sums.scoring.plan(Sums.PLAN).deliveries().hidden(viewer));
    }
}
