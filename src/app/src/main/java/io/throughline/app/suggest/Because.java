package io.throughline.app.suggest;

import java.util.List;

/**
 * One reason for a suggestion.
 *
 * @param issues keys of linked issues that are named, all of which the viewer may browse
 * @param words what else the reason's sentence puts in, by kind
 */
public record Because(Kind kind, List<String> issues, List<String> words) {
    public Because {
        issues = List.copyOf(issues);
        words = List.copyOf(words);
    }

    /** What speaks for an objective. */
    public enum Kind {
        /** Issues under the same parent are linked to it. */
        SIBLINGS,
        /** Linked issues of the same project; words: how many serve it, of how many that are linked, key of the project. */
        PROJECT,
        /** Issues with this component are linked to it; words: its name. */
        COMPONENT,
        /** Issues with this label are linked to it; words: its name. */
        LABEL,
        /** The project's lead owns it; words: user key. */
        LEAD,
        /** Linked issues say much the same; words: those that they share. */
        ALIKE,
        /** The objective itself says much the same; words: those that they share. */
        WORDS
    }
}
