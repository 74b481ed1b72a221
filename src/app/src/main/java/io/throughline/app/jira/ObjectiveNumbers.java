package io.throughline.app.jira;

import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import io.throughline.core.scorecard.PlanScore;
import java.lang.ref.WeakReference;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Signal, outcome and delivery of objectives in the words of a locale, kept until the plan is scored anew: the issues that
 * serve one objective are many, and all their panels show the same.
 */
final class ObjectiveNumbers {
    private static final int MOST = 5_000;

    /** The three marks of a card. */
    record Numbers(SignalView signal, OutcomeView outcome, DeliveryView delivery) {}

    private record Key(String objective, Locale locale) {}

    /** A score is held weakly: it has a whole plan, and is gone from the roll-up after the next change. */
    private record Known(WeakReference<PlanScore> score, Numbers numbers) {}

    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    /**
     * @param score of the plan as it is now; another object is another score
     * @param make writes them anew
     */
    Numbers of(String objective, Locale locale, PlanScore score, Supplier<Numbers> make) {
        Key key = new Key(objective, locale);
        Known last = known.get(key);
        if (last != null && last.score().refersTo(score)) {
            return last.numbers();
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        Numbers numbers = make.get();
        known.put(key, new Known(new WeakReference<>(score), numbers));
        return numbers;
    }
}
