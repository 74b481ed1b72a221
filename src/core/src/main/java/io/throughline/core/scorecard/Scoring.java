package io.throughline.core.scorecard;

import io.throughline.core.alignment.Alignment;
import io.throughline.core.alignment.LinkSets;
import io.throughline.core.alignment.LinkTable;
import io.throughline.core.alignment.Reach;
import io.throughline.core.alignment.Serving;
import io.throughline.core.coverage.OpenWork;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.ForecastMemory;
import io.throughline.core.delivery.PlanDelivery;
import io.throughline.core.delivery.Survey;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.PlanOutcome;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * All arithmetic over one strategy, one view of the work and one day.
 *
 * <p>Alignments and scores are made when first asked for and kept; a new version of anything needs a new Scoring, the old
 * one goes on answering for its moment. Safe for many threads.
 */
public final class Scoring {
    private final Moment moment;
    private final Survey survey;
    private final Map<String, Alignment> alignments = new HashMap<>();
    private final Map<String, PlanOutline> outlines = new HashMap<>();
    private final Map<String, Reach> reaches = new HashMap<>();
    private final Map<String, PlanScore> scores = new HashMap<>();

    public Scoring(Moment moment) {
        this(moment, new ForecastMemory());
    }

    private Scoring(Moment moment, ForecastMemory forecasts) {
        this.moment = moment;
        survey = new Survey(
                moment.strategy(),
                moment.work(),
                new LinkTable(moment.strategy()),
                new LinkSets(),
                forecasts,
                moment.today(),
                moment.zone());
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

    /** The scoring of another moment, which need not draw again the forecasts whose inputs are the same. */
    public Scoring next(Moment later) {
        return new Scoring(later, survey.forecasts());
    }

    /** What is scored. */
    public Moment moment() {
        return moment;
    }

    /**
     * The blocks of all nodes of a plan, whatever state the plan is in.
     *
     * @throws NoSuchElementException for an unknown plan
     */
    public synchronized PlanScore plan(String planKey) {
        PlanScore known = scores.get(planKey);
        if (known == null) {
            known = score(planKey);
            scores.put(planKey, known);
        }
        return known;
    }

    private PlanOutline outline(String planKey) {
        PlanOutline known = outlines.get(planKey);
        if (known == null) {
            known = PlanOutline.of(moment.strategy(), planKey)
                    .orElseThrow(() -> new NoSuchElementException("no plan " + planKey));
            outlines.put(planKey, known);
        }
        return known;
    }

    /** Which links bring which items into a plan, contributions included. */
    private Reach reach(String planKey) {
        Reach known = reaches.get(planKey);
        if (known == null) {
            known = new Reach(moment.strategy(), outline(planKey), survey.links(), survey.sets(), this::alignment);
            reaches.put(planKey, known);
        }
        return known;
    }

    private PlanScore score(String planKey) {
        Map<String, DeliveryBlock> deliveries = new HashMap<>();
        Map<String, OutcomeBlock> outcomes = new HashMap<>();
        Map<String, Signal> signals = new HashMap<>();
        KeptBlocks.ofAchieved(moment.achieved(), moment.strategy()).forEach((key, kept) -> {
            deliveries.put(key, kept.delivery());
            outcomes.put(key, kept.outcome());
            signals.put(key, kept.signal());
        });
        PlanOutline outline = outline(planKey);
        PlanDelivery delivery = new PlanDelivery(survey, outline, reach(planKey), deliveries);
        PlanOutcome outcome = new PlanOutcome(moment.strategy(), outline, outcomes, moment.today());
        return new PlanScore(planKey, moment.today(), delivery, outcome, signals);
    }

    /** Which items serve which objectives of a plan. */
    public synchronized Alignment alignment(String planKey) {
        Alignment known = alignments.get(planKey);
        if (known == null) {
            known = new Alignment(
                    moment.strategy(), planKey, survey.links(), survey.sets(), moment.work(), moment.queries());
            alignments.put(planKey, known);
        }
        return known;
    }

    /**
     * How much of the open work in a plan's scope its strategy covers.
     *
     * @param exempt asked with positions in the view that is scored
     * @throws NoSuchElementException for an unknown plan
     */
    public synchronized OpenWork openWork(String planKey, IntPredicate exempt) {
        return new OpenWork(outline(planKey).plan(), moment.work(), reach(planKey), exempt);
    }

    /** Which objectives of a plan an issue serves and how; empty also for an issue that is not in the index. */
    public synchronized List<Serving> servings(String planKey, long issueId) {
        OptionalInt position = moment.work().position(issueId);
        return position.isEmpty() ? List.of() : alignment(planKey).servings(position.getAsInt());
    }

    /**
     * Whether an issue serves the strategy in force, over all ACTIVE plans. What only an ACHIEVED objective holds is an
     * orphan while it is open.
     *
     * @return empty for an issue that is not in the index
     */
    public Optional<Standing> standing(long issueId) {
        OptionalInt position = moment.work().position(issueId);
        return position.isEmpty() ? Optional.empty() : Optional.of(standingAt(position.getAsInt()));
    }

    private synchronized Standing standingAt(int position) {
        for (Plan plan : moment.strategy().plans()) {
            if (plan.state() == PlanState.ACTIVE && isAligned(plan.key(), position)) {
                return Standing.ALIGNED;
            }
        }
        return Standing.ORPHAN;
    }

    private boolean isAligned(String planKey, int position) {
        int set = reach(planKey).of(position);
        return reach(planKey).aligns(set)
                || (set != LinkSets.EMPTY && !moment.work().isOpen(position));
    }
}
