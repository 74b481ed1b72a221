package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.throughline.app.access.People.Person;
import io.throughline.app.store.Json;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The KPIs of trees as the text they were written as last: most of a large tree is KPIs, and a change leaves nearly all of
 * them as they were. A kept text is used only while all that it says is the same.
 */
@JiraComponent
public final class KpiRows {
    /** With a kilobyte or two each. */
    private static final int MOST = 10_000;

    /** What a text says: the strategy's objects are never changed, so the same object is the same content. */
    private record Said(Kpi kpi, List<Actual> actuals, OutcomeBlock outcome, Optional<Person> owner) {
        boolean isStill(Said now) {
            return kpi == now.kpi && actuals == now.actuals && outcome.equals(now.outcome) && owner.equals(now.owner);
        }
    }

    private record Row(Said said, JsonNode json) {}

    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    @Inject
    public KpiRows() {}

    /**
     * One KPI with its newest actual, trend and outcome.
     *
     * @param actuals its own, as the strategy holds them
     * @param write makes it anew
     * @return to be written only: fields cannot be read from it
     */
    JsonNode row(
            Kpi kpi, List<Actual> actuals, OutcomeBlock outcome, Optional<Person> owner, Supplier<ObjectNode> write) {
        if (kpi.source() instanceof KpiSource.Jql) {
            return write.get(); // whether its query is shown is another matter for each reader
        }
        Said now = new Said(kpi, actuals, outcome, owner);
        Row known = rows.get(kpi.key());
        if (known != null && known.said().isStill(now)) {
            return known.json();
        }
        if (rows.size() >= MOST) {
            rows.clear();
        }
        JsonNode json =
                JsonNodeFactory.instance.rawValueNode(new RawValue(new SerializedString(Json.write(write.get()))));
        rows.put(kpi.key(), new Row(now, json));
        return json;
    }
}
