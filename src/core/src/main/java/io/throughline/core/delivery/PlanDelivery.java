package io.throughline.core.delivery;

import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.Sizes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of every node and link of one plan, and of what contributes to it, in that plan's measure.
 *
 * <ul>
 *   <li>Link: {@code p = done / total}.
 *   <li>Objective without sub-objectives: {@code sum(w p) / sum(w)} over links with size, where w is the given weight or
 *       else the size; as soon as one link has a given weight, those without weigh 1. Two links of 30 (10 done) and 10
 *       (all done): 0.5; with weight 3 on the first: {@code (3 x 1/3 + 1 x 1) / 4} = 0.5, with weight 1 on both: 0.667.
 *   <li>Objective with sub-objectives: its own links are one block that weighs the mean weight of the sub-objectives that
 *       have work, beside those. Own 0.5, sub-objectives of weight 1 and 3 at 0 and 1: {@code (2 x 0.5 + 0 + 3) / 6} =
 *       0.667.
 *   <li>Theme and plan: mean of the children that have work, by weight; expected likewise, over the same children.
 * </ul>
 *
 * <p>Decided where the design is silent: a theme's last day is its plan's end; an achieved objective's kept block stands
 * for it in means, while the sums above it count its items as they are now, each once.
 */
public final class PlanDelivery implements Deliveries {
    private final Survey survey;
    private final StrategyModel model;
    private final PlanOutline outline;
    private final Tallies tallies;
    private final LocalDate today;
    private final Map<String, DeliveryBlock> byKey = new HashMap<>();
    private final Map<Long, DeliveryBlock> byLink = new HashMap<>();
    private final Map<String, Forecast> forecasts = new ConcurrentHashMap<>();
    private final Map<String, List<Share>> shares = new HashMap<>();
    private final Map<String, List<Share>> linkShares = new HashMap<>();

    /**
     * Measures a plan. Ask inside {@link io.throughline.core.work.WorkIndex#reading}: the blocks then stand for that
     * moment; what is asked for item by item is as it is when it is asked.
     *
     * @param achieved blocks that achieved objectives keep from their day, by key; one that is missing is measured like an
     *     active one
     */
    public PlanDelivery(Survey survey, PlanOutline outline, Map<String, DeliveryBlock> achieved) {
        this.survey = survey;
        this.outline = outline;
        model = survey.strategy();
        today = survey.today();
        tallies = survey.rollup().tallies(outline.plan().key());
        for (PlanOutline.Node node : outline.nodes()) {
            DeliveryBlock measured = measure(node);
            DeliveryBlock kept = achieved.get(node.key());
            byKey.put(node.key(), kept == null ? measured : kept);
            if (kept != null) {
                forecasts.put(node.key(), Forecast.none(ForecastGap.ACHIEVED));
            }
        }
    }

