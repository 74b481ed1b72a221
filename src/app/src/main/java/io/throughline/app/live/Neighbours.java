package io.throughline.app.live;

import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Issues that a change of another one may have changed without an event of their own. */
final class Neighbours {
    private final WorkView view;

    Neighbours(WorkView view) {
        this.view = view;
    }

    /** Ids of the direct children: sub-tasks go with their parent, to another project or out of existence. */
    Set<Long> childrenOf(Set<Long> parents) {
        return view.index().reading(() -> {
            Set<Long> children = new HashSet<>();
            for (long parent : parents) {
                int at = view.find(parent);
                int child = at == WorkView.NONE ? WorkView.NONE : view.firstChild(at);
                for (; child != WorkView.NONE; child = view.nextSibling(child)) {
                    children.add(view.id(child));
                }
            }
            return children;
        });
    }

    /** Ids of all items that were last seen in a project. */
    Set<Long> inProject(long project) {
        int number = view.projectNumber(project).orElse(-1);
        return number < 0 ? Set.of() : where(position -> view.project(position) == number);
    }

    /** Ids of the items with these keys. */
    List<Long> withKeys(Set<String> keys) {
        return List.copyOf(where(position -> keys.contains(view.key(position))));
    }

    /** Ids of all items that are not among {@code known}, which is ascending. */
    Set<Long> otherThan(long[] known) {
        return where(position -> Arrays.binarySearch(known, view.id(position)) < 0);
    }

    /** The ids that are in only one of both: here, or among {@code there}, which is ascending. */
    List<Long> differing(long[] there) {
        long[] here = ids();
        List<Long> found = new ArrayList<>();
        int at = 0;
        for (long id : there) {
            for (; at < here.length && here[at] < id; at++) {
                found.add(here[at]);
            }
            if (at < here.length && here[at] == id) {
                at++;
            } else {
                found.add(id);
            }
        }
        for (; at < here.length; at++) {
            found.add(here[at]);
        }
        return found;
    }

    /** Of all items, ascending. */
    private long[] ids() {
        long[] ids = view.index().reading(() -> {
            long[] all = new long[view.positions()];
            int count = 0;
            for (int position = 0; position < all.length; position++) {
                if (view.isPresent(position)) {
                    all[count++] = view.id(position);
                }
            }
            return Arrays.copyOf(all, count);
        });
        Arrays.sort(ids);
        return ids;
    }

    /** The ids without an item here. */
    long[] unknown(long[] ids) {
        return view.index()
                .reading(() -> Arrays.stream(ids)
                        .filter(id -> view.find(id) == WorkView.NONE)
                        .toArray());
    }

    /** How many items there are per project, by Jira's id, that are not archived. */
    Map<Long, Long> notArchivedByProject() {
        return view.index().reading(() -> {
            long[] counts = new long[view.projectCount()];
            for (int position = 0; position < view.positions(); position++) {
                if (view.isPresent(position) && !view.isArchived(position)) {
                    counts[view.project(position)]++;
                }
            }
            Map<Long, Long> byProject = new HashMap<>();
            for (int project = 0; project < counts.length; project++) {
                byProject.put(view.projectId(project), counts[project]);
            }
            return byProject;
        });
    }

    private Set<Long> where(IntPredicate wanted) {
        return view.index().reading(() -> {
            Set<Long> ids = new HashSet<>();
            view.where(wanted).forEach(position -> ids.add(view.id(position)));
            return ids;
        });
    }
}
