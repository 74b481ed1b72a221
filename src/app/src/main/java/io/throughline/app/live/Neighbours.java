package io.throughline.app.live;

import io.throughline.core.work.WorkView;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** Issues that a change of another one may have changed without an event of their own. One pass over the view each. */
final class Neighbours {
    private final WorkView view;

    Neighbours(WorkView view) {
        this.view = view;
    }

    /** Ids of the direct children: sub-tasks go with their parent, to another project or out of existence. */
    Set<Long> childrenOf(Set<Long> parents) {
        return parents.isEmpty()
                ? Set.of()
                : where(position -> {
                    int parent = view.parent(position);
                    return parent != WorkView.NONE && parents.contains(view.id(parent));
                });
    }

    /** Ids of all items that were last seen in a project. */
    Set<Long> inProject(long project) {
        int number = view.projectNumber(project).orElse(-1);
        return number < 0 ? Set.of() : where(position -> view.project(position) == number);
    }

    /** Ids of all items that are not among {@code known}. */
    Set<Long> otherThan(Set<Long> known) {
        return where(position -> !known.contains(view.id(position)));
    }

    private Set<Long> where(IntPredicate wanted) {
        Set<Long> ids = new HashSet<>();
        for (int position = 0; position < view.size(); position++) {
            if (wanted.test(position)) {
                ids.add(view.id(position));
            }
        }
        return ids;
    }
}
