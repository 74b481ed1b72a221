package io.throughline.core.delivery;

import io.throughline.core.work.Finished;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkView;
import java.util.Arrays;

/**
 * The numbers in all accounts. Sums are whole numbers, so booking and taking back in any order gives the same as booking afresh,
 * and two ledgers can be added up.
 */
final class Ledger {
    static final int TOTAL = 0;
    static final int DONE = 1;
    static final int BUSY = 2;
    static final int ITEMS = 3;
    static final int UNSIZED = 4;
    static final int EXCLUDED = 5;
    static final int WIDTH = 6;

    private final Accounts accounts;
    private final Postings postings;
    /** By account, {@link #WIDTH} numbers each. */
    final long[] sums;
    /** What was finished in each week, of nodes only: a link's weeks go to its objective. */
    final long[] weeks;

    private long written;

    Ledger(Accounts accounts, Postings postings) {
        this.accounts = accounts;
        this.postings = postings;
        sums = new long[accounts.count() * WIDTH];
        weeks = new long[accounts.nodes * Weeks.COUNT];
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(weeks, 0);
    }

    /** How many accounts were written since this was made. */
    long written() {
        return written;
    }

    /** Adds all numbers of another one. */
    void add(Ledger other) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] += other.sums[at];
        }
        for (int at = 0; at < weeks.length; at++) {
            weeks[at] += other.weeks[at];
        }
        written += other.written;
    }

    /**
     * Books what some items come to, all held by one set of links.
     *
     * @param sign -1 takes it back
     * @param stamp what the books that this touches say afterwards
     */
    void book(int set, Facts facts, int sign, long stamp) {
        int first = postings.first(set);
        int end = postings.end(first);
        written += end - first;
        long items = facts.items();
        long excluded = facts.excluded();
        for (int at = first; at < end; at++) {
            int entry = postings.entry(at);
            int account = entry < 0 ? ~entry : entry;
            int factor = entry < 0 ? -sign : sign;
            Book book = accounts.bookOf(account);
            book.touched = stamp;
            Sizes.Reader measured = book.measured;
            long busy = facts.busy(measured);
            long done = facts.done(measured);
            long total = busy + done + facts.toDo(measured);
            int to = account * WIDTH;
            sums[to + TOTAL] += factor * total;
            sums[to + DONE] += factor * done;
            sums[to + BUSY] += factor * busy;
            sums[to + ITEMS] += factor * items;
            sums[to + UNSIZED] += factor * (long) facts.unsized(measured);
            sums[to + EXCLUDED] += factor * excluded;
        }
        if (facts.weeks() != 0) {
            bookFinished(set, facts, sign);
        }
    }

    private void bookFinished(int set, Facts facts, int sign) {
        int first = postings.first(set);
        for (int at = first; at < postings.end(first); at++) {
            int entry = postings.entry(at);
            int account = entry < 0 ? ~entry : entry;
            int factor = entry < 0 ? -sign : sign;
            Sizes.Reader measured = accounts.bookOf(account).measured;
            int to = accounts.nodeOf(account) * Weeks.COUNT;
            for (int left = facts.weeks(); left != 0; left &= left - 1) {
                int week = Integer.numberOfTrailingZeros(left);
                weeks[to + week] += factor * facts.finished(week, measured);
            }
        }
    }

    /** Books items, held by a set of links, as finished when they were; and nothing else. */
    void bookFinished(int set, WorkView work, Finished finished, Weeks when) {
        int first = postings.first(set);
        int end = postings.end(first);
        for (int at = first; at < end; at++) {
            int entry = postings.entry(at);
            int account = entry < 0 ? ~entry : entry;
            int factor = entry < 0 ? -1 : 1;
            Sizes.Reader measured = accounts.bookOf(account).measured;
            int to = accounts.nodeOf(account) * Weeks.COUNT;
            for (int each = 0; each < finished.count(); each++) {
                int position = finished.position(each);
                weeks[to + when.of(work.resolvedQuarter(position))] += factor * work.size(position, measured);
            }
        }
    }

    /** Reads the account that is written first for a set of links, and its last week. */
    long look(int set) {
        int entry = postings.entry(postings.first(set));
        int account = entry < 0 ? ~entry : entry;
        int sum = account * WIDTH;
        int week = accounts.nodeOf(account) * Weeks.COUNT;
        return sums[sum] + sums[sum + WIDTH - 1] + weeks[week] + weeks[week + Weeks.COUNT - 1];
    }

    /** Books that an item which is held by a set of links was something and is something else now. */
    void change(int set, Single was, Single is, long stamp) {
        int first = postings.first(set);
        int end = postings.end(first);
        written += end - first;
        for (int at = first; at < end; at++) {
            int entry = postings.entry(at);
            int account = entry < 0 ? ~entry : entry;
            int factor = entry < 0 ? -1 : 1;
            Book book = accounts.bookOf(account);
            book.touched = stamp;
            Sizes.Reader measured = book.measured;
            long before = factor * was.size(measured);
            long after = factor * is.size(measured);
            int to = account * WIDTH;
            sums[to + TOTAL] += after - before;
            sums[to + DONE] += is.isDone() * after - was.isDone() * before;
            sums[to + BUSY] += is.isBusy() * after - was.isBusy() * before;
            sums[to + ITEMS] += (long) factor * (is.items() - was.items());
            sums[to + UNSIZED] += (long) factor * (is.unsized(measured) - was.unsized(measured));
            sums[to + EXCLUDED] += (long) factor * (is.excluded() - was.excluded());
            int node = accounts.nodeOf(account) * Weeks.COUNT;
            if (was.week() != Weeks.OUTSIDE) {
                weeks[node + was.week()] -= before;
            }
            if (is.week() != Weeks.OUTSIDE) {
                weeks[node + is.week()] += after;
            }
        }
    }

    /** Heap that it takes, in bytes. */
    long bytes() {
        return (sums.length + weeks.length) * 8L;
    }
}
