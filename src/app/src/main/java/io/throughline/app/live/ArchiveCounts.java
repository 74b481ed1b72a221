package io.throughline.app.live;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds projects in which issues were archived or restored: a search finds another number of issues than are not archived
 * here. No event was found for that in Jira's documentation, and the stamp of the issue stays.
 *
 * <p>Looks at the sum of all projects first. A search index may lag behind, so only a difference that is still the same at
 * the next look counts; one that reading the project again does not take away is the search index's own and is left to
 * itself. One issue archived and another one of the project restored between two looks is found by the daily reading only.
 */
final class ArchiveCounts {
    private final IndexKeeper keeper;
    private final WorkSource source;
    private Map<Long, Long> seen = Map.of();
    private Map<Long, Long> read = new HashMap<>();

    ArchiveCounts(IndexKeeper keeper, WorkSource source) {
        this.keeper = keeper;
        this.source = source;
    }

    void compare() {
        Map<Long, Long> here = keeper.notArchivedByProject();
        long difference = source.searchable() - sum(here);
        if (difference == sum(read)) {
            seen = Map.of();
            return;
        }
        Map<Long, Long> now = new HashMap<>();
        Map<Long, Long> known = new HashMap<>();
        for (long project : source.projects()) {
            long off = source.searchable(project) - here.getOrDefault(project, 0L);
            if (off == 0) {
                continue;
            }
            now.put(project, off);
            if (read.getOrDefault(project, 0L) == off) {
                known.put(project, off);
            } else if (seen.getOrDefault(project, 0L) == off) {
                keeper.projectChanged(project);
                known.put(project, off);
            }
        }
        seen = now;
        read = known;
    }

    private static long sum(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
