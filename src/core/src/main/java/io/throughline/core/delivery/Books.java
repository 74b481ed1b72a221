package io.throughline.core.delivery;

import io.throughline.core.alignment.LinkSets;
import io.throughline.core.alignment.LinkTable;
import io.throughline.core.alignment.Reach;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.WorkRules;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The running sums of all plans, in each plan's measure and with its default size. Items are booked where their
 * {@link Postings} say, as low as can be; what a node has in all is the sum over all accounts in its subtree.
 *
 * <p>Sums are whole numbers, so booking and taking back in any order gives the same as booking afresh.
 */
final class Books {
    private static final int TOTAL = 0;
    private static final int DONE = 1;
    private static final int BUSY = 2;
    private static final int ITEMS = 3;
    private static final int UNSIZED = 4;
    private static final int EXCLUDED = 5;
    private static final int WIDTH = 6;

    private final LinkSets sets;
    private final LinkTable links;
    private final Map<String, Book> byPlan = new HashMap<>();
    private final Accounts accounts;
    private final Postings postings;
    private final long[] sums;
    /** What was finished in each week, of nodes only: a link's weeks go to its objective. */
    private final long[] weeks;

    private long stamp;
    private long written;

    Books(StrategyModel model, LinkTable links, LinkSets sets) {
        this.sets = sets;
        this.links = links;
        List<Plan> plans = List.copyOf(model.plans());
        Book[] books = new Book[plans.size()];
        int account = 0;
        for (int number = 0; number < books.length; number++) {
            String key = plans.get(number).key();
            PlanOutline outline = PlanOutline.of(model, key).orElseThrow();
            books[number] = new Book(new Reach(model, outline, links, sets), number, account);
            byPlan.put(key, books[number]);
            account += books[number].nodes();
        }
        accounts = new Accounts(books, links);
        postings = new Postings(sets, accounts);
        sums = new long[accounts.count() * WIDTH];
        weeks = new long[accounts.nodes * Weeks.COUNT];
    }

    /** Closes all accounts, for rules with these default sizes. */
    void clear(WorkRules rules) {
        Arrays.fill(sums, 0);
        Arrays.fill(weeks, 0);
        stamp++;
        for (Book book : accounts.books) {
            book.open(rules, stamp);
        }
    }

