package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Json;
import java.util.List;
import java.util.function.Function;

/**
 * A list, page by page.
 *
 * @param start how many rows to skip
 * @param limit how many at most
 */
record Page(int start, int limit) {
    /** What the query string asks for; call {@link Query#check} afterwards. */
    static Page of(Query query) {
        return new Page(query.start(), query.limit());
    }

    /** The page of a list that is all there; only its own rows are turned into JSON. */
    <T> ObjectNode of(List<T> all, Function<T, ObjectNode> json) {
        List<T> rows = all.subList(Math.min(start, all.size()), (int) Math.min((long) start + limit, all.size()));
        return of(all.size(), rows.stream().map(json).toList());
    }

    /** The page of a list of which only these rows were read. */
    ObjectNode of(long total, List<ObjectNode> rows) {
        ObjectNode page = Json.object().put("start", start).put("limit", limit).put("total", total);
        page.put("isLast", (long) start + rows.size() >= total);
        ArrayNode values = page.putArray("values");
        rows.forEach(values::add);
        return page;
    }
}
