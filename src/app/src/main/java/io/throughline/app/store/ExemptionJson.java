package io.throughline.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.strategy.Exemption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Exemptions as the change log and an export write them. */
public final class ExemptionJson {
    private ExemptionJson() {}

    public static ObjectNode write(Exemption exemption) {
        ObjectNode json = Json.object().put("id", exemption.id());
        json.put("kind", exemption.kind().name()).put("ref", exemption.ref());
        json.put("target", exemption.target()).put("reason", exemption.reason());
        json.put("author", exemption.author())
                .put("created", exemption.created().toString());
        return json.put("expires", StrategyJson.day(exemption.expires())).put("version", exemption.version());
    }

    static Exemption read(JsonNode json) {
        JsonNode target = json.path("target");
        String expires = json.path("expires").textValue();
        return new Exemption(
                json.get("id").longValue(),
                Exemption.Kind.valueOf(json.get("kind").textValue()),
                json.get("ref").textValue(),
                target.isNumber() ? target.longValue() : null,
                json.get("reason").textValue(),
                json.get("author").textValue(),
                Instant.parse(json.get("created").textValue()),
                expires == null ? null : LocalDate.parse(expires),
                json.get("version").longValue());
    }

    static ObjectNode write(ExemptionBatch batch) {
        ObjectNode json = Json.object().put("id", batch.id());
        ArrayNode exemptions = json.putArray("exemptions");
        batch.exemptions().forEach(exemptions::add);
        return json.put("undone", batch.undone()).put("version", batch.version());
    }

    static ExemptionBatch batch(JsonNode json) {
        List<Long> exemptions = new ArrayList<>();
        json.get("exemptions").forEach(each -> exemptions.add(each.longValue()));
        return new ExemptionBatch(
                json.get("id").longValue(),
                exemptions,
                json.get("undone").booleanValue(),
                json.get("version").longValue());
    }
}
