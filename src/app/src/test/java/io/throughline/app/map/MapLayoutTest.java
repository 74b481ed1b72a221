package io.throughline.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.map.MapLayout.Band;
import io.throughline.app.map.MapLayout.Spot;
import io.throughline.app.map.MapStructure.Arrow;
import io.throughline.app.map.MapStructure.Card;
import io.throughline.core.strategy.Perspective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where cards and arrows stand. */
class MapLayoutTest {
    private static final double WIDTH = MapLayout.CARD_WIDTH;
    private static final double HEIGHT = MapLayout.CARD_HEIGHT;

    private final MapLayouts layouts = new MapLayouts();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noArrowCrossesACardAndNoTwoCardsOverlap(long seed) {
        Random random = new Random(seed);
        MapStructure plan = plan(random, 1 + random.nextInt(60), 1.1);

        MapLayout layout = layouts.of(plan);

        holds(plan, layout, "seed " + seed);
    }

    @Test
    void twoHundredObjectivesAreLaidOutToo() {
        MapStructure plan = plan(new Random(200), 200, 1.0);

        holds(plan, layouts.of(plan), "200 objectives");
    }

    @Test
    void circlesAndArrowsFromAboveAreDrawnLikeAnyOther() {
        MapStructure plan = new MapStructure(
                List.of(
                        new Card("A", Perspective.FINANCIAL),
                        new Card("B", Perspective.PROCESS),
                        new Card("C", Perspective.PROCESS),
                        new Card("D", Perspective.PROCESS)),
                List.of(
                        new Arrow(1, "A", "B"),
                        new Arrow(2, "B", "A"),
                        new Arrow(3, "B", "C"),
                        new Arrow(4, "C", "D"),
                        new Arrow(5, "D", "B")));

        MapLayout layout = layouts.of(plan);

        assertThat(layout.routes()).hasSize(5);
        holds(plan, layout, "circles");
    }

