package io.throughline.app.daily;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.BlockJson;
import io.throughline.app.store.Json;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.Forecast;
import io.throughline.core.delivery.RecordedDeliveries;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.PlanOutline;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a plan: the deliveries of all nodes and links with their forecasts, and each node's and KPI's
 * attainment and pace for charts. JSON, packed: {@code {"nodes":{"OBJ-1":{"delivery","forecast","attainment","pace"}},
 * "links":{"17":{…}},"open":{"total","projects","orphans"}}}; records of before 22 November 2026 have no {@code open}.
 */
final class DayDocument {
    /** No plan is that large; a text from elsewhere might be made to unpack without end. */
    private static final int MOST_BYTES = 200_000_000;

    /** Reads one node out of the middle. */
    private static final ObjectReader ONE =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private DayDocument() {}

    /** Records a plan. */
    static String of(StrategyModel model, PlanScore score, OpenDay open) {
        ObjectNode json = Json.object();
        ObjectNode nodes = json.putObject("nodes");
        ObjectNode links = json.putObject("links");
        PlanOutline outline = PlanOutline.of(model, score.plan()).orElseThrow();
        for (PlanOutline.Node node : outline.nodes()) {
            ObjectNode each = withOutcome(nodes.putObject(node.key()), score.outcome(node.key()));
            each.set("delivery", BlockJson.write(score.delivery(node.key())));
            each.set("forecast", BlockJson.write(score.forecast(node.key())));
            for (WorkLink link : model.linksOf(node.key())) {
                links.set("" + link.id(), BlockJson.write(score.delivery(link.id())));
            }
        }
        for (Objective objective : model.objectivesIn(score.plan())) {
            for (Kpi kpi : model.kpisOf(objective.key())) {
                withOutcome(nodes.putObject(kpi.key()), score.outcome(kpi.key()));
            }
        }
        json.set("open", open.json());
        return pack(Json.write(json));
    }

    /** What was covered on that day; empty in a record that is older than the question. */
    static Optional<OpenDay> open(DayRecord record) {
        ObjectNode json = Json.read(unpack(record.document()));
        return json.has("open") ? Optional.of(OpenDay.read(json.get("open"))) : Optional.empty();
    }

    private static ObjectNode withOutcome(ObjectNode node, OutcomeBlock outcome) {
        node.set("attainment", Json.number(outcome.attainment()));
        node.set("pace", Json.number(outcome.pace()));
        return node;
    }

    /** The recorded deliveries of all nodes and links. */
    static RecordedDeliveries deliveries(DayRecord record) {
        return deliveries(Json.read(unpack(record.document())));
    }

    private static RecordedDeliveries deliveries(ObjectNode json) {
        Map<String, DeliveryBlock> nodes = new HashMap<>();
        Map<String, Forecast> forecasts = new HashMap<>();
        Map<Long, DeliveryBlock> links = new HashMap<>();
        json.get("nodes").properties().forEach(node -> {
            if (node.getValue().has("delivery")) {
                nodes.put(node.getKey(), BlockJson.delivery(node.getValue().get("delivery")));
                forecasts.put(node.getKey(), BlockJson.forecast(node.getValue().get("forecast")));
            }
        });
        json.get("links")
                .properties()
                .forEach(link -> links.put(Long.valueOf(link.getKey()), BlockJson.delivery(link.getValue())));
        return new RecordedDeliveries(nodes, forecasts, links);
    }

    /** Whether a text is a recorded day; it may come from anywhere. */
    static boolean isReadable(String document) {
        try {
            ObjectNode json = Json.read(unpack(document));
            deliveries(json);
            boolean hasOpen = json.has("open");
            if (hasOpen) {
                OpenDay.read(json.get("open"));
            }
            return json.get("nodes").isObject() && json.size() == (hasOpen ? 3 : 2);
        } catch (IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | UncheckedIOException e) {
            // whoever writes such a text need not write one that is well formed
            return false;
        }
    }

    /** What was recorded of one node or KPI, without reading the others; empty for one that was not there. */
    static Optional<Point> point(DayRecord record, String key) {
        try (JsonParser parser = Json.MAPPER.createParser(unpack(record.document()))) {
            parser.nextToken();
            parser.nextToken();
            parser.nextToken(); // into "nodes"
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(key);
                parser.nextToken();
                if (found) {
                    return Optional.of(point(ONE.readTree(parser)));
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a recorded day cannot be read", e);
        }
    }

    /**
     * The numbers of one node on one day.
     *
     * @param delivery null for a KPI
     */
    record Point(
            @Nullable Double attainment,
            @Nullable Double pace,
            @Nullable DeliveryBlock delivery) {}

    private static Point point(JsonNode node) {
        return new Point(
                number(node.path("attainment")),
                number(node.path("pace")),
                node.has("delivery") ? BlockJson.delivery(node.get("delivery")) : null);
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? (Double) value.doubleValue() : null;
    }

    private static String pack(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always writable", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String unpack(String document) {
        byte[] bytes = Base64.getDecoder().decode(document);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] json = in.readNBytes(MOST_BYTES + 1);
            if (json.length > MOST_BYTES) {
                throw new IllegalStateException("a recorded day has more than " + MOST_BYTES + " bytes");
            }
            return new String(json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a recorded day cannot be unpacked", e);
        }
    }
}
