package io.throughline.core.scorecard;

import io.throughline.core.alignment.Reach;
import io.throughline.core.alignment.Serving;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.ForecastMemory;
import io.throughline.core.delivery.PlanDelivery;
import io.throughline.core.delivery.Rollup;
import io.throughline.core.delivery.Survey;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.PlanOutcome;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.orphans.StrategyGap;
import io.throughline.core.orphans.StrategyGaps;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final Map<String, KeptScore> scores = new ConcurrentHashMap<>();
    private final Scans scans;

    public Scoring(Moment moment) {
        this(moment, new ForecastMemory(), rollupOf(moment));
    }

    private Scoring(Moment moment, ForecastMemory forecasts, Rollup rollup) {
        this.moment = moment;
        this.forecasts = forecasts;
        this.rollup = rollup;
        scans = new Scans(moment.strategy(), rollup);
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
        if (moment.isLike(later)) {
            TouchedPlans touched = TouchedPlans.between(moment.strategy(), later.strategy());
            scores.forEach((plan, score) -> {
                if (!touched.test(plan)) {
                    next.scores.put(plan, score.handedOn());
                }
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

    /**
     * The lock of the index first, then any other: in another order two readers could wait for each other over a writer. Sums
     * that follow stay as they are while somebody reads, so that readers of different things do not wait for each other.
     */
    private <T> T reading(Supplier<T> read) {
        return moment.work().index().reading(() -> rollup.isFollowing() ? read.get() : readingAlone(read));
    }

    private <T> T readingAlone(Supplier<T> read) {
        synchronized (rollup) { // several scorings may have it
            rollup.refresh();
            return read.get();
        }
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
            KeptScore kept = scores.get(planKey);
            return (kept == null ? scores.computeIfAbsent(planKey, unasked -> new KeptScore()) : kept)
                    .score(touched, known -> score(planKey, known));
        });
    }

    /** Rises whenever something in a plan's numbers about work may have changed; 0 for an unknown plan. */
    public long touched(String planKey) {
        return reading(() -> moment.strategy().plan(planKey).isEmpty() ? 0L : rollup.touched(planKey));
    }

    /** @param known what the KPIs say, if it is known: it does not follow from work */
    private PlanScore score(String planKey, @Nullable PlanOutcome known) {
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
        PlanOutcome outcome = known == null ? new PlanOutcome(strategy, outline, kept, moment.today()) : known;
        return new PlanScore(planKey, moment.today(), delivery, outcome, signals);
    }

    /**
     * Reads what is aligned, orphan and exempt of the open work, while nobody writes.
     *
     * @param planKey the plan whose scope, measure and objectives count; null for all ACTIVE plans together
     * @throws NoSuchElementException for an unknown plan
     */
    public <T> T orphans(@Nullable String planKey, Exempting exempting, Function<OrphanScan, T> read) {
        return reading(() -> read.apply(scans.scan(planKey, exempting)));
    }

    /** Of a scan's aligned open size, the part of each theme of a plan, by key, in the order of the tree. */
    public Map<String, Double> alignedByTheme(String planKey, OrphanScan scan) {
        Reach reach = rollup.reach(planKey);
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Theme theme : moment.strategy().themesOf(planKey)) {
            parts.put(theme.key(), scan.alignedBy(reach.aligningIn(theme.key())));
        }
        return parts;
    }

    /** What the strategy lacks in one plan, or without one in all that is in force. */
    public List<StrategyGap> gaps(
            @Nullable String planKey, Predicate<WorkLink> isDead, Predicate<String> isActiveUser) {
        return StrategyGaps.of(moment.strategy(), planKey, moment.today(), new StrategyGaps.Outside() {
            @Override
            public boolean isDead(WorkLink link) {
                return isDead.test(link);
            }

            @Override
            public boolean isActive(String user) {
                return isActiveUser.test(user);
            }

            @Override
            public boolean hasWork(String plan, String objective) {
                return plan(plan).delivery(objective).items() > 0;
            }

            @Override
            public boolean hasKpi(String plan, String objective) {
                return plan(plan).outcomes().kpisBelow(objective) > 0;
            }
        });
    }

    /**
     * The positions of all items, of any level and state, that reach one of some plans, themes and objectives, or what is
     * below it. Ask inside {@link WorkIndex#reading}: positions mean something only there.
     */
    public BitSet reaching(Collection<String> keys) {
        return reading(() -> {
            BitSet found = new BitSet();
            for (String key : keys) {
                moment.strategy().planOf(key).ifPresent(plan -> found.or(rollup.reaching(plan.key(), key)));
            }
            return found;
        });
    }

    /** Keys of the ACTIVE objectives of ACTIVE plans whose work lands while their outcome does not move. */
    public List<String> drifting() {
        return moment.strategy().plans().stream()
                .filter(plan -> plan.state() == PlanState.ACTIVE)
                .flatMap(plan -> moment.strategy().objectivesIn(plan.key()).stream()
                        .filter(each -> each.state() == ObjectiveState.ACTIVE)
                        .filter(each -> plan(plan.key()).signal(each.key()).kind() == SignalKind.DRIFT))
                .map(Objective::key)
                .toList();
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

    /**
     * Which objectives an issue serves and how, of all plans at once.
     *
     * @return by key of plan, plans in the order of the strategy and servings by age of link; without the plans that it does
     *     not serve, so empty also for an issue that is not in the index
     */
    public Map<String, List<Serving>> servings(long issueId) {
        List<Serving> all = reading(() -> {
            int position = rollup.work().find(issueId);
            return position == WorkView.NONE ? List.of() : rollup.alignment().servings(position, link -> true);
        });
        Map<String, List<Serving>> unordered = new HashMap<>();
        for (Serving each : all) {
            moment.strategy()
                    .planOf(each.objective())
                    .ifPresent(plan -> unordered
                            .computeIfAbsent(plan.key(), first -> new ArrayList<>())
                            .add(each));
        }
        Map<String, List<Serving>> byPlan = new LinkedHashMap<>();
        if (!unordered.isEmpty()) {
            for (Plan plan : moment.strategy().plans()) {
                List<Serving> ofPlan = unordered.get(plan.key());
                if (ofPlan != null) {
                    byPlan.put(plan.key(), ofPlan);
                }
            }
        }
        return byPlan;
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
    public Optional<Standing> standing(long issueId, Exempting exempting) {
        return reading(() -> {
            int position = rollup.work().find(issueId);
            return position == WorkView.NONE ? Optional.empty() : Optional.of(standingAt(position, exempting));
        });
    }

    private Standing standingAt(int position, Exempting exempting) {
        for (Plan plan : moment.strategy().plans()) {
            if (plan.state() == PlanState.ACTIVE && isAligned(plan.key(), position)) {
                return Standing.ALIGNED;
            }
        }
        return exempting.covering(rollup.work(), position).isPresent() ? Standing.EXEMPT : Standing.ORPHAN;
    }

    /** Whether an issue counts as aligned in a plan, contributions to it included; false for one that is not in the index. */
    public boolean isAligned(String planKey, long issueId) {
        return reading(() -> {
            int position = rollup.work().find(issueId);
            return position != WorkView.NONE && isAligned(planKey, position);
        });
    }

    private boolean isAligned(String planKey, int position) {
        int set = rollup.heldAt(position);
        Reach reach = rollup.reach(planKey);
        return reach.aligns(set) || (reach.reaches(set) && !rollup.work().isOpen(position));
    }
}
