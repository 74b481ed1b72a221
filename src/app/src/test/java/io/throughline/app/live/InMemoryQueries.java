package io.throughline.app.live;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Queries that find what a test says; each search is counted. */
final class InMemoryQueries implements QuerySource {
    private final Map<String, Set<Long>> matching = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    int wholeRuns;
    Runnable whileRunning = () -> {};

    InMemoryQueries finds(String jql, long... ids) {
        Set<Long> found = new HashSet<>();
        Arrays.stream(ids).forEach(found::add);
        matching.put(jql, found);
        return this;
    }

    InMemoryQueries breaks(String jql) {
        unreadable.add(jql);
        return this;
    }

    @Override
    public long[] all(String jql, String userKey) {
        wholeRuns++;
        check(jql);
        long[] found = matching.getOrDefault(jql, Set.of()).stream()
                .mapToLong(Long::longValue)
                .toArray();
        whileRunning.run();
        return found;
    }

    @Override
    public long[] among(String jql, String userKey, Collection<Long> ids) {
        check(jql);
        return matching.getOrDefault(jql, Set.of()).stream()
                .filter(ids::contains)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private void check(String jql) {
        if (unreadable.contains(jql)) {
            throw new UnreadableQuery("no such field");
        }
    }
}
