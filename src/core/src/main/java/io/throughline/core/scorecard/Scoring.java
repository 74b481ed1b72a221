package io.throughline.core.scorecard;

import io.throughline.core.alignment.Reach;
import io.throughline.core.alignment.Serving;
import io.throughline.core.coverage.OpenWork;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.ForecastMemory;
import io.throughline.core.delivery.PlanDelivery;
import io.throughline.core.delivery.Rollup;
import io.throughline.core.delivery.Survey;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.PlanOutcome;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * All arithmetic over one strategy, the work and one day.
 *
 * <p>The sums are a {@link Rollup}'s. A scoring that {@link #follow follows} keeps it current with the index, and hands it
 * to the {@link #next} one as long as the structure of the strategy stays: then only the plans that a change touched are
 * scored again. One that does not follow makes all sums again when the work changed. Safe for many threads.
 */
public final class Scoring {
    private final Moment moment;
    private final Rollup rollup;
    private final ForecastMemory forecasts;
    private final Map<String, Scored> scores = new HashMap<>();
    private final Map<String, PlanOutcome> outcomes = new HashMap<>();

    /** A score, and what it was made from. */
    private record Scored(PlanScore score, long touched) {}

    public Scoring(Moment moment) {
        this(moment, new ForecastMemory(), rollupOf(moment));
    }

    private Scoring(Moment moment, ForecastMemory forecasts, Rollup rollup) {
        this.moment = moment;
        this.forecasts = forecasts;
        this.rollup = rollup;
    }

    private static Rollup rollupOf(Moment moment) {
        return moment.work()
                .index()
                .reading(() ->
                        new Rollup(moment.strategy(), moment.work(), moment.queries(), moment.today(), moment.zone()));
    }

    /**
     * The score of one plan; for callers that want no more than that.
     *
     * @param today in UTC; give a {@link Moment} to say the instance's zone, query members and kept blocks
     * @throws NoSuchElementException for an unknown plan
     */
    public static PlanScore score(
            StrategyModel strategy, WorkIndex work, String planKey, LocalDate today, WorkRules rules) {
        return new Scoring(Moment.of(strategy, work.view(rules), today)).plan(planKey);
    }

    /** Keeps the sums current with every change of the index, until {@link #leave}. */
    public Scoring follow() {
        rollup.follow();
        return this;
    }

    /** Stops following. */
    public void leave() {
        rollup.leave();
    }

    /**
     * The scoring of a later moment. It takes over the sums if they are the same ones, and with them whether it follows;
     * forecasts whose inputs are the same are not drawn again. This one goes on answering, with the sums as they are then.
     */
    public Scoring next(Moment later) {
        if (!rollup.fits(later.strategy(), later.work())) {
            return aside(later);
        }
        rollup.advance(later.queries(), later.today(), later.zone());
        Scoring next = new Scoring(later, forecasts, rollup);
        if (moment.strategy() == later.strategy() && moment.isLike(later)) {
            reading(() -> {
                next.scores.putAll(scores);
                next.outcomes.putAll(outcomes);
                return next;
            });
        }
        return next;
    }

    /** The scoring of something else that does not touch this one, but for the forecasts drawn. */
    public Scoring aside(Moment other) {
        return new Scoring(other, forecasts, rollupOf(other));
    }

    /** What is scored. */
    public Moment moment() {
        return moment;
    }

    /** The sums. */
    public Rollup rollup() {
        return rollup;
    }

    /** The lock of the index first, then this: in any other order two readers could wait for each other over a writer. */
    private <T> T reading(Supplier<T> read) {
        return moment.work().index().reading(() -> readingAlone(read));
    }

    private synchronized <T> T readingAlone(Supplier<T> read) {
        rollup.refresh();
        return read.get();
    }

    /**
     * The blocks of all nodes of a plan as they are now, whatever state the plan is in. The same object as long as no
     * change touched the plan.
     *
     * @throws NoSuchElementException for an unknown plan
     */
    public PlanScore plan(String planKey) {
        return reading(() -> {
            long touched = rollup.touched(planKey);
            Scored known = scores.get(planKey);
            if (known == null || known.touched() != touched) {
                known = new Scored(score(planKey), touched);
                scores.put(planKey, known);
            }
            return known.score();
        });
    }

    /** Rises whenever something in a plan's numbers about work may have changed; 0 for an unknown plan. */
    public long touched(String planKey) {
        return reading(() -> moment.strategy().plan(planKey).isEmpty() ? 0L : rollup.touched(planKey));
    }

    private PlanScore score(String planKey) {
        StrategyModel strategy = moment.strategy();
        Map<String, DeliveryBlock> deliveries = new HashMap<>();
        Map<String, OutcomeBlock> kept = new HashMap<>();
        Map<String, Signal> signals = new HashMap<>();
        KeptBlocks.ofAchieved(moment.achieved(), strategy).forEach((key, blocks) -> {
            deliveries.put(key, blocks.delivery());
            kept.put(key, blocks.outcome());
            signals.put(key, blocks.signal());
        });
        PlanOutline outline = PlanOutline.of(strategy, planKey).orElseThrow();
        Survey survey = new Survey(strategy, rollup, forecasts, moment.today());
        PlanDelivery delivery = new PlanDelivery(survey, outline, deliveries);
        // what the KPIs say does not follow from work
        PlanOutcome outcome =
                outcomes.computeIfAbsent(planKey, unasked -> new PlanOutcome(strategy, outline, kept, moment.today()));
        return new PlanScore(planKey, moment.today(), delivery, outcome, signals);
    }

    /**
     * How much of the open work in a plan's scope its strategy covers.
     *
     * @param exempt asked with positions in the view that is scored
     * @throws NoSuchElementException for an unknown plan
     */
    public OpenWork openWork(String planKey, IntPredicate exempt) {
        return reading(() -> {
            Reach reach = rollup.reach(planKey);
            Plan plan = moment.strategy().plan(planKey).orElseThrow();
            return new OpenWork(plan, rollup.work(), rollup.alignment(), reach, exempt);
        });
    }

    /** Which objectives of a plan an issue serves and how; empty also for an issue that is not in the index. */
    public List<Serving> servings(String planKey, long issueId) {
        return reading(() -> {
            int position = rollup.work().find(issueId);
            return position == WorkView.NONE
                    ? List.of()
                    : rollup.alignment().servings(position, link -> isIn(planKey, link.objective()));
        });
    }

    private boolean isIn(String planKey, String objective) {
        return moment.strategy()
                .planOf(objective)
                .map(Plan::key)
                .filter(planKey::equals)
                .isPresent();
    }

    /**
     * Whether an issue serves the strategy in force, over all ACTIVE plans. What only an ACHIEVED objective holds is an
     * orphan while it is open.
     *
     * @return empty for an issue that is not in the index
     */
    public Optional<Standing> standing(long issueId) {
        return reading(() -> {
            int position = rollup.work().find(issueId);
            return position == WorkView.NONE ? Optional.empty() : Optional.of(standingAt(position));
        });
    }

    private Standing standingAt(int position) {
        for (Plan plan : moment.strategy().plans()) {
            if (plan.state() == PlanState.ACTIVE && isAligned(plan.key(), position)) {
                return Standing.ALIGNED;
            }
        }
        return Standing.ORPHAN;
    }

    private boolean isAligned(String planKey, int position) {
        int set = rollup.heldAt(position);
        Reach reach = rollup.reach(planKey);
        return reach.aligns(set) || (reach.reaches(set) && !rollup.work().isOpen(position));
    }
}
