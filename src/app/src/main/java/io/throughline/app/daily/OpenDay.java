package io.throughline.app.daily;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Json;
import io.throughline.core.coverage.Coverage;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.orphans.OrphanScan;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plan's strategy covered of the open work at the end of a day.
 *
 * @param total in the plan's scope
 * @param projects its part in each project, by the key of that day
 * @param orphans how many there were of each kind of work that is listed
 */
public record OpenDay(Coverage total, Map<String, Coverage> projects, Map<OrphanKind, Integer> orphans) {
    /** What a scan found. */
    static OpenDay of(OrphanScan scan) {
        Map<OrphanKind, Integer> counts = new TreeMap<>();
        for (OrphanKind kind : OrphanKind.values()) {
            if (kind.isWork()) {
                int[] count = {0};
                scan.forEach(kind, at -> count[0]++);
                counts.put(kind, count[0]);
            }
        }
        return new OpenDay(scan.openWork().total(), scan.openWork().byProject(), counts);
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("total", json(total));
        ObjectNode byProject = json.putObject("projects");
        projects.forEach((key, part) -> byProject.set(key, json(part)));
        ObjectNode counts = json.putObject("orphans");
        orphans.forEach((kind, count) -> counts.put(kind.name(), count));
        return json;
    }

    private static ObjectNode json(Coverage part) {
        ObjectNode json = Json.object();
        json.set("aligned", Json.number(part.aligned()));
        json.set("orphan", Json.number(part.orphan()));
        json.set("exempt", Json.number(part.exempt()));
        return json.set("total", Json.number(part.total()));
    }

    /** What {@link #json} wrote; throws what a reader of broken JSON throws. */
    static OpenDay read(JsonNode json) {
        Map<String, Coverage> projects = new TreeMap<>();
        json.get("projects").properties().forEach(each -> projects.put(each.getKey(), part(each.getValue())));
        Map<OrphanKind, Integer> counts = new TreeMap<>();
        json.get("orphans")
                .properties()
                .forEach(each -> counts.put(
                        OrphanKind.valueOf(each.getKey()), each.getValue().intValue()));
        return new OpenDay(part(json.get("total")), projects, counts);
    }

    private static Coverage part(JsonNode json) {
        return new Coverage(
                json.get("total").doubleValue(),
                json.get("aligned").doubleValue(),
                json.get("orphan").doubleValue(),
                json.get("exempt").doubleValue());
    }
}
