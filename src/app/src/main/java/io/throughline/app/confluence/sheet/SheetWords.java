package io.throughline.app.confluence.sheet;

import java.util.List;

/** Fixed texts of the two templates. */
public final class SheetWords {
    public static final List<String> KEYS = List.of(
            "throughline.outcome",
            "throughline.delivery",
            "throughline.signal",
            "throughline.sheet.was",
            "throughline.sheet.now");

    private SheetWords() {}
}
