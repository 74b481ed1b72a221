package io.throughline.app.exchange;

import io.throughline.app.edit.FieldErrors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is below whom, peeled from the leaves: what cannot be peeled is in a ring, or above one. Without recursion, since
 * a document from anywhere may be as deep as it likes.
 */
final class Rings {
    private record Edge(String below, String above, String at) {}

    private final List<Edge> edges = new ArrayList<>();

    /** @param above null for nothing */
    void add(String below, @Nullable String above, String at) {
        if (above != null) {
            edges.add(new Edge(below, above, at));
        }
    }

    /** Says where there is a ring, and where more than so many levels are above one another. */
    void longest(int most, FieldErrors errors) {
        Map<String, List<Edge>> up = new HashMap<>();
        Map<String, Integer> waiting = new HashMap<>();
        for (Edge edge : edges) {
            up.computeIfAbsent(edge.below(), none -> new ArrayList<>()).add(edge);
            waiting.merge(edge.above(), 1, Integer::sum);
        }
        Map<String, Integer> height = new HashMap<>();
        Deque<String> free = new ArrayDeque<>();
        up.keySet().stream().filter(each -> !waiting.containsKey(each)).forEach(free::add);
        while (!free.isEmpty()) {
            String below = free.remove();
            for (Edge edge : up.getOrDefault(below, List.of())) {
                int levels = height.merge(edge.above(), height.getOrDefault(below, 1) + 1, Math::max);
                if (levels > most) {
                    errors.add(edge.at(), "deep", most);
                }
                if (waiting.merge(edge.above(), -1, Integer::sum) == 0) {
                    free.add(edge.above());
                }
            }
        }
        edges.stream()
                .filter(edge -> waiting.getOrDefault(edge.below(), 0) > 0 && waiting.get(edge.above()) > 0)
                .limit(20)
                .forEach(edge -> errors.add(edge.at(), "ring", edge.below(), edge.above()));
    }
}
