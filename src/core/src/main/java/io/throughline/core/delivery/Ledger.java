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
     * Books what some items come to, all booked at one place.
     *
     * @param sign -1 takes it back
     * @param stamp what the books that this touches say afterwards
     */
    void book(int place, Facts facts, int sign, long stamp) {
        for (int number = 0; number < postings.entries(place); number++) {
            int entry = postings.entry(place, number);
            bookInto(Postings.account(entry), sign * Postings.factor(entry), facts, stamp);
        }
    }

    private void bookInto(int account, int factor, Facts facts, long stamp) {
        written++;
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
        sums[to + ITEMS] += factor * (long) facts.items();
        sums[to + UNSIZED] += factor * (long) facts.unsized(measured);
        sums[to + EXCLUDED] += factor * (long) facts.excluded();
        int row = accounts.nodeOf(account) * Weeks.COUNT;
        for (int left = facts.weeks(); left != 0; left &= left - 1) {
            int week = Integer.numberOfTrailingZeros(left);
            weeks[row + week] += factor * facts.finished(week, measured);
        }
    }

    /** Books items, all booked at one place, as finished when they were; and nothing else. */
    void bookFinished(int place, WorkView work, Finished finished, Weeks when) {
        for (int number = 0; number < postings.entries(place); number++) {
            int entry = postings.entry(place, number);
            bookFinishedInto(Postings.account(entry), Postings.factor(entry), work, finished, when);
        }
    }

    private void bookFinishedInto(int account, int factor, WorkView work, Finished finished, Weeks when) {
        Sizes.Reader measured = accounts.bookOf(account).measured;
        int row = accounts.nodeOf(account) * Weeks.COUNT;
        for (int each = 0; each < finished.count(); each++) {
            int position = finished.position(each);
            weeks[row + when.of(work.resolvedQuarter(position))] += factor * work.size(position, measured);
        }
    }

    /** Reads what is written first when something at a place changes. */
    long look(int place) {
        if (postings.entries(place) == 0) {
            return 0;
        }
        int account = Postings.account(postings.entry(place, 0));
        int row = accounts.nodeOf(account) * Weeks.COUNT;
        return sums[account * WIDTH] + sums[account * WIDTH + WIDTH - 1] + weeks[row] + weeks[row + Weeks.COUNT - 1];
    }

    /** Books that an item which is booked at a place was something and is something else now. */
    void change(int place, Single was, Single is, long stamp) {
        for (int number = 0; number < postings.entries(place); number++) {
            int entry = postings.entry(place, number);
            changeIn(Postings.account(entry), Postings.factor(entry), was, is, stamp);
        }
    }

    private void changeIn(int account, int factor, Single was, Single is, long stamp) {
        written++;
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
        int row = accounts.nodeOf(account) * Weeks.COUNT;
        if (was.week() != Weeks.OUTSIDE) {
            weeks[row + was.week()] -= before;
        }
        if (is.week() != Weeks.OUTSIDE) {
            weeks[row + is.week()] += after;
        }
    }

    /** Heap that it takes, in bytes. */
    long bytes() {
        return (sums.length + weeks.length) * 8L;
    }
}
