package io.throughline.app.live;

import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What came of reading some issues.
 *
 * @param items those that exist
 * @param gone ids without an issue
 * @param unreadable ids that made the source fail, while it could read others
 */
record Reading(List<WorkItem> items, Set<Long> gone, Set<Long> unreadable) {
    /**
     * Reads the ids together and, if that fails, one by one, so that one broken issue does not hide the others.
     *
     * @throws RuntimeException if several were asked for and none could be read: then the source is down
     */
    static Reading of(WorkSource source, Collection<Long> ids, WorkRules rules) {
        try {
            List<WorkItem> items = source.read(ids, rules);
            return new Reading(items, missing(ids, items, Set.of()), Set.of());
        } catch (RuntimeException together) {
            return oneByOne(source, ids, rules, together);
        }
    }

    /** What of it concerns these ids. */
    Reading among(Set<Long> ids) {
        return where(ids::contains);
    }

    /** What of it concerns others than these ids. */
    Reading notAmong(Set<Long> ids) {
        return where(id -> !ids.contains(id));
    }

    private Reading where(Predicate<Long> wanted) {
        return new Reading(
                items.stream().filter(item -> wanted.test(item.id())).toList(),
                gone.stream().filter(wanted).collect(Collectors.toSet()),
                unreadable.stream().filter(wanted).collect(Collectors.toSet()));
    }

    private static Reading oneByOne(
            WorkSource source, Collection<Long> ids, WorkRules rules, RuntimeException together) {
        List<WorkItem> items = new ArrayList<>();
        Set<Long> unreadable = new HashSet<>();
        for (Long id : ids) {
            try {
                items.addAll(source.read(List.of(id), rules));
            } catch (RuntimeException alone) {
                unreadable.add(id);
            }
        }
        if (unreadable.size() == ids.size() && ids.size() > 1) {
            throw together;
        }
        return new Reading(items, missing(ids, items, unreadable), unreadable);
    }

    private static Set<Long> missing(Collection<Long> ids, List<WorkItem> items, Set<Long> unreadable) {
        Set<Long> missing = new HashSet<>(ids);
        items.forEach(item -> missing.remove(item.id()));
        missing.removeAll(unreadable);
        return missing;
    }
}