    /** Books what some items come to, all held by one set of links; {@code sign} -1 takes it back. */
    void book(int set, Facts facts, int sign) {
        stamp++;
        int first = postings.first(set);
        written += postings.end(first) - first;
        long items = facts.items();
        long excluded = facts.excluded();
        for (int at = first; at < postings.end(first); at++) {
            int entry = postings.entry(at);
            int account = entry < 0 ? ~entry : entry;
            int factor = entry < 0 ? -sign : sign;
            Book book = accounts.books[accounts.planOf(account)];
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

    /** Books that an item which is held by a set of links was something and is something else now. */
    void change(int set, Single was, Single is) {
        stamp++;
        int first = postings.first(set);
        int end = postings.end(first);
        written += end - first;
        for (int at = first; at < end; at++) {
            int entry = postings.entry(at);
            int account = entry < 0 ? ~entry : entry;
            int factor = entry < 0 ? -1 : 1;
            Book book = accounts.books[accounts.planOf(account)];
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

    /** Books only what was finished when. */
    void bookFinished(int set, Facts facts, int sign) {
        int first = postings.first(set);
        for (int at = first; at < postings.end(first); at++) {
            int entry = postings.entry(at);
            int account = entry < 0 ? ~entry : entry;
            int factor = entry < 0 ? -sign : sign;
            Sizes.Reader measured = accounts.books[accounts.planOf(account)].measured;
            int to = accounts.nodeOf(account) * Weeks.COUNT;
            for (int left = facts.weeks(); left != 0; left &= left - 1) {
                int week = Integer.numberOfTrailingZeros(left);
                weeks[to + week] += factor * facts.finished(week, measured);
            }
        }
    }

    Book book(String plan) {
        Book book = byPlan.get(plan);
        if (book == null) {
            throw new NoSuchElementException("no plan " + plan);
        }
        return book;
    }

    long written() {
        return written;
    }

    /** What is in the accounts of a plan now. */
    Tallies tallies(Book book) {
        int first = book.firstNode;
        long[] own = Arrays.copyOfRange(sums, first * WIDTH, (first + book.nodes()) * WIDTH);
        Map<Long, Tally> byLink = new HashMap<>();
        for (int link = 0; link < links.size(); link++) {
            int account = accounts.of(book, link);
            if (account >= 0) {
                byLink.put(links.link(link).id(), tally(sums, account, new long[0]));
                add(sums, account, own, accounts.nodeOf(account) - first, WIDTH);
            }
        }
        long[] all = addedUp(book, own, WIDTH);
        long[] finished = addedUp(
                book,
                Arrays.copyOfRange(weeks, first * Weeks.COUNT, (first + book.nodes()) * Weeks.COUNT),
                Weeks.COUNT);
        Map<String, Tally> byNode = new HashMap<>();
        for (int node = 0; node < book.nodes(); node++) {
            long[] ofNode = Arrays.copyOfRange(finished, node * Weeks.COUNT, (node + 1) * Weeks.COUNT);
            byNode.put(book.key(node), tally(all, node, ofNode));
        }
        return new Tallies(byNode, byLink);
    }

    private static Tally tally(long[] from, int number, long[] finished) {
        int at = number * WIDTH;
        return new Tally(
                from[at + TOTAL],
                from[at + DONE],
                from[at + BUSY],
                (int) from[at + ITEMS],
                (int) from[at + UNSIZED],
                (int) from[at + EXCLUDED],
                finished);
    }

    /** For each node of a plan the rows of all nodes in its subtree together. */
    private static long[] addedUp(Book book, long[] own, int width) {
        long[] all = new long[own.length];
        for (int node = 0; node < book.nodes(); node++) {
            for (int above : book.above[node]) {
                add(own, node, all, above, width);
            }
        }
        return all;
    }

    private static void add(long[] from, int row, long[] to, int toRow, int width) {
        for (int column = 0; column < width; column++) {
            to[toRow * width + column] += from[row * width + column];
        }
    }

    /** Whether a set of links brings its items to a node of a plan or to what is below it. */
    boolean isBehind(Book book, int node, int set) {
        return sets.any(set, link -> {
            int account = accounts.of(book, link);
            return account >= 0 && book.isBelow(accounts.nodeOf(account) - book.firstNode, node);
        });
    }

    /** Counts of items behind the nodes and links of one plan, gathered set by set. */
    final class Count {
        private final Book book;
        private final long[] byAccount = new long[accounts.count()];

        Count(Book book) {
            this.book = book;
        }

        void add(int set, int items) {
            int first = postings.first(set);
            for (int at = first; at < postings.end(first); at++) {
                int entry = postings.entry(at);
                byAccount[entry < 0 ? ~entry : entry] += entry < 0 ? -items : items;
            }
        }

        ItemCounts counts() {
            ItemCounts counts = new ItemCounts();
            long[] own = Arrays.copyOfRange(byAccount, book.firstNode, book.firstNode + book.nodes());
            for (int link = 0; link < links.size(); link++) {
                int account = accounts.of(book, link);
                if (account >= 0) {
                    counts.addToLink(links.link(link).id(), (int) byAccount[account]);
                    own[accounts.nodeOf(account) - book.firstNode] += byAccount[account];
                }
            }
            long[] all = addedUp(book, own, 1);
            for (int node = 0; node < book.nodes(); node++) {
                counts.addToNode(book.key(node), (int) all[node]);
            }
            return counts;
        }
    }

    /** Heap that it takes, in bytes; without the outlines, which grow with the strategy alone. */
    long bytes() {
        return sums.length * 8L + weeks.length * 8L + accounts.bytes() + postings.bytes();
    }
}
