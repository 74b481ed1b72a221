package io.throughline.core.delivery;

import io.throughline.core.alignment.LinkSets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Into which accounts the items of a set of links are booked: as few as will do. A set books into the account of each of its
 * links; all that stands above is added up when somebody asks. Where two links of a set meet in a node, an item would come
 * there twice: so the set books into that node what is too much, with the other sign.
 *
 * <p>Example: the set has links to OBJ-1 and OBJ-2, both under theme TH-1. It books +1 into both links and -1 into TH-1;
 * added up, TH-1 and the plan have the item once. In general {@code factor(node) = 1 - sum of all factors below it}, from
 * below, which also holds where several ways lead up.
 *
 * <p>An entry is the account for +1, its complement {@code ~account} for -1; a factor of -2 is two entries. Most sets have a
 * single one.
 */
final class Postings {
    private static final int UNKNOWN = 0;

    private final LinkSets sets;
    private final Accounts accounts;
    /** By set: where in the pool the number of its entries stands, followed by them. */
    private int[] starts = new int[64];

    private int[] pool = new int[256];
    private int used = 1; // 0 stands for unknown

    /** By plan: how many links of the set at hand bring work into it. */
    private final int[] linksOfPlan;
    /** By node of the plan at hand: the sum of the factors of what is below. */
    private int[] below = {};

    Postings(LinkSets sets, Accounts accounts) {
        this.sets = sets;
        this.accounts = accounts;
        linksOfPlan = new int[accounts.books.length];
    }

    /**
     * Where the items of a set are booked: the account itself if it is a single one, else a negative number. Either way its
     * {@link #entry entries} are counted from 0 to below {@link #entries}.
     */
    int place(int set) {
        if (set >= starts.length) {
            starts = Arrays.copyOf(starts, Math.max(set + 1, starts.length * 3 / 2));
        }
        if (starts[set] == UNKNOWN) {
            starts[set] = find(set);
        }
        int start = starts[set];
        boolean isSingle = pool[start] == 1 && pool[start + 1] >= 0;
        return isSingle ? pool[start + 1] : ~start;
    }

    /** How many entries a place has; none for the empty set. */
    int entries(int place) {
        return place >= 0 ? 1 : pool[~place];
    }

    int entry(int place, int number) {
        return place >= 0 ? place : pool[~place + 1 + number];
    }

    /** The account that an entry is about. */
    static int account(int entry) {
        return entry < 0 ? ~entry : entry;
    }

    /** 1 for what is booked there, -1 for what is booked back. */
    static int factor(int entry) {
        return entry < 0 ? -1 : 1;
    }

    private int find(int set) {
        int start = used;
        add(0);
        sets.forEach(set, link -> {
            for (int account = accounts.firstOf(link); account < accounts.firstOf(link + 1); account++) {
                add(account);
                linksOfPlan[accounts.planOf(account)]++;
            }
        });
        int links = used;
        for (int at = start + 1; at < links; at++) {
            int plan = accounts.planOf(pool[at]);
            if (linksOfPlan[plan] > 1) {
                correct(accounts.books[plan], start + 1, links);
            }
            linksOfPlan[plan] = 0;
        }
        pool[start] = used - start - 1;
        return start;
    }

    /** Books back what comes too often into the nodes of a plan. */
    private void correct(Book book, int from, int to) {
        if (below.length < book.nodes()) {
            below = new int[book.nodes()];
        }
        BitSet reached = new BitSet();
        for (int at = from; at < to; at++) {
            if (accounts.planOf(pool[at]) == book.number) {
                for (int node : book.above[accounts.nodeOf(pool[at]) - book.firstNode]) {
                    reached.set(node);
                    below[node]++;
                }
            }
        }
        for (int node = reached.nextSetBit(0); node >= 0; node = reached.nextSetBit(node + 1)) {
            int factor = 1 - below[node];
            below[node] = 0;
            for (int times = Math.abs(factor); times > 0; times--) {
                add(factor > 0 ? book.firstNode + node : ~(book.firstNode + node));
            }
            for (int each : book.above[node]) {
                below[each] += each == node ? 0 : factor;
            }
        }
    }

    private void add(int number) {
        if (used == pool.length) {
            pool = Arrays.copyOf(pool, used * 5 / 4);
        }
        pool[used++] = number;
    }

    long bytes() {
        return (starts.length + pool.length + below.length) * 4L;
    }
}
