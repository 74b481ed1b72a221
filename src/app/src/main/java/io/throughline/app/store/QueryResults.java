package io.throughline.app.store;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the queries of JQL links found, so that every node counts the same. Derived: it is in no export and no change
 * log, and what is missing is evaluated anew.
 */
public interface QueryResults {
    /**
     * What changed after a stamp.
     *
     * @param stamp 0 for everything
     */
    News since(long stamp);

    /**
     * Replaces the result of one link, alone in the whole cluster.
     *
     * @param change from the present result, null if there is none, to the next, null to remove it. May run more than
     *     once, so it must not do anything but decide
     */
    void change(long link, UnaryOperator<@Nullable QueryResult> change);

    /**
     * Results that are new.
     *
     * @param stamp ask with it next time
     */
    record News(long stamp, List<QueryResult> results) {
        public News {
            results = List.copyOf(results);
        }
    }
}