    @Test
    void effectsStandAboveCausesWhateverTheirBands() {
        MapStructure plan = new MapStructure(
                List.of(
                        new Card("top", Perspective.CUSTOMER),
                        new Card("middle", Perspective.CUSTOMER),
                        new Card("low", Perspective.CUSTOMER),
                        new Card("base", Perspective.LEARNING)),
                List.of(new Arrow(1, "middle", "top"), new Arrow(2, "low", "middle"), new Arrow(3, "base", "low")));

        MapLayout layout = layouts.of(plan);

        Map<String, Spot> cards = layout.cards();
        assertThat(List.of(
                        cards.get("top").y(),
                        cards.get("middle").y(),
                        cards.get("low").y(),
                        cards.get("base").y()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aLoneCauseStandsBesideItsEffectInTheSameBand() {
        MapStructure plan = new MapStructure(
                List.of(new Card("effect", Perspective.PROCESS), new Card("cause", Perspective.PROCESS)),
                List.of(new Arrow(7, "cause", "effect")));

        MapLayout layout = layouts.of(plan);

        List<Spot> route = layout.routes().get(7L);
        assertThat(route).hasSize(2);
        assertThat(route.get(0).y()).isEqualTo(route.get(1).y());
        assertThat(route.get(0).x() - route.get(1).x()).isEqualTo(34);
    }

    @Test
    void everyPerspectiveHasItsBandAlsoWithoutAnObjective() {
        MapLayout layout = layouts.of(new MapStructure(
                List.of(new Card("A", Perspective.CUSTOMER), new Card("B", Perspective.LEARNING)),
                List.of(new Arrow(1, "B", "A"))));

        assertThat(layout.bands()).extracting(Band::perspective).containsExactly(Perspective.values());
        assertThat(layouts.of(new MapStructure(List.of(), List.of())).bands()).hasSize(4);
    }

    @Test
    void theSameStructureIsTheSameMap() {
        MapStructure plan = plan(new Random(3), 40, 1);

        assertThat(new MapLayouts().of(plan)).isEqualTo(layouts.of(plan));
    }

    private static void holds(MapStructure plan, MapLayout layout, String name) {
        List<Spot> spots = new ArrayList<>(layout.cards().values());
        assertThat(spots).as(name).hasSameSizeAs(plan.cards());
        for (int i = 0; i < spots.size(); i++) {
            Spot one = spots.get(i);
            assertThat(one.x() >= 0 && one.x() + WIDTH <= layout.width() && one.y() + HEIGHT <= layout.height())
                    .as("%s: %s is on the map", name, one)
                    .isTrue();
            for (int j = i + 1; j < spots.size(); j++) {
                assertThat(apart(one, spots.get(j)))
                        .as("%s: %s and %s", name, one, spots.get(j))
                        .isTrue();
            }
        }
        for (Card card : plan.cards()) {
            Band band = layout.bands().get(card.perspective().ordinal());
            double y = layout.cards().get(card.key()).y();
            assertThat(y >= band.y() && y + HEIGHT <= band.y() + band.height())
                    .as("%s: %s is in %s", name, card, band)
                    .isTrue();
        }
        for (Arrow arrow : plan.arrows()) {
            checkRoute(plan, layout, arrow, name);
        }
    }

    private static void checkRoute(MapStructure plan, MapLayout layout, Arrow arrow, String name) {
        List<Spot> route = layout.routes().get(arrow.id());
        assertThat(route).as("%s: %s", name, arrow).hasSizeGreaterThanOrEqualTo(2);
        assertThat(touches(route.get(0), layout.cards().get(arrow.cause())))
                .as("%s: %s starts at its cause", name, arrow)
                .isTrue();
        assertThat(touches(route.get(route.size() - 1), layout.cards().get(arrow.effect())))
                .as("%s: %s ends at its effect", name, arrow)
                .isTrue();
        for (int i = 1; i < route.size(); i++) {
            Spot from = route.get(i - 1);
            Spot to = route.get(i);
            assertThat(Math.abs(from.x() - to.x()) < 0.01 || Math.abs(from.y() - to.y()) < 0.01)
                    .as("%s: %s is straight from %s to %s", name, arrow, from, to)
                    .isTrue();
            for (Card card : plan.cards()) {
                assertThat(crosses(from, to, layout.cards().get(card.key())))
                        .as("%s: %s crosses %s", name, arrow, card)
                        .isFalse();
            }
        }
    }

    private static boolean apart(Spot one, Spot other) {
        return Math.abs(one.x() - other.x()) >= WIDTH + 4 || Math.abs(one.y() - other.y()) >= HEIGHT + 4;
    }

    /** Whether a piece of an arrow runs through the inside of a card. */
    private static boolean crosses(Spot from, Spot to, Spot card) {
        double in = 0.5;
        return Math.max(from.x(), to.x()) > card.x() + in
                && Math.min(from.x(), to.x()) < card.x() + WIDTH - in
                && Math.max(from.y(), to.y()) > card.y() + in
                && Math.min(from.y(), to.y()) < card.y() + HEIGHT - in;
    }

    private static boolean touches(Spot end, Spot card) {
        boolean along = end.x() >= card.x() - 0.01 && end.x() <= card.x() + WIDTH + 0.01;
        boolean up = Math.abs(end.y() - card.y()) < 0.01 || Math.abs(end.y() - card.y() - HEIGHT) < 0.01;
        boolean side = Math.abs(end.x() - card.x()) < 0.01 || Math.abs(end.x() - card.x() - WIDTH) < 0.01;
        return along && (up || side);
    }

    /** Mostly upwards, as people draw them; some inside a band, and a few from above. */
    private static MapStructure plan(Random random, int objectives, double arrowsEach) {
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < objectives; i++) {
            cards.add(new Card("OBJ-" + i, Perspective.values()[random.nextInt(4)]));
        }
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < objectives * arrowsEach; i++) {
            Card cause = cards.get(random.nextInt(objectives));
            Card effect = cards.get(random.nextInt(objectives));
            boolean upwards = cause.perspective().compareTo(effect.perspective()) > 0;
            if (!cause.equals(effect) && (upwards || random.nextInt(4) == 0)) {
                arrows.add(new Arrow(i, cause.key(), effect.key()));
            }
        }
        return new MapStructure(cards, arrows);
    }
}
