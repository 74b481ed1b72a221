package io.throughline.core.delivery;

import io.throughline.core.alignment.LinkTable;
import java.util.Arrays;

/**
 * The numbers of all accounts: one for each node of each plan, then one for each link and plan into which that link brings
 * work.
 */
final class Accounts {
    private static final int NONE = -1;

    final Book[] books;
    /** How many of the accounts are those of nodes. */
    final int nodes;
    /** By link: where its accounts begin, one for each plan; they end where the next one's begin. */
    private final int[] firstOfLink;

    private int[] planOf;
    /** By account of a link that of its objective; a node's is its own. */
    private int[] nodeOf;

    Accounts(Book[] books, LinkTable links) {
        this.books = books;
        nodes = Arrays.stream(books).mapToInt(Book::nodes).sum();
        planOf = new int[nodes + links.size()];
        nodeOf = new int[nodes + links.size()];
        for (Book book : books) {
            Arrays.fill(planOf, book.firstNode, book.firstNode + book.nodes(), book.number);
        }
        Arrays.setAll(nodeOf, account -> account);
        firstOfLink = new int[links.size() + 1];
        int used = nodes;
        for (int link = 0; link < links.size(); link++) {
            firstOfLink[link] = used;
            for (Book book : books) {
                if (book.reach.brings(link)) {
                    grow(used + 1);
                    planOf[used] = book.number;
                    nodeOf[used++] = book.firstNode + book.node(links.link(link).objective());
                }
            }
        }
        firstOfLink[links.size()] = used;
        planOf = Arrays.copyOf(planOf, used);
        nodeOf = Arrays.copyOf(nodeOf, used);
    }

    private void grow(int wanted) {
        if (wanted > planOf.length) {
            planOf = Arrays.copyOf(planOf, wanted * 5 / 4);
            nodeOf = Arrays.copyOf(nodeOf, wanted * 5 / 4);
        }
    }

    int count() {
        return planOf.length;
    }

    Book bookOf(int account) {
        return books[planOf[account]];
    }

    int planOf(int account) {
        return planOf[account];
    }

    /** The account of the objective of a link, or of a node itself. */
    int nodeOf(int account) {
        return nodeOf[account];
    }

    int firstOf(int link) {
        return firstOfLink[link];
    }

    /** The account of a link in a plan, -1 if it brings no work into that. */
    int of(Book book, int link) {
        for (int account = firstOfLink[link]; account < firstOfLink[link + 1]; account++) {
            if (planOf[account] == book.number) {
                return account;
            }
        }
        return NONE;
    }

    long bytes() {
        return (planOf.length + nodeOf.length + firstOfLink.length) * 4L;
    }
}
