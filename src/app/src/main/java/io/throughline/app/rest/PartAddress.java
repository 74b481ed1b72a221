package io.throughline.app.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an answer is when it is asked for alone: {@code plans/PLAN-1/scorecard?groupBy=THEME}.
 *
 * @param segments of the path, decoded
 * @param values of the query, decoded; of a name that stands there twice the first
 */
record PartAddress(List<String> segments, Map<String, String> values) {
    /** Empty for what is encoded wrongly. */
    static Optional<PartAddress> of(String text) {
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
            return Optional.of(new PartAddress(
                    Arrays.stream(path.split("/", -1)).map(PartAddress::decoded).toList(), values));
        } catch (IllegalArgumentException wronglyEncoded) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The key in the middle of {@code plans/PLAN-1/map}; empty when it has another shape. */
    Optional<String> keyBetween(String kind, String what) {
        return segments.size() == 3
                        && segments.get(0).equals(kind)
                        && segments.get(2).equals(what)
                ? Optional.of(segments.get(1))
                : Optional.empty();
    }
}
