package io.throughline.app.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Fields;
import java.util.List;
import java.util.function.Consumer;

/** Rows that belong to the strategy and leave and come with it, but are no objects of the change log. */
public interface ExtraSection {
    /** What the document calls them. */
    String name();

    /** Hands out every row, in an order that does not depend on where it is stored. */
    void each(Consumer<ObjectNode> found);

    /** Looks at a row that may come from anywhere, and says in the fields what is wrong. */
    void check(Fields row);

    /** Stores rows where none are; called inside the transaction that stores the rest. */
    void restore(List<ObjectNode> rows);
}
