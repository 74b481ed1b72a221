package io.throughline.core.work;

import java.util.ArrayList;
import java.util.List;

/** All observers of an index, told in the order in which they came. Guarded by the lock of the index. */
final class Observers implements WorkObserver {
    private final List<WorkObserver> all = new ArrayList<>();

    void add(WorkObserver observer) {
        all.add(observer);
    }

    void remove(WorkObserver observer) {
        all.remove(observer);
    }

    /** Nearly always there is one, and then nobody stands between. */
    WorkObserver asOne() {
        return all.size() == 1 ? all.get(0) : this;
    }

    @Override
    public void expect(int position) {
        for (WorkObserver each : all) {
            each.expect(position);
        }
    }

    @Override
    public void before(int position) {
        for (WorkObserver each : all) {
            each.before(position);
        }
    }

    @Override
    public void after(int position) {
        for (WorkObserver each : all) {
            each.after(position);
        }
    }

    @Override
    public void moved(int position) {
        for (WorkObserver each : all) {
            each.moved(position);
        }
    }

    @Override
    public void reset() {
        all.forEach(WorkObserver::reset);
    }
}
