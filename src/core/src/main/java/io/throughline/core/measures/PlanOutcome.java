package io.throughline.core.measures;

import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of every KPI and node of one plan, and of what contributes to it.
 *
 * <ul>
 *   <li>attainment and pace: means by weight over KPIs, sub-objectives and contributions that have data, each clamped to
 *       0..1 first.
 *   <li>expected: {@code attainment / pace}; null at an attainment of 0 and while everything that counts is in grace.
 *   <li>coverage: mean by weight of 1 or 0 for KPIs and of the coverages of children that have KPIs below; 0 without.
 *   <li>health: UNKNOWN without data or below a coverage of 0.5, else by pace; an objective with a critical KPI that is
 *       RED is AMBER at best.
 * </ul>
 *
 * <p>Example: KPIs of weight 1 and 3 with pace 1 and 0.6 and attainment 0.5 and 0.3: pace 0.7, attainment 0.35, expected
 * 0.5, AMBER.
 */
public final class PlanOutcome {
    /** Below this coverage nobody can say how an outcome is. */
    public static final double ENOUGH = 0.5;

    private static final double NOISE = 1e-9;

    private final StrategyModel model;
    private final LocalDate today;
    private final Map<String, OutcomeBlock> achieved;
    private final Map<String, KpiScore> kpis = new HashMap<>();
    private final Map<String, Outcome> nodes = new HashMap<>();

    /** What is known of a node, more than its block shows; {@code coverage} is null where no KPI is below. */
    private record Outcome(
            OutcomeBlock block,
            List<OutcomeShare> shares,
            @Nullable Double coverage,
            boolean inGrace,
            Set<String> kpisBelow,
            Set<String> unattested,
            Set<String> stale,
            @Nullable Double paceBefore) {}

    /**
     * Measures a plan.
     *
     * @param achieved blocks that achieved objectives keep from their day, by key; one that is missing is measured like an
     *     active one
     */
    public PlanOutcome(StrategyModel model, PlanOutline outline, Map<String, OutcomeBlock> achieved, LocalDate today) {
        this.model = model;
        this.achieved = achieved;
        this.today = today;
        outline.nodes().forEach(node -> nodes.put(node.key(), measure(node)));
    }

    /** The block of the plan, a theme, an objective or a KPI; empty for any other key. */
    public Optional<OutcomeBlock> block(String key) {
        KpiScore kpi = kpis.get(key);
        return kpi != null
                ? Optional.of(kpi.block())
                : Optional.ofNullable(nodes.get(key)).map(Outcome::block);
    }

    /** How a KPI of one of these objectives is. */
    public Optional<KpiScore> kpi(String key) {
        return Optional.ofNullable(kpis.get(key));
    }

    /** What the outcome of a node is the mean of, what was left out too. */
    public List<OutcomeShare> shares(String key) {
        return Optional.ofNullable(nodes.get(key)).map(Outcome::shares).orElse(List.of());
    }

    /** How many KPIs count somewhere below a node, with data or without; 0 for an unknown key. */
    public int kpisBelow(String key) {
        return Optional.ofNullable(nodes.get(key))
                .map(node -> node.kpisBelow().size())
                .orElse(0);
    }

    /**
     * Whether the pace of a node exceeds the same pace computed without each KPI's newest actual.
     *
     * <p>The same KPIs are asked for the actual before: whether that one would be stale by now is not asked, else nothing
     * measured monthly could rise after the middle of a month. What was kept is the same before and after.
     */
    public boolean isRising(String key) {
        Outcome node = nodes.get(key);
        Double pace = node == null ? null : node.block().pace();
        Double before = node == null ? null : node.paceBefore();
        return pace != null && before != null && pace > before + NOISE;
    }

    private Outcome measure(PlanOutline.Node node) {
        List<OutcomeShare> shares = new ArrayList<>();
        List<OutcomeShare> before = new ArrayList<>();
        Set<String> below = new HashSet<>();
        Set<String> unattested = new HashSet<>();
        Set<String> stale = new HashSet<>();
        boolean capped = false;
        for (Kpi kpi : model.kpisOf(node.key())) {
            KpiScore score = score(kpi);
            shares.add(OutcomeShare.of(score));
            before.add(shareBefore(score));
            below.add(kpi.key());
            addIf(score.unattested(), kpi.key(), unattested);
            addIf(score.stale(), kpi.key(), stale);
            capped |= kpi.critical() && score.health() == OutcomeHealth.RED;
        }
        for (PlanOutline.Edge edge : node.children()) {
            Outcome child = known(edge.child());
            shares.add(share(edge, child, child.block().pace()));
            before.add(share(edge, child, child.paceBefore()));
            below.addAll(child.kpisBelow());
            unattested.addAll(child.unattested());
            stale.addAll(child.stale());
        }
        Outcome kept = kept(node.key(), below);
        return kept != null ? kept : outcome(shares, before, below, unattested, stale, capped);
    }

