package io.throughline.core.delivery;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.alignment.LinkSets;
import io.throughline.core.alignment.LinkTable;
import io.throughline.core.alignment.Reach;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
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
    private final LinkSets sets;
    private final LinkTable links;
    private final Map<String, Book> byPlan = new HashMap<>();
    private final Accounts accounts;
    private final Postings postings;
    private final Ledger ledger;

    private long stamp;
    /** Nobody reads it, but what is kept has to be looked at. */
    @SuppressWarnings("unused")
    private long seen;

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
        ledger = new Ledger(accounts, postings);
    }

    /** Closes all accounts, for rules with these default sizes. */
    void clear(WorkRules rules) {
        ledger.clear();
        stamp++;
        for (Book book : accounts.books) {
            book.open(rules, stamp);
        }
    }

    /** The accounts themselves. */
    Ledger ledger() {
        return ledger;
    }

    /** An empty ledger of the same accounts, to be added to that one. */
    Ledger another() {
        return new Ledger(accounts, postings);
    }

    /** Where the items of each group are booked. */
    Places places(Alignment alignment) {
        return new Places(alignment, postings);
    }

    /** Books what some items come to, all booked at one place; {@code sign} -1 takes it back. */
    void book(int place, Facts facts, int sign) {
        ledger.book(place, facts, sign, ++stamp);
    }

    /** Books that an item which is booked at a place was something and is something else now. */
    void change(int place, Single was, Single is) {
        ledger.change(place, was, is, ++stamp);
    }

    /** Looks at what a change there will write, so that memory brings it early. */
    void expect(int place) {
        seen = ledger.look(place);
    }

    /** What the books were stamped with last. */
    long stamp() {
        return stamp;
    }

    Book book(String plan) {
        Book book = byPlan.get(plan);
        if (book == null) {
            throw new NoSuchElementException("no plan " + plan);
        }
        return book;
    }

    long written() {
        return ledger.written();
    }

    /** What is in the accounts of a plan now. */
    Tallies tallies(Book book) {
        int first = book.firstNode;
        long[] sums = ledger.sums;
        long[] own = Arrays.copyOfRange(sums, first * Ledger.WIDTH, (first + book.nodes()) * Ledger.WIDTH);
        Map<Long, Tally> byLink = new HashMap<>();
        for (int link = 0; link < links.size(); link++) {
            int account = accounts.of(book, link);
            if (account >= 0) {
                byLink.put(links.link(link).id(), tally(sums, account, new long[0]));
                add(sums, account, own, accounts.nodeOf(account) - first, Ledger.WIDTH);
            }
        }
        long[] all = addedUp(book, own, Ledger.WIDTH);
        long[] finished = addedUp(
                book,
                Arrays.copyOfRange(ledger.weeks, first * Weeks.COUNT, (first + book.nodes()) * Weeks.COUNT),
                Weeks.COUNT);
        Map<String, Tally> byNode = new HashMap<>();
        for (int node = 0; node < book.nodes(); node++) {
            long[] ofNode = Arrays.copyOfRange(finished, node * Weeks.COUNT, (node + 1) * Weeks.COUNT);
            byNode.put(book.key(node), tally(all, node, ofNode));
        }
        return new Tallies(byNode, byLink);
    }

    private static Tally tally(long[] from, int number, long[] finished) {
        int at = number * Ledger.WIDTH;
        return new Tally(
                from[at + Ledger.TOTAL],
                from[at + Ledger.DONE],
                from[at + Ledger.BUSY],
                (int) from[at + Ledger.ITEMS],
                (int) from[at + Ledger.UNSIZED],
                (int) from[at + Ledger.EXCLUDED],
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
            int place = postings.place(set);
            for (int number = 0; number < postings.entries(place); number++) {
                int entry = postings.entry(place, number);
                byAccount[Postings.account(entry)] += Postings.factor(entry) * (long) items;
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
        return ledger.bytes() + accounts.bytes() + postings.bytes();
    }
}
