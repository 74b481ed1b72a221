package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.web.Csv;
import io.throughline.app.web.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tree and scorecard as sheets. Made of the same answers that the pages read, so that a sheet can never say more than
 * they do: hidden work has no name here either.
 */
final class PlanCsv {
    private static final List<String> NUMBERS = List.of(
            "outcome.attainment",
            "outcome.pace",
            "outcome.health",
            "delivery.progress",
            "delivery.schedule",
            "delivery.health",
            "delivery.total",
            "delivery.done",
            "delivery.items",
            "delivery.hidden",
            "signal.kind");

    private final Csv csv;
    private final Language language;

    PlanCsv(Language language) {
        this.language = language;
        csv = new Csv(language.locale());
    }

    /** One line for each node, parents before children; depth says how deep. */
    String tree(JsonNode plan) {
        header(List.of("depth", "kind", "key", "name", "owner", "state", "weight", "start", "due", "actual", "period"));
        node(plan, 0, "plan");
        for (JsonNode theme : plan.path("themes")) {
            node(theme, 1, "theme");
            theme.path("objectives").forEach(each -> objective(each, 2));
        }
        return csv.toString();
    }

    private void objective(JsonNode objective, int depth) {
        node(objective, depth, "objective");
        objective.path("objectives").forEach(each -> objective(each, depth + 1));
        objective.path("kpis").forEach(each -> node(each, depth + 1, "kpi"));
        objective.path("links").forEach(each -> node(each, depth + 1, "link"));
    }

    private void node(JsonNode node, int depth, String kind) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(depth, word(kind)));
        boolean isLink = kind.equals("link");
        cells.add(isLink ? node.path("id").asText() : text(node, "key"));
        cells.add(isLink ? target(node.path("target")) : text(node, "name"));
        cells.add(owner(text(node, "ownerName"), node.path("ownerActive")));
        cells.add(text(node, "state"));
        cells.add(cell(node.path("weight")));
        cells.add(text(node, "start"));
        cells.add(node.hasNonNull("due") ? text(node, "due") : text(node, "end"));
        cells.add(cell(node.at("/actual/value")));
        cells.add(cell(node.at("/actual/period")));
        numbers(node, cells);
        csv.line(cells);
    }

    private String target(JsonNode target) {
        if (target.path("hidden").booleanValue()) {
            return word("hidden");
        }
        String ref = target.path("ref").asText();
        return target.hasNonNull("title") ? ref + " " + target.get("title").asText() : ref;
    }

    /** One line for each row and KPI of the scorecard. */
    String scorecard(JsonNode card) {
        header(List.of("group", "kind", "key", "name", "owner", "state", "due", "actual", "target", "period"));
        for (JsonNode group : card.path("groups")) {
            for (JsonNode row : group.path("rows")) {
                row(text(group, "name"), "objective", row);
                row.path("kpis").forEach(kpi -> row(text(group, "name"), "kpi", kpi));
            }
        }
        return csv.toString();
    }

    private void row(@Nullable String group, String kind, JsonNode row) {
        List<@Nullable Object> cells = new ArrayList<>();
        Collections.addAll(cells, group, word(kind), text(row, "key"), text(row, "name"));
        JsonNode owner = row.path("owner");
        cells.add(owner.isObject() ? owner(text(owner, "name"), owner.path("active")) : kpiOwner(row));
        Collections.addAll(cells, text(row, "state"), text(row, "due"));
        cells.add(cell(row.at("/actual/value")));
        cells.add(cell(row.at("/target/value")));
        cells.add(cell(row.at("/actual/period")));
        numbers(row, cells);
        csv.line(cells);
    }

    private @Nullable String kpiOwner(JsonNode kpi) {
        return owner(text(kpi, "ownerName"), kpi.path("ownerActive"));
    }

    /** Who left or is deactivated owns nothing any more, and says so. */
    private @Nullable String owner(@Nullable String name, JsonNode active) {
        boolean isGone = name != null && !active.asBoolean(true);
        return isGone ? language.text("throughline.csv.owner.inactive", name) : name;
    }

    private void numbers(JsonNode node, List<@Nullable Object> cells) {
        NUMBERS.forEach(path -> cells.add(cell(node.at("/" + path.replace('.', '/')))));
    }

    private void header(List<String> first) {
        csv.line(Stream.concat(first.stream(), NUMBERS.stream()).map(this::word).toList());
    }

    private String word(String column) {
        return language.text("throughline.csv." + column);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static @Nullable Object cell(JsonNode value) {
        return value.isNumber() ? value.numberValue() : value.textValue();
    }
}
