package io.throughline.app.store;

import java.util.Comparator;
import java.util.Optional;

/** The names of objects in the change log: {@code OBJ-7}, {@code KPI-1/2026-06-30}, {@code SETTINGS}. */
public final class Refs {
    /** By kind, then by number, then by what follows it: as they were made, and not {@code OBJ-10} before {@code OBJ-9}. */
    public static final Comparator<String> ORDER = Comparator.comparing(Refs::prefix)
            .thenComparing(ref -> number(ref).orElse(0L))
            .thenComparing(Comparator.naturalOrder());

    private Refs() {}

    private static String prefix(String ref) {
        int dash = ref.indexOf('-');
        return dash < 0 ? ref : ref.substring(0, dash);
    }

    /** The number in the name; that of the KPI for an actual. */
    public static Optional<Long> number(String ref) {
        int slash = ref.indexOf('/');
        String name = slash < 0 ? ref : ref.substring(0, slash);
        String digits = name.substring(name.lastIndexOf('-') + 1);
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= 18
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
