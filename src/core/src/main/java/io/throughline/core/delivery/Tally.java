package io.throughline.core.delivery;

import io.throughline.core.work.Sizes;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkView;

/** Running sums of one set of items, in fixed units; adding is exact and its order does not matter. */
final class Tally {
    long total;
    long done;
    long inProgress;
    int items;
    int unsized;
    int excluded;
    final long[] finishedByWeek = new long[Weeks.COUNT];

    /** Takes one item that carries size. */
    void take(WorkView work, int at, long size, long fallback, Weeks weeks) {
        long counted = size == Sizes.UNSIZED ? fallback : size;
        items++;
        total += counted;
        if (size == Sizes.UNSIZED) {
            unsized++;
        }
        StatusCategory category = work.category(at);
        if (category == StatusCategory.IN_PROGRESS) {
            inProgress += counted;
        } else if (category == StatusCategory.DONE) {
            done += counted;
            int week = weeks.of(work.resolvedMillis(at));
            if (week != Weeks.OUTSIDE) {
                finishedByWeek[week] += counted;
            }
        }
    }

    void add(Tally other) {
        total += other.total;
        done += other.done;
        inProgress += other.inProgress;
        items += other.items;
        unsized += other.unsized;
        excluded += other.excluded;
        for (int week = 0; week < finishedByWeek.length; week++) {
            finishedByWeek[week] += other.finishedByWeek[week];
        }
    }

    Schedule.Counted counted() {
        return new Schedule.Counted(total, done, inProgress);
    }
}
