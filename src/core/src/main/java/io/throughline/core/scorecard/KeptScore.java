package io.throughline.core.scorecard;

import io.throughline.core.measures.PlanOutcome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The score of one plan, made anew when something touched the plan. Whoever wants it while it is being made waits for it; who
 * finds it made waits for nobody.
 */
final class KeptScore {
    /** A score, and what it was made from. */
    private record Scored(PlanScore score, PlanOutcome outcome, long touched) {}

    private volatile @Nullable Scored last;

    /**
     * The score as it is now. Asked inside {@link io.throughline.core.work.WorkIndex#reading}, so that all who ask at one time
     * have the same stamp.
     *
     * @param touched the stamp of the plan
     * @param make makes it, from the outcomes of the one before if there is one
     */
    PlanScore score(long touched, Function<@Nullable PlanOutcome, PlanScore> make) {
        Scored known = last;
        return known != null && known.touched() == touched ? known.score() : made(touched, make);
    }

    private synchronized PlanScore made(long touched, Function<@Nullable PlanOutcome, PlanScore> make) {
        Scored known = last;
        if (known == null || known.touched() != touched) { // somebody else may have made it meanwhile
            PlanScore score = make.apply(known == null ? null : known.outcome());
            known = new Scored(score, score.outcomes(), touched);
            last = known;
        }
        return known.score();
    }

    /** One that goes on from here by itself. */
    KeptScore handedOn() {
        KeptScore next = new KeptScore();
        next.last = last;
        return next;
    }
}