    private Outcome known(String key) {
        Outcome known = nodes.get(key);
        if (known == null) {
            throw new IllegalStateException(key + " is not before its parent");
        }
        return known;
    }

    private static void addIf(boolean wanted, String key, Set<String> keys) {
        if (wanted) {
            keys.add(key);
        }
    }

    private KpiScore score(Kpi kpi) {
        KpiScore score = KpiScore.of(kpi, model.actualsOf(kpi.key()), planOf(kpi), today);
        kpis.put(kpi.key(), score);
        return score;
    }

    private @Nullable Plan planOf(Kpi kpi) {
        return model.planOf(kpi.key()).orElse(null);
    }

    /** The share with the actual before the newest one; nothing for a KPI that has no data now or had none then. */
    private OutcomeShare shareBefore(KpiScore now) {
        List<Actual> actuals = model.actualsOf(now.kpi().key());
        Double pace = null;
        if (now.hasData() && actuals.size() > 1) {
            KpiLine line = new KpiLine(now.kpi());
            Actual previous = actuals.get(1);
            pace = OutcomeShare.clamped(line.pace(line.attainment(previous.value()), previous.period()));
        }
        return new OutcomeShare(now.kpi().key(), now.kpi().weight(), pace, pace, null, false);
    }

    private static OutcomeShare share(PlanOutline.Edge edge, Outcome child, @Nullable Double pace) {
        return new OutcomeShare(
                edge.child(), edge.weight(), child.block().attainment(), pace, child.coverage(), child.inGrace());
    }

    /** An achieved objective's block of that day; its counts are kept under names of their own. */
    private @Nullable Outcome kept(String key, Set<String> below) {
        OutcomeBlock block = achieved.get(key);
        if (block == null) {
            return null;
        }
        return new Outcome(
                new OutcomeBlock(
                        OutcomeShare.clamped(block.attainment()),
                        block.expected(),
                        OutcomeShare.clamped(block.pace()),
                        block.health(),
                        block.coverage(),
                        block.unattested(),
                        block.stale()),
                List.of(),
                below.isEmpty() && block.attainment() == null ? null : (Double) block.coverage(),
                false,
                below,
                named(key + " unattested ", block.unattested()),
                named(key + " stale ", block.stale()),
                OutcomeShare.clamped(block.pace()));
    }

    private static Set<String> named(String prefix, int count) {
        Set<String> names = new HashSet<>();
        for (int number = 0; number < count; number++) {
            names.add(prefix + number);
        }
        return names;
    }

    private static Outcome outcome(
            List<OutcomeShare> shares,
            List<OutcomeShare> before,
            Set<String> below,
            Set<String> unattested,
            Set<String> stale,
            boolean capped) {
        Double attainment = OutcomeShare.mean(shares, OutcomeShare::attainment);
        Double pace = OutcomeShare.mean(shares, OutcomeShare::pace);
        Double coverage = OutcomeShare.mean(shares, OutcomeShare::coverage);
        boolean inGrace = attainment != null
                && shares.stream().filter(share -> share.attainment() != null).allMatch(OutcomeShare::inGrace);
        OutcomeBlock block = new OutcomeBlock(
                attainment,
                inGrace ? null : expected(attainment, pace),
                pace,
                health(pace, coverage == null ? 0 : coverage, capped),
                coverage == null ? 0 : coverage,
                unattested.size(),
                stale.size());
        Double paceBefore = OutcomeShare.mean(before, OutcomeShare::pace);
        return new Outcome(block, List.copyOf(shares), coverage, inGrace, below, unattested, stale, paceBefore);
    }

    private static @Nullable Double expected(@Nullable Double attainment, @Nullable Double pace) {
        return attainment == null || pace == null || attainment <= 0 || pace <= 0 ? null : (Double) (attainment / pace);
    }

    private static OutcomeHealth health(@Nullable Double pace, double coverage, boolean capped) {
        if (pace == null || coverage < ENOUGH - NOISE) {
            return OutcomeHealth.UNKNOWN;
        }
        OutcomeHealth byPace = OutcomeHealth.ofPace(pace);
        return capped && byPace == OutcomeHealth.GREEN ? OutcomeHealth.AMBER : byPace;
    }
}
