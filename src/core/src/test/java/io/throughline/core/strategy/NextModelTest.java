package io.throughline.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.RandomWorld;
import io.throughline.core.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model made from the one before says what a model made from nothing says. */
class NextModelTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** Everything that a model says. */
    private static List<Object> said(StrategyModel model) {
        List<Object> said = new ArrayList<>(List.of(
                List.copyOf(model.plans()),
                List.copyOf(model.themes()),
                List.copyOf(model.objectives()),
                List.copyOf(model.kpis()),
                List.copyOf(model.links()),
                List.copyOf(model.contributions()),
                List.copyOf(model.causes()),
                model.brokenContributions()));
        model.plans().forEach(plan -> {
            said.add(model.themesOf(plan.key()));
            said.add(model.objectivesIn(plan.key()));
        });
        model.themes().forEach(theme -> said.add(model.objectivesOf(theme.key())));
        model.objectives().forEach(objective -> {
            String key = objective.key();
            said.add(model.subObjectivesOf(key));
            said.add(model.kpisOf(key));
            said.add(model.linksOf(key));
            said.add(model.contributionsTo(key));
            said.add(model.contributionsFrom(key));
            said.add(model.planOf(key));
            said.add(model.themeOf(key));
            said.add(model.startOf(key));
            said.add(model.dueOf(key));
        });
        model.kpis().forEach(kpi -> said.add(model.actualsOf(kpi.key())));
        return said;
    }

    private static <T> List<T> some(List<T> all, Random random) {
        return all.stream().filter(each -> random.nextInt(5) > 0).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fullEqualsIncremental(long seed) {
        World world = RandomWorld.of(seed);
        Random random = new Random(seed);
        List<Theme> themes = world.themes;
        List<Objective> objectives = world.objectives;
        List<Kpi> kpis = world.kpis;
        List<WorkLink> links = world.links;
        List<Contribution> contributions = world.contributions;
        List<Actual> actuals = world.actuals;
        StrategyModel model = world.model();
        for (int step = 1; step <= 12; step++) {
            StrategyBuilder next = model.next(step);
            switch (random.nextInt(6)) {
                case 0 -> next.themes(themes = some(world.themes, random));
                case 1 -> next.objectives(objectives = some(world.objectives, random));
                case 2 -> next.kpis(kpis = some(world.kpis, random));
                case 3 -> next.links(links = some(world.links, random));
                case 4 -> next.contributions(contributions = some(world.contributions, random));
                default -> {
                    if (!world.kpis.isEmpty()) {
                        String kpi = world.kpis
                                .get(random.nextInt(world.kpis.size()))
                                .key();
                        List<Actual> own = some(
                                world.actuals.stream()
                                        .filter(each -> each.kpi().equals(kpi))
                                        .toList(),
                                random);
                        List<Actual> all = new ArrayList<>(actuals);
                        all.removeIf(each -> each.kpi().equals(kpi));
                        all.addAll(own);
                        actuals = all;
                        next.actualsOf(kpi, own);
                    }
                }
            }
            model = next.build();
            StrategyModel whole = StrategyModel.builder(step)
                    .plans(world.plans)
                    .themes(themes)
                    .objectives(objectives)
                    .kpis(kpis)
                    .actuals(actuals)
                    .links(links)
                    .contributions(contributions)
                    .build();

            assertThat(said(model)).as("step %d", step).isEqualTo(said(whole));
            assertThat(model.version()).isEqualTo(step);
        }
    }

    @Test
    void whatIsNotTouchedIsShared() {
        StrategyModel before = World.small().linkIssue("OBJ-1", 1).model();

        StrategyModel after = before.next(2).links(List.of()).build();

        assertThat(after.objectivesOf("TH-1")).isSameAs(before.objectivesOf("TH-1"));
        assertThat(after.themesOf("PLAN-1")).isSameAs(before.themesOf("PLAN-1"));
        assertThat(after.linksOf("OBJ-1")).isEmpty();
        assertThat(before.linksOf("OBJ-1")).hasSize(1);
    }
}
