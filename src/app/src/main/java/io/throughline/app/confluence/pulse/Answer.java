package io.throughline.app.confluence.pulse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one reader says about a page.
 *
 * @param id of the row, 0 before it is kept
 * @param user user key
 * @param clear 1 (not at all) to 5 (entirely), null when the reader only says that they have read it
 * @param words a question or an idea, may be empty; at most {@link #LONGEST} characters
 * @param isNamed whether the words may be shown with the name; the rest never is
 * @param issue where the issue is that the idea became, empty for none
 */
record Answer(
        int id,
        long page,
        String user,
        @Nullable Integer clear,
        Kind kind,
        String words,
        boolean isNamed,
        Instant at,
        String issue) {
    static final int LONGEST = 2000;

    enum Kind {
        QUESTION,
        IDEA
    }

    Answer {
        if (clear != null && (clear < 1 || clear > 5)) {
            throw new IllegalArgumentException("clear is 1 to 5, not " + clear);
        }
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException("words are at most " + LONGEST + " characters");
        }
    }
}
