package io.throughline.core.coverage;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.alignment.Reach;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.Scope;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkView;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The open work in one plan's scope, and what of it the plan's strategy covers.
 *
 * <p>Open work is what carries size, is not done and not archived, in the projects of the plan's scope (everywhere without
 * one). Aligned is what reaches an ACTIVE objective of the plan, or of another plan that contributes to one; open work
 * that only an ACHIEVED objective holds is orphan. Sums are of fixed units, so the order of adding does not matter.
 */
public final class OpenWork {
    private final SizeMeasure measure;
    private final Sum total = new Sum();
    private final Map<String, Sum> byProject = new TreeMap<>();

    /**
     * Sums up, in one pass over the work. Ask inside {@link io.throughline.core.work.WorkIndex#reading}.
     *
     * @param alignment which links hold which items
     * @param reach which links bring items into the plan
     * @param exempt asked with positions of open items that are not aligned
     */
    public OpenWork(Plan plan, WorkView work, Alignment alignment, Reach reach, IntPredicate exempt) {
        measure = plan.sizeMeasure();
        long fallback = Sizes.fallback(measure, plan.defaultSize(), work.rules());
        Scope scope = plan.scope();
        boolean[] inScope = new boolean[work.projectCount()];
        Sum[] sums = new Sum[work.projectCount()];
        for (int project = 0; project < inScope.length; project++) {
            String key = work.projectKey(project).orElse("");
            inScope[project] = scope == null || scope.projects().contains(key);
            sums[project] = new Sum();
        }
        GroupTest aligned = new GroupTest(alignment, reach::aligns);
        for (int at = 0; at < work.positions(); at++) {
            if (isOpen(work, at) && inScope[work.project(at)]) {
                long size = work.size(at, measure);
                long counted = size == Sizes.UNSIZED ? fallback : size;
                boolean isAligned = aligned.test(alignment.group(at));
                sums[work.project(at)].add(counted, isAligned, !isAligned && exempt.test(at));
            }
        }
        for (int project = 0; project < sums.length; project++) {
            if (sums[project].hasItems) {
                total.add(sums[project]);
                byProject.put(work.projectKey(project).orElse(""), sums[project]);
            }
        }
    }

    private static boolean isOpen(WorkView work, int at) {
        return work.carriesSize(at) && work.isOpen(at) && !work.isArchived(at);
    }

    /** All of it. */
    public Coverage total() {
        return total.coverage();
    }

    /** Its part in each project that has open work, by project key. */
    public Map<String, Coverage> byProject() {
        Map<String, Coverage> parts = new TreeMap<>();
        byProject.forEach((key, sum) -> parts.put(key, sum.coverage()));
        return parts;
    }

    private final class Sum {
        private long aligned;
        private long orphan;
        private long exempt;
        private boolean hasItems;

        void add(Sum other) {
            aligned += other.aligned;
            orphan += other.orphan;
            exempt += other.exempt;
        }

        void add(long size, boolean isAligned, boolean isExempt) {
            hasItems = true;
            if (isAligned) {
                aligned += size;
            } else if (isExempt) {
                exempt += size;
            } else {
                orphan += size;
            }
        }

        Coverage coverage() {
            return new Coverage(value(aligned + orphan + exempt), value(aligned), value(orphan), value(exempt));
        }

        private double value(long fixed) {
            return Sizes.value(fixed, measure);
        }
    }
}
