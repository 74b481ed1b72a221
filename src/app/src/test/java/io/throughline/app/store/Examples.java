package io.throughline.app.store;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.DeliveryHealth;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.scorecard.Signal;
import io.throughline.core.scorecard.SignalKind;
import io.throughline.core.scorecard.SignalReason;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Attestation;
import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Direction;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Frequency;
import io.throughline.core.strategy.Indicator;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.MeasureUnit;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Point;
import io.throughline.core.strategy.Scope;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.Thresholds;
import io.throughline.core.strategy.UnitKind;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Objects for tests, each with every field set to something that is not its default. */
public final class Examples {
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00.123Z");

    private Examples() {}

    /** Other than the defaults wherever that does not shut the author of a test out. */
    public static Settings settings(Settings before) {
        return new Settings(
                List.of("Won't Do"),
                before.levels(),
                3,
                4,
                List.of("everybody"),
                before.edit(),
                before.administer(),
                5_000,
                new FillPace(100, 50),
                0);
    }

    public static Plan plan(String key, String name) {
        return new Plan(
                key,
                name,
                "To be \"seen\"\nfrom afar",
                "Häuser für alle 🏠",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                PlanState.ACTIVE,
                null,
                SizeMeasure.STORY_POINTS,
                2.5,
                new Thresholds(0.85, 0.6),
                new Scope(List.of("HR", "OPS")),
                1);
    }

    public static Theme theme(String key, String plan) {
        return new Theme(key, plan, "Theme of " + plan, "why", "pmo", 1.5, 1024, 1);
    }

    public static Objective objective(String key, String theme, String parent) {
        return new Objective(
                key,
                theme,
                parent,
                "Objective " + key,
                "what for",
                "pmo",
                Perspective.CUSTOMER,
                3,
                LocalDate.of(2026, 2, 1),
                null,
                ObjectiveState.ACTIVE,
                2048,
                1);
    }

    public static Kpi kpi(String key, String objective) {
        return new Kpi(
                key,
                objective,
                "KPI " + key,
                "how much",
                new MeasureUnit(UnitKind.CURRENCY, "€"),
                Direction.INCREASE,
                new Point(LocalDate.of(2026, 1, 1), 10),
                new Point(LocalDate.of(2026, 12, 31), 20.25),
                List.of(new Point(LocalDate.of(2026, 6, 30), 14)),
                null,
                Frequency.MONTHLY,
                1,
                true,
                Indicator.LEADING,
                "exec",
                Attestation.OWNER,
                new KpiSource.Jql("type = Bug", io.throughline.core.strategy.Aggregate.AVG, "Story Points", "pmo"),
                1);
    }

    public static Actual actual(String kpi, String period) {
        return new Actual(
                kpi, LocalDate.parse(period), 15.2, "rough", "pmo", THEN, "exec", THEN.plusSeconds(60), "so it is", 1);
    }

    public static WorkLink link(long id, String objective) {
        return new WorkLink(id, objective, LinkTarget.issue("ABC-" + id, 10_000 + id), 0.5, THEN, 1);
    }

    public static Contribution contribution(long id, String from, String to) {
        return new Contribution(id, from, to, 2, 1);
    }

    public static Cause cause(long id, String cause, String effect) {
        return new Cause(id, cause, effect, 1);
    }

    static Exemption exemption(long id) {
        return new Exemption(
                id,
                Exemption.Kind.ISSUE,
                "ABC-" + id,
                1000 + id,
                "run \u2013 \"as usual\"",
                "pmo",
                Instant.parse("2026-01-02T03:04:05.678Z"),
                LocalDate.parse("2026-06-30"),
                1);
    }

    static Kept kept(String objective) {
        DeliveryBlock delivery = new DeliveryBlock(3, 1.5, 0.25, 0.5, 1.0 / 3, 1.5, DeliveryHealth.ON_TRACK, 3, 1, 2);
        OutcomeBlock outcome = new OutcomeBlock(0.1 + 0.2, null, 0.9, OutcomeHealth.GREEN, 1, 1, 0);
        Signal signal = new Signal(SignalKind.REALIZING, SignalReason.BOTH_MOVE, Map.of("pace", 0.9));
        return new Kept(objective, LocalDate.parse("2026-03-01"), new KeptBlocks(delivery, outcome, signal), 1);
    }
}
