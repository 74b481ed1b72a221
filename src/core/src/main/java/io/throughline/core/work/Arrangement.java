package io.throughline.core.work;

import java.util.Arrays;

/**
 * Puts rows in the order of a view: levels from the top, siblings side by side, each parent before its children.
 *
 * <p>The order follows from ids and parents alone, so that two indexes with equal content give equal views.
 */
final class Arrangement {
    private static final int NONE = -1;

    private final Rows rows;
    private final WorkRules rules;
    private final int count;
    private final int[] level;
    private final LongIntMap rowById;
    private final int[] parentRow;
    private int staleParents;

    Arrangement(Rows rows, WorkRules rules) {
        this.rows = rows;
        this.rules = rules;
        count = rows.count;
        level = new int[count];
        rowById = new LongIntMap(count);
        parentRow = new int[count];
    }

    WorkView view(long version) {
        int[] levelOfType = new int[rows.types.copy().size()];
        for (int type = 0; type < levelOfType.length; type++) {
            levelOfType[type] = rules.level(rows.types.name(type), false);
        }
        for (int row = 0; row < count; row++) {
            level[row] = rows.subTask[row] ? WorkRules.SUB_TASK : levelOfType[rows.type[row]];
            rowById.put(rows.id[row], row);
        }
        for (int row = 0; row < count; row++) {
            parentRow[row] = keptParent(row);
        }
        int[] order = order();
        int[] positionOfRow = new int[count];
        for (int position = 0; position < count; position++) {
            positionOfRow[order[position]] = position;
        }
        ViewColumns columns = new ViewColumns(count);
        for (int position = 0; position < count; position++) {
            int row = order[position];
            int parent = parentRow[row] == NONE ? NONE : positionOfRow[parentRow[row]];
            columns.fill(position, rows, row, level[row], parent, rules);
        }
        columns.decideCarriers();
        return new WorkView(version, rules, columns, staleParents);
    }

    /** A parent counts only if its level is strictly higher; Jira keeps a stale Parent Link when a type changes. */
    private int keptParent(int row) {
        int parent = rows.parentId[row] == 0 ? NONE : rowById.get(rows.parentId[row]);
        if (parent == NONE || level[parent] > level[row]) {
            return parent;
        }
        staleParents++;
        return NONE;
    }

    /** Rows by level from the top, then by their parent's place, then by id. */
    private int[] order() {
        Integer[] byLevel = new Integer[count];
        Arrays.setAll(byLevel, row -> row);
        Arrays.sort(
                byLevel,
                (a, b) -> level[a] != level[b]
                        ? Integer.compare(level[b], level[a])
                        : Long.compare(rows.id[a], rows.id[b]));
        int[] place = new int[count];
        for (int from = 0; from < count; ) {
            int to = from;
            while (to < count && level[byLevel[to]] == level[byLevel[from]]) {
                to++;
            }
            // stable: among siblings the order by id stays
            Arrays.sort(byLevel, from, to, (a, b) -> Integer.compare(placeOfParent(a, place), placeOfParent(b, place)));
            for (int position = from; position < to; position++) {
                place[byLevel[position]] = position;
            }
            from = to;
        }
        return Arrays.stream(byLevel).mapToInt(Integer::intValue).toArray();
    }

    private int placeOfParent(int row, int[] place) {
        return parentRow[row] == NONE ? NONE : place[parentRow[row]];
    }
}
