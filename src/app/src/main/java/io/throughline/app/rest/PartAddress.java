package io.throughline.app.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an answer is when it is asked for alone: {@code plans/PLAN-1/scorecard?groupBy=THEME}.
 *
 * @param segments of the path, decoded
 * @param values of the query, decoded; of a name that stands there twice the first
 */
record PartAddress(List<String> segments, Map<String, String> values) {
    /** Of no shape that anything has. */
    private static final PartAddress NOWHERE = new PartAddress(List.of(), Map.of());

    /** What is encoded wrongly has a shape that nothing has. */
    static PartAddress of(String text) {
        int mark = text.indexOf('?');
        String path = mark < 0 ? text : text.substring(0, mark);
        String query = mark < 0 ? "" : text.substring(mark + 1);
        try {
            Map<String, String> values = new HashMap<>();
            for (String each : query.split("&")) {
                int equals = each.indexOf('=');
                if (equals > 0) {
                    values.putIfAbsent(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
                }
            }
            return new PartAddress(
                    Arrays.stream(path.split("/", -1)).map(PartAddress::decoded).toList(), values);
        } catch (IllegalArgumentException wronglyEncoded) {
            return NOWHERE;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Like {@code plans/{key}/map}: what stands between two segments is a key. */
    String shape() {
        return segments.size() == 3 ? segments.get(0) + "/{key}/" + segments.get(2) : String.join("/", segments);
    }

    /** What stands where {@link #shape()} says so; empty elsewhere. */
    String key() {
        return segments.size() == 3 ? segments.get(1) : "";
    }
}
