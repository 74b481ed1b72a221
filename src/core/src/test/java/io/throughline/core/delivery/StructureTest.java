package io.throughline.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a link decides which items are summed where. */
class StructureTest {
    private static final Instant THEN = Instant.parse("2026-07-01T10:00:00Z");
    private static final WorkLink LINK = link(1, "OBJ-1", 7, null);

    private final StrategyModel model = World.small().objective("OBJ-2", "TH-1").model();

    private static WorkLink link(long id, String objective, long issue, Double weight) {
        return new WorkLink(id, objective, LinkTarget.issue("A-" + issue, issue), weight, THEN, weight == null ? 1 : 2);
    }

    private Structure with(WorkLink... links) {
        return Structure.of(StrategyModel.builder(1)
                .plans(model.plans())
                .themes(model.themes())
                .objectives(model.objectives())
                .links(List.of(links))
                .build());
    }

    @Test
    void theSameLinksWithOtherWeightsAreTheSameStructure() {
        assertThat(with(LINK))
                .isEqualTo(with(link(1, "OBJ-1", 7, 3.0)))
                .hasSameHashCodeAs(with(link(1, "OBJ-1", 7, 3.0)));
    }

    @Test
    void anotherTargetObjectiveOrIdIsAnotherStructure() {
        assertThat(with(LINK))
                .isNotEqualTo(with(link(1, "OBJ-1", 8, null)))
                .isNotEqualTo(with(link(1, "OBJ-2", 7, null)))
                .isNotEqualTo(with(link(2, "OBJ-1", 7, null)));
    }

    @Test
    void oneLinkMoreOrLessIsAnotherStructure() {
        assertThat(with(LINK))
                .isNotEqualTo(with(LINK, link(2, "OBJ-2", 7, null)))
                .isNotEqualTo(with());
        assertThat(with(LINK, link(2, "OBJ-2", 7, null))).isNotEqualTo(with(LINK));
        assertThat(with(LINK).hashCode()).isNotEqualTo(with().hashCode());
    }

    @Test
    void withOtherPlansThemesOrObjectivesItIsAnotherStructure() {
        Structure structure = Structure.of(model);
        assertThat(structure)
                .isNotEqualTo(Structure.of(World.small().model()))
                .isNotEqualTo(Structure.of(
                        World.small().objective("OBJ-2", "TH-1").plan("PLAN-2").model()))
                .isNotEqualTo("a structure");
    }

    @Test
    void anotherThemeAloneOrAContributionMoreIsAnotherStructure() {
        World two = World.small().objective("OBJ-2", "TH-1");
        assertThat(Structure.of(two.model())).isEqualTo(Structure.of(model));
        assertThat(Structure.of(World.small()
                        .objective("OBJ-2", "TH-1")
                        .theme("TH-2", "PLAN-1")
                        .model()))
                .isNotEqualTo(Structure.of(model));
        assertThat(Structure.of(two.contribution("OBJ-2", "OBJ-1", 1).model())).isNotEqualTo(Structure.of(model));
    }
}
