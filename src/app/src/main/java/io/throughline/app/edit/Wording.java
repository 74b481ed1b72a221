package io.throughline.app.edit;

import java.util.List;

/**
 * A sentence to be: which one, and what goes into it. It is worded at the edge, in the reader's language.
 *
 * @param key the i18n key after {@code throughline.}
 * @param args ready to print, in order
 */
public record Wording(String key, List<String> args) {
    public Wording {
        args = List.copyOf(args);
    }

    static Wording of(String key, Object... args) {
        return new Wording(key, List.of(args).stream().map(String::valueOf).toList());
    }
}
