package io.throughline.app.confluence.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.drawing.Health;
import io.throughline.app.confluence.macro.AnswerFields;
import java.util.OptionalDouble;

/**
 * The numbers behind the two bars of a node, for drawings. What is not known is empty, and nothing is computed but the
 * share of what is in progress, which answers give as a size.
 */
public record Bars(
        Health outcome,
        OptionalDouble attainment,
        OptionalDouble outcomeExpected,
        Health delivery,
        OptionalDouble progress,
        double started,
        OptionalDouble deliveryExpected) {
    static Bars of(JsonNode node) {
        JsonNode outcome = node.path("outcome");
        JsonNode delivery = node.path("delivery");
        double total = delivery.path("total").asDouble();
        boolean worked = total > 0;
        return new Bars(
                Health.ofOutcome(outcome.path("health").asText()),
                known(outcome, "attainment"),
                known(outcome, "expected"),
                Health.ofDelivery(delivery.path("health").asText()),
                worked ? known(delivery, "progress") : OptionalDouble.empty(),
                worked ? delivery.path("inProgress").asDouble() / total : 0,
                known(delivery, "expected"));
    }

    private static OptionalDouble known(JsonNode json, String field) {
        Double number = AnswerFields.number(json, field);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
