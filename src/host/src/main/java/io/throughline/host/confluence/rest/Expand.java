package io.throughline.host.confluence.rest;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts that a call asks to see, as {@code expand=body.view,version} says. */
final class Expand {

    private Expand() {}

    static Set<String> of(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
