package io.throughline.app.jira;

import io.throughline.core.scorecard.PlanScore;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What panels show of a plan's score, kept until the plan is scored anew: the issues that serve one objective are many, and
 * all their panels show the same numbers in the same words.
 *
 * @param <K> what is shown and for whom: an objective or a link, and the locale
 * @param <V> how it is shown
 */
final class Shown<K, V> {
    private static final int MOST = 5_000;

    /** A score is held weakly: it has a whole plan, and is gone from the roll-up after the next change. */
    private record Known<V>(WeakReference<PlanScore> score, V value) {}

    private final Map<K, Known<V>> known = new ConcurrentHashMap<>();

    /**
     * @param score of the plan as it is now; another object is another score
     * @param make writes it anew
     */
    V of(K key, PlanScore score, Supplier<V> make) {
        Known<V> last = known.get(key);
        if (last != null && last.score().refersTo(score)) {
            return last.value();
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        V value = make.get();
        known.put(key, new Known<>(new WeakReference<>(score), value));
        return value;
    }
}
