package io.throughline.core.coverage;

import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkView;
import java.util.Map;
import java.util.TreeMap;

/**
 * Open size split by what covers it, in all and by project: sums of fixed units, so the order of adding does not matter.
 * Which items are counted, and as what, is decided by {@link io.throughline.core.orphans.OrphanScan}.
 */
public final class OpenWork {
    private static final int ALIGNED = 0;
    private static final int ORPHAN = 1;
    private static final int EXEMPT = 2;
    private static final int HAS_ITEMS = 3;
    private static final int WIDTH = 4;

    private final SizeMeasure measure;
    private final String[] keys;
    private final long[] sums;

    /** Nothing yet, for the projects of a view. */
    public OpenWork(SizeMeasure measure, WorkView work) {
        this.measure = measure;
        keys = new String[work.projectCount()];
        for (int project = 0; project < keys.length; project++) {
            keys[project] = work.projectKey(project).orElse("");
        }
        sums = new long[keys.length * WIDTH];
    }

    /**
     * Adds to a project's part what some items come to, in fixed units.
     *
     * @param items how many they are; none add nothing
     */
    public void add(int project, int items, long aligned, long orphan, long exempt) {
        int from = project * WIDTH;
        sums[from + HAS_ITEMS] |= Math.min(items, 1);
        sums[from + ALIGNED] += aligned;
        sums[from + ORPHAN] += orphan;
        sums[from + EXEMPT] += exempt;
    }

    /** Whether nothing of a project is aligned and some of it is neither that nor exempt. */
    public boolean isOrphan(int project) {
        return sums[project * WIDTH + ALIGNED] == 0 && sums[project * WIDTH + ORPHAN] > 0;
    }

    /** The orphan part of a project. */
    public double orphan(int project) {
        return Sizes.value(sums[project * WIDTH + ORPHAN], measure);
    }

    /** What sizes are measured in. */
    public SizeMeasure measure() {
        return measure;
    }

    /** All of it. */
    public Coverage total() {
        long[] total = new long[WIDTH];
        for (int at = 0; at < sums.length; at++) {
            total[at % WIDTH] += sums[at];
        }
        return coverage(total, 0);
    }

    /** Its part in each project that has open work, by project key. */
    public Map<String, Coverage> byProject() {
        Map<String, Coverage> parts = new TreeMap<>();
        for (int project = 0; project < keys.length; project++) {
            if (sums[project * WIDTH + HAS_ITEMS] > 0) {
                parts.put(keys[project], coverage(sums, project * WIDTH));
            }
        }
        return parts;
    }

    private Coverage coverage(long[] of, int from) {
        long all = of[from + ALIGNED] + of[from + ORPHAN] + of[from + EXEMPT];
        return new Coverage(
                Sizes.value(all, measure),
                Sizes.value(of[from + ALIGNED], measure),
                Sizes.value(of[from + ORPHAN], measure),
                Sizes.value(of[from + EXEMPT], measure));
    }
}
