package io.throughline.app.jira.gate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an administrator asks of issues on a transition. Kept as text arguments in the workflow's definition.
 *
 * @param plans keys of plans of which one has to be served; empty for any that is in force
 * @param direct whether the issue itself has to be linked; else what it inherits is enough
 * @param exemptTypes names of issue types that pass unasked, in small letters
 * @param message what to say instead of the usual sentence; empty for that one
 */
public record GateRule(List<String> plans, boolean direct, Set<String> exemptTypes, String message) {
    static final String PLANS = "plans";
    static final String REACH = "reach";
    static final String TYPES = "exemptTypes";
    static final String MESSAGE = "message";
    static final String DIRECT = "DIRECT";
    static final String INHERITED = "INHERITED";

    public GateRule {
        plans = List.copyOf(plans);
        exemptTypes = Set.copyOf(exemptTypes);
    }

    /** Read from the arguments of a workflow; one that is absent, as in a definition made by hand, has its usual value. */
    static GateRule of(Map<?, ?> args) {
        return new GateRule(
                words(text(args, PLANS))
                        .map(key -> key.toUpperCase(Locale.ROOT))
                        .toList(),
                DIRECT.equals(text(args, REACH)),
                words(text(args, TYPES))
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                text(args, MESSAGE));
    }

    /** Read from a form: plans are chosen one by one, the other fields have one text each. */
    static GateRule ofForm(Map<String, Object> form) {
        Map<String, String> args = new LinkedHashMap<>();
        for (String name : List.of(PLANS, REACH, TYPES, MESSAGE)) {
            args.put(name, String.join(",", values(form.get(name))));
        }
        return of(args);
    }

    private static List<String> values(Object sent) {
        return sent instanceof String[] many
                ? Arrays.asList(many)
                : sent == null ? List.of() : List.of(String.valueOf(sent));
    }

    /** As it is kept. */
    Map<String, String> args() {
        Map<String, String> args = new LinkedHashMap<>();
        args.put(PLANS, String.join(",", plans));
        args.put(REACH, direct ? DIRECT : INHERITED);
        args.put(TYPES, types());
        args.put(MESSAGE, message);
        return args;
    }

    /** The exempt types as one reads and types them. */
    String types() {
        return String.join(", ", new TreeSet<>(exemptTypes));
    }

    private static String text(Map<?, ?> args, String name) {
        Object value = args.get(name);
        return value == null ? "" : value.toString().strip();
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }
}
