package io.throughline.app.rest;

import io.throughline.app.edit.Lookups;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a list shows. Empty parts let everything through.
 *
 * @param plan key
 * @param theme key
 * @param objective key
 * @param owner user key; an unknown name becomes a key that nobody has
 * @param words lower case, looked for in names and keys
 */
record Filter(
        Optional<String> plan,
        Optional<String> theme,
        Optional<String> objective,
        Optional<String> owner,
        Optional<String> words) {
    static Filter of(Query query, Lookups lookups) {
        return new Filter(
                query.text("plan"),
                query.text("theme"),
                query.text("objective"),
                query.text("owner")
                        .map(name ->
                                lookups.named(name).map(person -> person.key()).orElse("")),
                query.text("q").map(words -> words.toLowerCase(Locale.ROOT)));
    }

    boolean owns(@Nullable String ownerKey) {
        return owner.isEmpty() || owner.get().equals(ownerKey);
    }

    boolean mentions(String key, String name) {
        return words.isEmpty()
                || name.toLowerCase(Locale.ROOT).contains(words.get())
                || key.toLowerCase(Locale.ROOT).equals(words.get());
    }

    static boolean is(Optional<String> wanted, Optional<String> actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}
