package io.throughline.core.alignment;

import io.throughline.core.work.WorkView;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Where the items stand that are linked or found by a query themselves, ascending by position. Most of them stand where they
 * stood when it was asked last: then nothing is looked up by id.
 */
final class ClaimedItems {
    /** By position, the missing ones last. */
    private long[] issues = {};

    private int[] positions = {};
    private int[] sets = {};
    private int present;
    private long version = -1;

    /** Finds them in a view; tells by a bit at which positions they are. */
    void find(Claims claims, WorkView view, BitSet itself) {
        if (version != claims.version() || !isRight(view)) {
            findAll(claims, view);
            version = claims.version();
        }
        itself.clear();
        for (int each = 0; each < present; each++) {
            itself.set(positions[each]);
        }
    }

    private boolean isRight(WorkView view) {
        for (int each = 0; each < present; each++) {
            if (!view.isAt(positions[each], issues[each])) {
                return false;
            }
        }
        for (int each = present; each < issues.length; each++) {
            if (view.find(issues[each]) != WorkView.NONE) {
                return false;
            }
        }
        return true;
    }

    private void findAll(Claims claims, WorkView view) {
        long[] found = new long[claims.issues()];
        int[] count = {0};
        claims.forEachIssue((issue, set) -> {
            if (set != LinkSets.EMPTY) {
                found[count[0]++] = issue;
            }
        });
        issues = Arrays.copyOf(found, count[0]);
        long[] order = new long[issues.length];
        for (int each = 0; each < order.length; each++) {
            int at = view.find(issues[each]);
            order[each] = (at == WorkView.NONE ? (long) Integer.MAX_VALUE : at) << Integer.SIZE | each;
        }
        Arrays.sort(order);
        present = 0;
        positions = new int[order.length];
        sets = new int[order.length];
        for (int each = 0; each < order.length; each++) {
            long issue = found[(int) order[each]];
            issues[each] = issue;
            positions[each] = (int) (order[each] >>> Integer.SIZE);
            sets[each] = claims.ofIssue(issue);
            present += positions[each] == Integer.MAX_VALUE ? 0 : 1;
        }
    }

    /** The number of the first of them that stands at a position or after it, counted by position. */
    int firstFrom(int position) {
        int found = Arrays.binarySearch(positions, 0, present, position);
        return found < 0 ? ~found : found;
    }

    /** Where one of them stands, above all positions after the last. */
    int position(int number) {
        return number < present ? positions[number] : Integer.MAX_VALUE;
    }

    /** The links to one of them and of queries that find it. */
    int claims(int number) {
        return sets[number];
    }

    /** Heap that it takes, in bytes. */
    long bytes() {
        return issues.length * 16L;
    }
}
