package io.throughline.core.strategy;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The orders in which strategy objects are kept, so that the order of input never shows. */
final class Ordered {
    /** OBJ-2 before OBJ-10: the number decides among equal prefixes. */
    static final Comparator<String> KEYS =
            Comparator.comparing(Ordered::prefix).thenComparing(Ordered::number).thenComparing(key -> key);

    private Ordered() {}

    private static String prefix(String key) {
        return key.substring(0, key.lastIndexOf('-') + 1);
    }

    private static long number(String key) {
        String digits = key.substring(key.lastIndexOf('-') + 1);
        boolean isNumber = !digits.isEmpty()
                && digits.length() < 19
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Long.parseLong(digits) : Long.MAX_VALUE;
    }

    static <T> Map<String, T> byKey(Collection<T> all, Function<T, String> key) {
        return index(all.stream().sorted(Comparator.comparing(key, KEYS)).toList(), key);
    }

    static <T> Map<Long, T> byId(Collection<T> all, ToLongFunction<T> id) {
        return index(all.stream().sorted(Comparator.comparingLong(id)).toList(), id::applyAsLong);
    }

    private static <K, T> Map<K, T> index(List<T> sorted, Function<T, K> key) {
        Map<K, T> index = new LinkedHashMap<>();
        for (T each : sorted) {
            if (index.put(key.apply(each), each) != null) {
                throw new IllegalArgumentException("twice: " + key.apply(each));
            }
        }
        return Collections.unmodifiableMap(index);
    }
}
