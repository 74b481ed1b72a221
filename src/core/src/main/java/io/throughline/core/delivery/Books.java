package io.throughline.core.delivery;

import io.throughline.core.alignment.LinkSets;
import io.throughline.core.alignment.LinkTable;
import io.throughline.core.alignment.Reach;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.Sizes;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The running sums of all plans: one account for each node of each plan and one for each link that brings work into a
 * plan, in that plan's measure and with its default size. A set of links books into a fixed list of accounts: each of its
 * links, and each node above any of them <em>once</em>, so that an item with several links is counted once per subtree.
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
    private final Map<String, Integer> planNumbers = new HashMap<>();
    private final List<Book> plans = new ArrayList<>();
    private final LinkTable links;
    /** By link: where its accounts begin, one for each plan into which it brings work; they end where the next one's begin. */
    private final int[] firstOfLink;

    private final int nodes;
    private final long[] sums;
    private final long[] weeks;
    private final int[] planOfAccount;
    private int[][] accountsOfSet = new int[64][];
    private final long[] finished = new long[Weeks.COUNT];
    private long stamp;

    /** The accounts of one plan. */
    static final class Book {
        final Reach reach;
        final SizeMeasure measure;
        final int number;
        final int firstNode;
        final int[][] above;
        long fallback;
        long touched;

        Book(Reach reach, int number, int firstNode) {
            this.reach = reach;
            this.number = number;
            this.firstNode = firstNode;
            measure = reach.outline().plan().sizeMeasure();
            above = nodesAbove(reach.outline().nodes(), reach.outline());
        }

        int nodes() {
            return reach.outline().nodes().size();
        }
    }

    Books(StrategyModel model, LinkTable links, LinkSets sets) {
        this.sets = sets;
        this.links = links;
        firstOfLink = new int[links.size() + 1];
        int account = 0;
        for (Plan plan : model.plans()) {
            PlanOutline outline = PlanOutline.of(model, plan.key()).orElseThrow();
            planNumbers.put(plan.key(), plans.size());
            plans.add(new Book(new Reach(model, outline, links, sets), plans.size(), account));
            account += outline.nodes().size();
        }
        nodes = account;
        planOfAccount = openAccounts();
        sums = new long[planOfAccount.length * WIDTH];
        weeks = new long[nodes * Weeks.COUNT];
    }

    /** Numbers the accounts, nodes first; returns the plan of each. */
    private int[] openAccounts() {
        int[] owners = new int[nodes + links.size()];
        int account = nodes;
        for (Book book : plans) {
            Arrays.fill(owners, book.firstNode, book.firstNode + book.nodes(), book.number);
        }
        for (int link = 0; link < links.size(); link++) {
            firstOfLink[link] = account;
            for (Book book : plans) {
                if (book.reach.brings(link)) {
                    if (account == owners.length) {
                        owners = Arrays.copyOf(owners, account * 5 / 4 + 1);
                    }
                    owners[account++] = book.number;
                }
            }
        }
        firstOfLink[links.size()] = account;
        return Arrays.copyOf(owners, account);
    }

    /** The account of a link in a plan, -1 if it brings no work into that. */
    private int account(Book book, int link) {
        for (int account = firstOfLink[link]; account < firstOfLink[link + 1]; account++) {
            if (planOfAccount[account] == book.number) {
                return account;
            }
        }
        return -1;
    }

    /** For each node the nodes in whose subtree it is, itself too; parents come later in the outline. */
    private static int[][] nodesAbove(List<PlanOutline.Node> all, PlanOutline outline) {
        BitSet[] above = new BitSet[all.size()];
        Arrays.setAll(above, node -> new BitSet());
        for (int node = all.size() - 1; node >= 0; node--) {
            above[node].set(node);
            for (PlanOutline.Edge edge : all.get(node).children()) {
                int child = outline.number(edge.child()).orElseThrow();
                above[child].or(above[node]);
            }
        }
        return Arrays.stream(above).map(set -> set.stream().toArray()).toArray(int[][]::new);
    }

    /** Closes all accounts, for rules with these default sizes. */
    void clear(WorkRules rules) {
        Arrays.fill(sums, 0);
        Arrays.fill(weeks, 0);
        stamp++;
        for (Book book : plans) {
            book.fallback =
                    Sizes.fallback(book.measure, book.reach.outline().plan().defaultSize(), rules);
            book.touched = stamp;
        }
    }

    /** The accounts into which the items of a set are booked. */
    int[] accounts(int set) {
        if (set >= accountsOfSet.length) {
            accountsOfSet = Arrays.copyOf(accountsOfSet, Math.max(set + 1, accountsOfSet.length * 3 / 2));
        }
        int[] known = accountsOfSet[set];
        if (known == null) {
            known = findAccounts(set);
            accountsOfSet[set] = known;
        }
        return known;
    }

    private int[] findAccounts(int set) {
        BitSet found = new BitSet();
        sets.forEach(set, link -> {
            for (int account = firstOfLink[link]; account < firstOfLink[link + 1]; account++) {
                found.set(account);
                Book book = plans.get(planOfAccount[account]);
                int node = book.reach
                        .outline()
                        .number(links.link(link).objective())
                        .orElseThrow();
                for (int above : book.above[node]) {
                    found.set(book.firstNode + above);
                }
            }
        });
        return found.stream().toArray();
    }

    /** Books what some items come to, all held by one set of links; {@code sign} -1 takes it back. */
    void book(int set, Facts facts, int sign) {
        int[] accounts = accounts(set);
        if (accounts.length == 0) {
            return;
        }
        stamp++;
        int items = sign * facts.items();
        int excluded = sign * facts.excluded();
        int last = -1;
        Book book = plans.get(0);
        long busy = 0;
        long done = 0;
        long total = 0;
        int unsized = 0;
        for (int account : accounts) {
            if (planOfAccount[account] != last) {
                last = planOfAccount[account];
                book = plans.get(last);
                book.touched = stamp;
                busy = sign * facts.size(StatusCategory.IN_PROGRESS, book.measure, book.fallback);
                done = sign * facts.size(StatusCategory.DONE, book.measure, book.fallback);
                total = busy + done + sign * facts.size(StatusCategory.TO_DO, book.measure, book.fallback);
                unsized = sign * facts.unsized(book.measure);
                for (int week = facts.firstWeek(); account < nodes && week <= facts.lastWeek(); week++) {
                    finished[week] = sign * facts.finished(week, book.measure, book.fallback);
                }
            }
            int at = account * WIDTH;
            sums[at + TOTAL] += total;
            sums[at + DONE] += done;
            sums[at + BUSY] += busy;
            sums[at + ITEMS] += items;
            sums[at + UNSIZED] += unsized;
            sums[at + EXCLUDED] += excluded;
            if (account < nodes) {
                for (int week = facts.firstWeek(); week <= facts.lastWeek(); week++) {
                    weeks[account * Weeks.COUNT + week] += finished[week];
                }
            }
        }
    }

    Book book(String plan) {
        Integer number = planNumbers.get(plan);
        if (number == null) {
            throw new NoSuchElementException("no plan " + plan);
        }
        return plans.get(number);
    }

    /** What is in the accounts of a plan now. */
    Tallies tallies(Book book) {
        Map<String, Tally> byNode = new HashMap<>();
        List<PlanOutline.Node> outline = book.reach.outline().nodes();
        for (int node = 0; node < outline.size(); node++) {
            byNode.put(outline.get(node).key(), tally(book.firstNode + node));
        }
        Map<Long, Tally> byLink = new HashMap<>();
        for (int link = 0; link < links.size(); link++) {
            int account = account(book, link);
            if (account >= 0) {
                byLink.put(links.link(link).id(), tally(account));
            }
        }
        return new Tallies(byNode, byLink);
    }

    private Tally tally(int account) {
        int at = account * WIDTH;
        long[] finished = account < nodes
                ? Arrays.copyOfRange(weeks, account * Weeks.COUNT, (account + 1) * Weeks.COUNT)
                : new long[0];
        return new Tally(
                sums[at + TOTAL],
                sums[at + DONE],
                sums[at + BUSY],
                (int) sums[at + ITEMS],
                (int) sums[at + UNSIZED],
                (int) sums[at + EXCLUDED],
                finished);
    }

    /** The account of a node, -1 for a key that the plan does not have. */
    int account(Book book, String key) {
        return book.reach
                .outline()
                .number(key)
                .map(node -> book.firstNode + node)
                .orElse(-1);
    }

    /** Tells the keys and links of a plan behind the accounts of a set. */
    void tell(Book book, int set, ItemCounts counts, int items) {
        int from = book.firstNode;
        int to = from + book.nodes();
        for (int account : accounts(set)) {
            if (account >= from && account < to) {
                counts.addToNode(
                        book.reach.outline().nodes().get(account - from).key(), items);
            }
        }
        sets.forEach(set, link -> {
            if (account(book, link) >= 0) {
                counts.addToLink(links.link(link).id(), items);
            }
        });
    }

    /** Heap that it takes, in bytes; without the outlines, which grow with the strategy alone. */
    long bytes() {
        long bytes = sums.length * 8L + weeks.length * 8L + planOfAccount.length * 4L + accountsOfSet.length * 4L;
        for (int[] accounts : accountsOfSet) {
            bytes += accounts == null ? 0 : 16 + (accounts.length * 4L + 7) / 8 * 8;
        }
        return bytes + firstOfLink.length * 4L;
    }
}
