package io.throughline.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.core.World;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that breaks a bound cannot be made; each message names the field and what was given. */
class BoundsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("weight must be more than 0, was 0.0", () -> new World().theme("TH-1", "PLAN-1", 0)),
                arguments("weight must be more than 0, was -1.0", () -> new Contribution(1, "OBJ-1", "OBJ-2", -1, 1)),
                arguments("weight must be a finite number", () -> link(Double.NaN)),
                arguments("weight must be more than 0", () -> link(0.0)),
                arguments("weight must be a finite number, was Infinity", () -> link(Double.POSITIVE_INFINITY)),
                arguments("key must not be blank", () -> new World().plan(" ")),
                arguments("OBJ-1 has neither theme nor parent", () -> objective(null, null)),
                arguments("end 2026-03-30 is before start 2026-03-31", () -> plan(DAY, DAY.minusDays(1), null)),
                arguments("defaultSize must be at least 0, was -1.0", () -> plan(DAY, DAY, -1.0)),
                arguments("defaultSize must be at least 0, was NaN", () -> plan(DAY, DAY, Double.NaN)),
                arguments("defaultSize must be at least 0", () -> plan(DAY, DAY, Double.POSITIVE_INFINITY)),
                arguments("warn 0.8 is above good 0.7", () -> new Thresholds(0.7, 0.8)),
                arguments("warn must be more than 0", () -> new Thresholds(0.7, 0)),
                arguments("good must be a finite", () -> new Thresholds(Double.NaN, 0.1)),
                arguments("low 2.0 is above high 1.0", () -> new Band(2, 1, 1)),
                arguments("tolerance must be more than 0", () -> new Band(1, 2, 0)),
                arguments("low must be a finite", () -> new Band(Double.NaN, 2, 1)),
                arguments("high must be a finite", () -> new Band(1, Double.NaN, 1)),
                arguments("value must be a finite", () -> new Point(DAY, Double.NaN)),
                arguments("a query has no id, was 7", () -> new LinkTarget(LinkTarget.Kind.JQL, "a = b", 7L)),
                arguments("ref must not be blank", () -> LinkTarget.jql("")),
                arguments("SUM needs a field", () -> new KpiSource.Jql("a = b", Aggregate.SUM, null, "pmo")),
                arguments("formula must not be blank", () -> new KpiSource.Formula(" ")));
    }

    private static Arguments arguments(String message, ThrowingCallable making) {
        return Arguments.of(message, making);
    }

    private static WorkLink link(double weight) {
        return new WorkLink(1, "OBJ-1", LinkTarget.jql("a = b"), weight, World.THEN, 1);
    }

    private static Objective objective(String theme, String parent) {
        return new Objective(
                "OBJ-1",
                theme,
                parent,
                "",
                null,
                null,
                Perspective.PROCESS,
                1,
                null,
                null,
                ObjectiveState.ACTIVE,
                0,
                1);
    }

    private static Plan plan(LocalDate start, LocalDate end, Double defaultSize) {
        return new Plan(
                "PLAN-1",
                "",
                null,
                null,
                start,
                end,
                PlanState.ACTIVE,
                null,
                SizeMeasure.COUNT,
                defaultSize,
                Thresholds.DEFAULT,
                null,
                1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aBrokenBoundIsRefused(String message, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void theEdgesThemselvesAreAllowed() {
        assertThatCode(() -> {
                    plan(DAY, DAY, 0.0);
                    new Thresholds(0.7, 0.7);
                    new Band(1, 1, 0.001);
                    objective("TH-1", null);
                    objective(null, "OBJ-2");
                    new KpiSource.Jql("a = b", Aggregate.COUNT, null, null);
                    new KpiSource.Jql("a = b", Aggregate.AVG, "points", "pmo");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aScopeIsACopy() {
        List<String> projects = Arrays.asList("HR", "IT");
        Scope scope = new Scope(projects);

        projects.set(0, "XX");

        assertThat(scope.projects()).containsExactly("HR", "IT");
    }

    @Test
    void targetsSayWhatTheyAre() {
        assertThat(LinkTarget.issue("A-1", 1L)).isEqualTo(new LinkTarget(LinkTarget.Kind.ISSUE, "A-1", 1L));
        assertThat(LinkTarget.project("A", 1L)).isEqualTo(new LinkTarget(LinkTarget.Kind.PROJECT, "A", 1L));
        assertThat(LinkTarget.jql("x")).isEqualTo(new LinkTarget(LinkTarget.Kind.JQL, "x", null));
    }
}
