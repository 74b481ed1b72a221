package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.People.Person;
import io.throughline.core.strategy.StrategyModel;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the forms of all kinds share: the input, the strategy it refers to, and the errors found so far. */
final class Form {
    final Fields in;
    final StrategyModel model;
    final Lookups lookups;
    private final FieldErrors errors = new FieldErrors();

    Form(ObjectNode body, StrategyModel model, Lookups lookups) {
        this.in = new Fields(body, errors);
        this.model = model;
        this.lookups = lookups;
    }

    /** Refuses unknown fields, and everything that was found wrong. */
    void finish(String... readOnly) {
        in.finish(readOnly);
        errors.throwIfAny();
    }

    /** The key of an object that has to exist; null when absent or null. */
    <T> @Nullable String key(String field, String example, Function<String, Optional<T>> find) {
        String key = in.line(field, Fields.NAME_LENGTH);
        if (key != null && find.apply(key).isEmpty()) {
            in.wrong(field, "key", example);
            return null;
        }
        return key;
    }

    /** The key of an object that has to be sent and to exist. */
    <T> String requiredKey(String field, String example, Function<String, Optional<T>> find) {
        String key = key(field, example, find);
        if (key == null && !in.isWrong(field)) {
            in.wrong(field, "required.key", example);
        }
        return key == null ? "?" : key;
    }

    /**
     * The user key of the owner: the caller unless somebody is named, nobody for null.
     *
     * @param before the present owner, who may have left and may stay named
     */
    @Nullable
    String owner(@Nullable String before) {
        if (!in.has("owner")) {
            return lookups.caller().key();
        }
        String name = in.line("owner", Fields.NAME_LENGTH);
        if (name == null) {
            return null;
        }
        Optional<Person> person = lookups.named(name);
        if (person.isEmpty() && name.equals(before)) {
            return before;
        }
        if (person.isEmpty()) {
            in.wrong("owner", "user");
        } else if (!person.get().active() && !person.get().key().equals(before)) {
            in.wrong("owner", "user-active");
        }
        return person.map(Person::key).orElse(null);
    }
}
