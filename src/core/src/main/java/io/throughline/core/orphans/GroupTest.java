package io.throughline.core.orphans;

import io.throughline.core.alignment.Alignment;
import java.util.function.IntPredicate;

/** A test of the set of links that holds an item, asked once per group of items instead of once per item. */
final class GroupTest {
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final Alignment alignment;
    private final IntPredicate ofSet;
    private final byte[] known;

    GroupTest(Alignment alignment, IntPredicate ofSet) {
        this.alignment = alignment;
        this.ofSet = ofSet;
        known = new byte[alignment.groups()];
    }

    boolean test(int group) {
        if (known[group] == 0) {
            known[group] = ofSet.test(alignment.heldBy(group)) ? YES : NO;
        }
        return known[group] == YES;
    }
}
