package io.throughline.app.suggest;

import java.util.List;

/**
 * An objective that an orphan might serve.
 *
 * @param objective its key
 * @param score 0 to 1, comparable among the suggestions of one orphan; no probability
 * @param because why, the strongest first; never empty
 */
public record Suggestion(String objective, double score, List<Because> because) {
    public Suggestion {
        because = List.copyOf(because);
    }
}
