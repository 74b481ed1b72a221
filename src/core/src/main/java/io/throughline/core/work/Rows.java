package io.throughline.core.work;

import java.time.Instant;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The columns of the index, one entry per issue, in no order. Not thread-safe: {@link WorkIndex} guards it. */
final class Rows {
    static final int NO_NAME = -1;
    static final long NONE = Long.MIN_VALUE;

    final Names types = new Names();
    final Names resolutions = new Names();
    final Names projectKeys = new Names();

    int count;
    long[] id = new long[16];
    String[] key = new String[16];
    long[] projectId = new long[16];
    int[] projectKey = new int[16];
    int[] type = new int[16];
    boolean[] subTask = new boolean[16];
    long[] parentId = new long[16];
    StatusCategory[] category = new StatusCategory[16];
    int[] resolution = new int[16];
    double[] points = new double[16];
    long[] seconds = new long[16];
    Instant[] updated = new Instant[16];

    @Nullable
    Instant[] resolved = new @Nullable Instant[16];

    boolean[] archived = new boolean[16];
    long[] security = new long[16];

    void append(WorkItem item) {
        if (count == id.length) {
            grow(count * 2);
        }
        set(count++, item);
    }

    void set(int row, WorkItem item) {
        id[row] = item.id();
        key[row] = item.key();
        projectId[row] = item.projectId();
        projectKey[row] = projectKeys.number(item.projectKey());
        type[row] = types.number(item.issueType());
        subTask[row] = item.subTask();
        parentId[row] = item.parentId();
        category[row] = item.statusCategory();
        resolution[row] = item.resolution() == null ? NO_NAME : resolutions.number(item.resolution());
        points[row] = item.storyPoints() == null ? Double.NaN : item.storyPoints();
        seconds[row] = item.originalEstimateSeconds() == null ? NONE : item.originalEstimateSeconds();
        updated[row] = item.updated();
        resolved[row] = item.resolved();
        archived[row] = item.archived();
        security[row] = item.securityLevel() == null ? NONE : item.securityLevel();
    }

    WorkItem get(int row) {
        return new WorkItem(
                id[row],
                key[row],
                projectId[row],
                projectKeys.name(projectKey[row]),
                types.name(type[row]),
                subTask[row],
                parentId[row],
                category[row],
                resolution(row),
                Double.isNaN(points[row]) ? null : (Double) points[row],
                seconds[row] == NONE ? null : (Long) seconds[row],
                updated[row],
                resolved[row],
                archived[row],
                security[row] == NONE ? null : (Long) security[row]);
    }

    @Nullable
    String resolution(int row) {
        return resolution[row] == NO_NAME ? null : resolutions.name(resolution[row]);
    }

    /** Moves the last row into the gap and forgets it, so that the columns stay dense. */
    void removeByMovingLast(int row) {
        if (count == 0) {
            throw new NoSuchElementException("row " + row);
        }
        int last = --count;
        if (row != last) {
            set(row, get(last));
        }
        resolved[last] = null;
    }

    private void grow(int capacity) {
        id = Arrays.copyOf(id, capacity);
        key = Arrays.copyOf(key, capacity);
        projectId = Arrays.copyOf(projectId, capacity);
        projectKey = Arrays.copyOf(projectKey, capacity);
        type = Arrays.copyOf(type, capacity);
        subTask = Arrays.copyOf(subTask, capacity);
        parentId = Arrays.copyOf(parentId, capacity);
        category = Arrays.copyOf(category, capacity);
        resolution = Arrays.copyOf(resolution, capacity);
        points = Arrays.copyOf(points, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
        updated = Arrays.copyOf(updated, capacity);
        resolved = Arrays.copyOf(resolved, capacity);
        archived = Arrays.copyOf(archived, capacity);
        security = Arrays.copyOf(security, capacity);
    }
}
