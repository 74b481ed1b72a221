package io.throughline.core.explain;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.Forecast;
import io.throughline.core.delivery.Share;
import io.throughline.core.explain.LeftOut.Reason;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** How far the work of one node is, taken apart. */
final class DeliveryExplanation {
    private final PlanScore score;
    private final StrategyModel model;
    private final PlanOutline outline;
    private final PlanOutline.Node node;
    private final DeliveryBlock block;

    DeliveryExplanation(PlanScore score, StrategyModel model, PlanOutline outline, PlanOutline.Node node) {
        this.score = score;
        this.model = model;
        this.outline = outline;
        this.node = node;
        block = score.delivery(node.key());
    }

    void addTo(Map<String, Derivation> numbers) {
        if (score.isKept(node.key()) || score.isRecorded()) {
            addAsItWas(score.isRecorded() ? Rule.RECORDED : Rule.KEPT, numbers);
            return;
        }
        addProgress(numbers);
        numbers.put("delivery.expected", expected());
        numbers.put("delivery.schedule", schedule());
        numbers.put("delivery.health", health());
        numbers.put("delivery.total", sum(DeliveryBlock::total));
        numbers.put("delivery.done", sum(DeliveryBlock::done));
        numbers.put("delivery.inProgress", sum(DeliveryBlock::inProgress));
        numbers.put("delivery.items", sum(DeliveryBlock::items));
        numbers.put("delivery.unsized", sum(DeliveryBlock::unsized));
        numbers.put("delivery.excluded", sum(DeliveryBlock::excluded));
        addForecast(numbers);
    }

    private void addAsItWas(Rule rule, Map<String, Derivation> numbers) {
        numbers.put("delivery.progress", Derivation.number(block.progress(), rule));
        numbers.put("delivery.expected", Derivation.number(block.expected(), rule));
        numbers.put("delivery.schedule", Derivation.number(block.schedule(), rule));
        numbers.put("delivery.health", Derivation.word(block.health().name(), rule));
        numbers.put("delivery.total", Derivation.number(block.total(), rule));
        numbers.put("delivery.done", Derivation.number(block.done(), rule));
        numbers.put("delivery.inProgress", Derivation.number(block.inProgress(), rule));
        numbers.put("delivery.items", Derivation.number((double) block.items(), rule));
        numbers.put("delivery.unsized", Derivation.number((double) block.unsized(), rule));
        numbers.put("delivery.excluded", Derivation.number((double) block.excluded(), rule));
    }

    /** Where only an objective's own links count, they stand there at once, else as one block beside the others. */
    private void addProgress(Map<String, Derivation> numbers) {
        List<Share> shares = score.deliveries().shares(node.key());
        List<Share> links = score.deliveries().linkShares(node.key());
        boolean linksAlone = shares.stream()
                .noneMatch(share -> share.value() != null && !share.ref().equals(Share.OWN_LINKS));
        Parts parts = new Parts();
        if (linksAlone && node.kind() == PlanOutline.Kind.OBJECTIVE) {
            add(links, parts);
            shares.stream()
                    .filter(share -> !share.ref().equals(Share.OWN_LINKS))
                    .forEach(share -> parts.leaveOut(share.ref(), Reason.NO_WORK));
        } else {
            add(shares, parts);
        }
        numbers.put("delivery.progress", parts.leaveOutIdle(model, node.key()).mean(block.progress()));
        if (!linksAlone && !links.isEmpty()) {
            Parts own = new Parts();
            add(links, own);
            Double progress = shares.get(0).value();
            numbers.put("delivery.ownProgress", own.mean(progress));
        }
    }

    private static void add(List<Share> shares, Parts parts) {
        for (Share share : shares) {
            Double value = share.value();
            if (value == null) {
                parts.leaveOut(share.ref(), Reason.NO_WORK);
            } else {
                parts.add(Input.weighed(share.ref(), value, share.weight()));
            }
        }
    }

    private Derivation expected() {
        if (node.kind() != PlanOutline.Kind.OBJECTIVE) {
            Parts parts = new Parts();
            for (PlanOutline.Edge edge : node.children()) {
                DeliveryBlock child = score.delivery(edge.child());
                Double expected = child.expected();
                if (child.progress() == null || expected == null) {
                    parts.leaveOut(edge.child(), Reason.NO_WORK);
                } else {
                    parts.add(Input.weighed(edge.child(), expected, edge.weight()));
                }
            }
            return parts.leaveOutIdle(model, node.key()).mean(block.expected());
        }
        Plan plan = outline.plan();
        LocalDate start = model.startOf(node.key()).orElse(plan.start());
        LocalDate due = model.dueOf(node.key()).orElse(plan.end());
        double elapsed = ChronoUnit.DAYS.between(start, score.today());
        double length = ChronoUnit.DAYS.between(start, due);
        return Derivation.number(
                block.expected(),
                length > 0 ? Rule.TIME_PASSED : Rule.TIME_OVER,
                Input.of("elapsed", elapsed, start + "/" + score.today()),
                Input.of("length", length, start + "/" + due));
    }

    private Derivation schedule() {
        Double expected = block.expected();
        if (block.progress() == null) {
            return Derivation.unknown(Rule.SCHEDULE, "progress", Reason.NO_WORK);
        }
        return expected == null || expected == 0
                ? Derivation.unknown(Rule.SCHEDULE, "expected", Reason.NOTHING_EXPECTED)
                : Derivation.number(
                        block.schedule(),
                        Rule.SCHEDULE,
                        Input.of("progress", block.progress()),
                        Input.of("expected", expected));
    }

    private Derivation health() {
        LocalDate due = node.kind() == PlanOutline.Kind.OBJECTIVE
                ? model.dueOf(node.key()).orElse(outline.plan().end())
                : outline.plan().end();
        return Derivation.word(
                block.health().name(),
                Rule.DELIVERY_HEALTH,
                Input.of("total", block.total()),
                Input.of("done", block.done()),
                Input.word("due", due.toString()),
                Input.of("expected", block.expected()),
                Input.of("schedule", block.schedule()),
                Input.of("good", outline.plan().thresholds().good()),
                Input.of("warn", outline.plan().thresholds().warn()));
    }

    /** Links and children, less what they share: every item counts once. */
    private Derivation sum(ToDoubleFunction<DeliveryBlock> number) {
        Parts parts = new Parts();
        if (node.kind() == PlanOutline.Kind.OBJECTIVE) {
            for (WorkLink link : model.linksOf(node.key())) {
                parts.add(Input.of("link:" + link.id(), number.applyAsDouble(score.delivery(link.id()))));
            }
        }
        for (PlanOutline.Edge edge : node.children()) {
            parts.add(Input.of(edge.child(), number.applyAsDouble(score.delivery(edge.child()))));
        }
        return parts.leaveOutIdle(model, node.key()).sum(number.applyAsDouble(block));
    }

    private void addForecast(Map<String, Derivation> numbers) {
        Forecast forecast = score.forecast(node.key());
        Input remaining = Input.of("remaining", block.total() - block.done());
        if (forecast.gap() != null) {
            numbers.put(
                    "delivery.forecast",
                    Derivation.number(
                            null,
                            Rule.FORECAST,
                            remaining,
                            Input.word("reason", forecast.gap().name())));
            return;
        }
        String p50 = Objects.requireNonNull(forecast.p50()).toString();
        String p85 = Objects.requireNonNull(forecast.p85()).toString();
        numbers.put("delivery.forecast.p50", Derivation.word(p50, Rule.FORECAST, remaining));
        numbers.put("delivery.forecast.p85", Derivation.word(p85, Rule.FORECAST, remaining));
    }
}
