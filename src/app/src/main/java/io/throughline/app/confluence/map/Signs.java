package io.throughline.app.confluence.map;

import io.throughline.app.confluence.drawing.Sign;
import java.util.Arrays;
import java.util.Optional;

/** Signals by their names; a newer Jira may have one more, which is then only said. */
final class Signs {
    private Signs() {}

    static Optional<Sign> of(String kind) {
        return Arrays.stream(Sign.values())
                .filter(sign -> sign.name().equals(kind))
                .findFirst();
    }
}
