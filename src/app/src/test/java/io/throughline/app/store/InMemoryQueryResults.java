package io.throughline.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Query results in memory, held to the same contract as the real ones. */
public final class InMemoryQueryResults implements QueryResults {
    private final Map<Long, QueryResult> results = new TreeMap<>();
    private final Map<Long, Long> stamps = new TreeMap<>();
    private long last;

    @Override
    public synchronized News since(long stamp) {
        List<QueryResult> news = new ArrayList<>();
        results.forEach((link, result) -> {
            if (stamps.get(link) > stamp) {
                news.add(result);
            }
        });
        return new News(Math.max(stamp, last), news);
    }

    @Override
    public synchronized void change(long link, UnaryOperator<QueryResult> change) {
        QueryResult before = results.get(link);
        QueryResult after = change.apply(before);
        if (after == null) {
            results.remove(link);
        } else if (!after.equals(before)) {
            results.put(link, after);
            stamps.put(link, ++last);
        }
    }
}
