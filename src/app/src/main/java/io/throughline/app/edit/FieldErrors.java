package io.throughline.app.edit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that is wrong with one input, found in one go: a person should not have to fix and resend field by field. */
public final class FieldErrors {
    private final Map<String, Wording> found = new LinkedHashMap<>();

    /**
     * Notes what is wrong with a field; the first finding stays.
     *
     * @param path dotted, {@code milestones[2].date}
     * @param rule the i18n key after {@code throughline.field.}
     * @param allowed what is allowed, in the order of the sentence
     */
    public void add(String path, String rule, Object... allowed) {
        found.putIfAbsent(path, Wording.of("field." + rule, allowed));
    }

    /** Whether this field, or one inside it, is already known to be wrong. */
    public boolean mentions(String path) {
        return found.keySet().stream()
                .anyMatch(known -> known.equals(path) || known.startsWith(path + ".") || known.startsWith(path + "["));
    }

    /** How many fields are known to be wrong. */
    public int size() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Everything that was found, in the order of finding. */
    public Map<String, Wording> all() {
        return Collections.unmodifiableMap(found);
    }

    /** Ends the reading of an input. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw refused();
        }
    }

    /** What ends the reading of an input in which something is known to be wrong. */
    public Refused refused() {
        return Refused.invalid(found);
    }
}
