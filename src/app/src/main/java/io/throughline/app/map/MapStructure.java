package io.throughline.app.map;

import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.StrategyModel;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a layout follows from: which objectives, in which perspective, and which arrows between them. Names and numbers
 * are not in it, so a layout stays while they change.
 *
 * @param cards in the order of the plan
 * @param arrows by id
 */
public record MapStructure(List<Card> cards, List<Arrow> arrows) {
    /** One objective. */
    public record Card(String key, Perspective perspective) {}

    /** What helps to reach what. */
    public record Arrow(long id, String cause, String effect) {}

    /** What takes part in a plan, and the arrows that stay in it. */
    public static MapStructure of(StrategyModel model, String plan) {
        List<Card> cards = model.objectivesIn(plan).stream()
                .filter(objective -> objective.state().takesPart())
                .map(objective -> new Card(objective.key(), objective.perspective()))
                .toList();
        Set<String> keys = cards.stream().map(Card::key).collect(Collectors.toSet());
        List<Arrow> arrows = model.causes().stream()
                .filter(cause -> keys.contains(cause.cause()) && keys.contains(cause.effect()))
                .sorted(Comparator.comparingLong(Cause::id))
                .map(cause -> new Arrow(cause.id(), cause.cause(), cause.effect()))
                .toList();
        return new MapStructure(cards, arrows);
    }
}
