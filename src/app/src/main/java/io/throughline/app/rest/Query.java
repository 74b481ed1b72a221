package io.throughline.app.rest;

import io.throughline.app.edit.FieldErrors;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The query string, read as strictly as a body: what is wrong with it is answered as 400, never as a framework's 404. */
final class Query {
    /** Rows of a page unless asked otherwise. */
    static final int USUAL = 50;

    /** Most rows of a page. */
    static final int MOST = 200;

    private final UriInfo uri;
    private final FieldErrors errors = new FieldErrors();

    Query(UriInfo uri) {
        this.uri = uri;
    }

    /** The text of a parameter; empty when absent or blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** A whole number in a range. */
    int whole(String name, int least, int most, int absent) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with what is allowed
        }
        errors.add(name, "whole", least, most);
        return absent;
    }

    /** Yes or no. */
    boolean flag(String name) {
        String text = text(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            errors.add(name, "flag");
        }
        return text.equals("true");
    }

    /** One word of a fixed list. */
    <E extends Enum<E>> E choice(String name, Class<E> words, E absent) {
        Optional<String> text = text(name);
        for (E word : words.getEnumConstants()) {
            if (text.isEmpty()) {
                return absent;
            }
            if (word.name().equals(text.get())) {
                return word;
            }
        }
        errors.add(name, "choice", words(words));
        return absent;
    }

    /** One word of a fixed list, which has to be sent. */
    <E extends Enum<E>> E requiredChoice(String name, Class<E> words) {
        if (text(name).isEmpty()) {
            errors.add(name, "required.choice", words(words));
        }
        return choice(name, words, words.getEnumConstants()[0]);
    }

    private static <E extends Enum<E>> String words(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Refuses a parameter that cannot be served yet. */
    void absent(String name) {
        if (text(name).isPresent()) {
            errors.add(name, "not-yet");
            check();
        }
    }

    int start() {
        return whole("start", 0, Integer.MAX_VALUE, 0);
    }

    int limit() {
        return whole("limit", 1, MOST, USUAL);
    }

    /** Ends the reading: refuses if anything was wrong. */
    void check() {
        errors.throwIfAny();
    }
}