    /** The block of the plan, a theme, an objective, or an objective that contributes; empty for any other key. */
    @Override
    public Optional<DeliveryBlock> block(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The block of a link of any of these objectives. */
    @Override
    public Optional<DeliveryBlock> link(long id) {
        return Optional.ofNullable(byLink.get(id));
    }

    /** When a node's work will be done; drawn when first asked for. Empty for a key that is not in this plan. */
    @Override
    public Optional<Forecast> forecast(String key) {
        return outline.number(key).map(node -> forecasts.computeIfAbsent(key, this::draw));
    }

    private Forecast draw(String key) {
        Tally tally = tallies.ofNode(key);
        ForecastMemory.Inputs inputs =
                new ForecastMemory.Inputs(today, tally.total(), tally.total() - tally.done(), tally.finishedByWeek());
        return survey.forecasts().of(outline.plan().key(), key, inputs);
    }

    /** What the progress of a node is the mean of; the value of those that were left out is null. */
    @Override
    public List<Share> shares(String key) {
        return shares.getOrDefault(key, List.of());
    }

    /** What the progress of an objective's own links is the mean of. */
    @Override
    public List<Share> linkShares(String objectiveKey) {
        return linkShares.getOrDefault(objectiveKey, List.of());
    }

    /**
     * The items behind a node's sums as they are now, parents before children: those that carry size, and the excluded.
     *
     * @return empty for a key that is not in this plan
     */
    @Override
    public List<HeldItem> items(String key) {
        return survey.rollup().items(outline.plan().key(), key);
    }

    /**
     * Counts some of the items behind all nodes and links, in one pass.
     *
     * @param test asked with positions in the view that was measured, once for each item that carries size here
     */
    @Override
    public ItemCounts count(IntPredicate test) {
        return survey.rollup().count(outline.plan().key(), test);
    }

    /** Counts the items behind all nodes and links that somebody may not see; costs little where no item is secured. */
    @Override
    public ItemCounts hidden(Hiding hiding) {
        return survey.rollup().count(outline.plan().key(), hiding);
    }

    private DeliveryBlock measure(PlanOutline.Node node) {
        Tally tally = tallies.ofNode(node.key());
        List<Share> parts = new ArrayList<>();
        for (PlanOutline.Edge edge : node.children()) {
            parts.add(new Share(edge.child(), child(edge).progress(), edge.weight()));
        }
        if (node.kind() != PlanOutline.Kind.OBJECTIVE) {
            shares.put(node.key(), List.copyOf(parts));
            boolean pastDue = today.isAfter(outline.plan().end());
            return block(tally, Share.mean(parts), expectedOf(node), pastDue);
        }
        double expected = expectedOf(node.key());
        boolean pastDue = isPastDue(node.key());
        Double own = ownProgress(node.key(), expected, pastDue);
        parts.add(0, new Share(Share.OWN_LINKS, own, meanWeight(parts)));
        shares.put(node.key(), List.copyOf(parts));
        return block(tally, Share.mean(parts), expected, pastDue);
    }

    private DeliveryBlock child(PlanOutline.Edge edge) {
        return block(edge.child()).orElseThrow();
    }

    /** The mean weight of the parts that have work, 1 if none has. */
    private static double meanWeight(List<Share> parts) {
        return parts.stream()
                .filter(part -> part.value() != null)
                .mapToDouble(Share::weight)
                .average()
                .orElse(1);
    }

    private @Nullable Double ownProgress(String objective, double expected, boolean pastDue) {
        List<WorkLink> links = model.linksOf(objective);
        boolean weightsAreGiven = links.stream().anyMatch(link -> link.weight() != null);
        List<Share> parts = new ArrayList<>();
        long total = 0;
        long done = 0;
        for (WorkLink link : links) {
            Tally tally = tallies.ofLink(link.id());
            Double progress = tally.total() == 0 ? null : (Double) ((double) tally.done() / tally.total());
            Double given = link.weight();
            double size = Sizes.value(tally.total(), outline.plan().sizeMeasure());
            double weight = given != null ? given : weightsAreGiven ? 1 : size;
            parts.add(Share.ofLink(link.id(), progress, weight));
            byLink.put(link.id(), block(tally, progress, expected, pastDue));
            total += tally.total();
            done += tally.done();
        }
        linkShares.put(objective, List.copyOf(parts));
        if (weightsAreGiven) {
            return Share.mean(parts);
        }
        // weighed by size the mean is done / total, and this way without rounding on the way
        return total == 0 ? null : (Double) ((double) done / total);
    }

    private DeliveryBlock block(Tally tally, @Nullable Double progress, @Nullable Double expected, boolean pastDue) {
        Plan plan = outline.plan();
        return new DeliveryBlock(
                Sizes.value(tally.total(), plan.sizeMeasure()),
                Sizes.value(tally.done(), plan.sizeMeasure()),
                Sizes.value(tally.inProgress(), plan.sizeMeasure()),
                progress,
                expected,
                Schedule.schedule(progress, expected),
                Schedule.health(tally.counted(), progress, expected, pastDue, plan.thresholds()),
                tally.items(),
                tally.unsized(),
                tally.excluded());
    }

    private double expectedOf(String objective) {
        LocalDate start = model.startOf(objective).orElse(outline.plan().start());
        LocalDate due = model.dueOf(objective).orElse(outline.plan().end());
        return Schedule.expected(start, due, today);
    }

    private boolean isPastDue(String objective) {
        return today.isAfter(model.dueOf(objective).orElse(outline.plan().end()));
    }

    /** Theme and plan: over the same children as progress, so that the two can be compared. */
    private @Nullable Double expectedOf(PlanOutline.Node node) {
        List<Share> parts = new ArrayList<>();
        for (PlanOutline.Edge edge : node.children()) {
            DeliveryBlock child = child(edge);
            parts.add(new Share(edge.child(), child.progress() == null ? null : child.expected(), edge.weight()));
        }
        return Share.mean(parts);
    }
}
