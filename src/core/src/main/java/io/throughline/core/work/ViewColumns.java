package io.throughline.core.work;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns behind a {@link WorkView}; filled once by {@link Arrangement}, then only read. */
final class ViewColumns {
    final int count;
    final long[] id;
    final String[] key;
    final int[] parent;
    final int[] level;
    final int[] project;
    final StatusCategory[] category;
    final boolean[] cancelled;
    final boolean[] archived;
    final boolean[] carries;
    final long[] points;
    final long[] seconds;
    final long[] updated;
    final long[] resolved;
    final long[] security;
    final LongIntMap positionById;
    final Map<Long, Integer> projectNumbers = new LinkedHashMap<>();
    final Map<Integer, String> projectKeys = new LinkedHashMap<>();

    ViewColumns(int count) {
        this.count = count;
        id = new long[count];
        key = new String[count];
        parent = new int[count];
        level = new int[count];
        project = new int[count];
        category = new StatusCategory[count];
        cancelled = new boolean[count];
        archived = new boolean[count];
        carries = new boolean[count];
        points = new long[count];
        seconds = new long[count];
        updated = new long[count];
        resolved = new long[count];
        security = new long[count];
        positionById = new LongIntMap(count);
    }

    void fill(int position, Rows rows, int row, int levelOfRow, int parentPosition, WorkRules rules) {
        id[position] = rows.id[row];
        key[position] = rows.key[row];
        parent[position] = parentPosition;
        level[position] = levelOfRow;
        project[position] = projectNumbers.computeIfAbsent(rows.projectId[row], added -> projectNumbers.size());
        projectKeys.put(project[position], rows.projectKeys.name(rows.projectKey[row]));
        category[position] = rows.category[row];
        cancelled[position] = rules.isCancelled(rows.category[row], rows.resolution(row));
        archived[position] = rows.archived[row];
        points[position] = Sizes.points(rows.points[row]);
        seconds[position] = Sizes.seconds(rows.seconds[row]);
        updated[position] = rows.updated[row].toEpochMilli();
        Instant end = rows.resolved[row];
        resolved[position] = end == null ? Rows.NONE : end.toEpochMilli();
        security[position] = rows.security[row];
        positionById.put(id[position], position);
    }

    /** From the bottom up: a live item of level 0 or up takes the size away from everything above it. */
    void decideCarriers() {
        boolean[] hasLiveBelow = new boolean[count];
        for (int at = count - 1; at >= 0; at--) {
            boolean countable = level[at] >= WorkRules.STANDARD;
            boolean live = !cancelled[at];
            carries[at] = countable && live && !hasLiveBelow[at];
            if (parent[at] >= 0 && (hasLiveBelow[at] || (countable && live))) {
                hasLiveBelow[parent[at]] = true;
            }
        }
    }
}
