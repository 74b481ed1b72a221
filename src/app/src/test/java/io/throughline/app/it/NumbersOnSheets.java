package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The five macros that are sheets of figures and tables, held against REST like {@link NumbersOnPage}. */
final class NumbersOnSheets extends NumbersOnPage {
    private static final Map<String, String> KINDS = Map.of(
            "Projects", "PROJECT",
            "Epics and above", "EPIC",
            "Epics, partly orphan", "PARTIAL",
            "Issues without an epic", "ISSUE",
            "Dead links", "DEAD_LINK",
            "Objectives without work", "UNSUPPORTED_OBJECTIVE",
            "Objectives without a KPI", "UNMEASURED_OBJECTIVE",
            "KPIs without an objective", "ORPHAN_KPI",
            "Stale KPIs", "STALE_KPI",
            "Without an active owner", "UNOWNED");

    NumbersOnSheets(Caller jira, String asOf) throws Exception {
        super(jira, asOf);
    }

    private void totals(Element card, JsonNode node) {
        Elements totals = card.select(".tl-sheet-total");
        check("outcome", totals.get(0), Figures.outcome(node));
        if (totals.size() > 1) {
            check("delivery", totals.get(1), Figures.delivery(node));
        }
    }

    private static Map<String, Element> facts(Element card) {
        Map<String, Element> facts = new HashMap<>();
        card.select(".tl-sheet-facts div")
                .forEach(each -> facts.put(each.select("dt").text(), each));
        return facts;
    }

    void objective(Element card) {
        JsonNode node = node(card.select(".tl-sheet-title a").text());
        totals(card, node);
        Map<String, Element> facts = facts(card);
        check("due", facts.get("Due"), List.of(Figures.date(due(node.get("name").asText()))));
        check("work", facts.get("Work done"), Figures.sizes(node));
        JsonNode forecast = node.at("/delivery/forecast");
        check(
                "forecast",
                facts.get("Forecast"),
                forecast.has("p50")
                        ? List.of(Figures.date(forecast.get("p50")), "50%", Figures.date(forecast.get("p85")), "85%")
                        : Figures.in(forecast.get("reason").asText()));
        Elements rows = card.select("tbody tr");
        assertThat(rows).hasSameSizeAs(node.get("kpis"));
        for (Element row : rows) {
            JsonNode kpi = node(row.select("a").text());
            Elements cells = row.select("td");
            check("measured", cells.get(1), both(Figures.measured(kpi), List.of(Figures.date(kpi.at("/target/date")))));
            check("outcome", cells.get(2), Figures.outcome(kpi));
            check("period", cells.get(3), List.of(Figures.date(kpi.at("/actual/period"))));
        }
        end("objective", card);
    }

    void kpi(Element card) throws Exception {
        JsonNode kpi = node(card.select(".tl-sheet-title a").text());
        String key = kpi.get("key").asText();
        String period = Figures.date(kpi.at("/actual/period"));
        check("newest", card.selectFirst(".tl-sheet-figure"), both(Figures.measured(kpi), List.of(period)));
        totals(card, kpi);
        JsonNode answer = get("/kpis/" + key + "/card?" + asOf);
        JsonNode expected = answer.get("expected");
        check(
                "expected",
                facts(card).get("Expected"),
                List.of(
                        Figures.number(expected.get("value").asDouble(), 2) + " %",
                        Figures.date(expected.get("date"))));
        JsonNode forecast = answer.get("forecast");
        check(
                "forecast",
                facts(card).entrySet().stream()
                        .filter(each -> each.getKey().startsWith("Forecast"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(),
                forecast.has("to")
                        ? List.of(
                                forecast.get("values").asText(),
                                Figures.number(forecast.at("/to/value").asDouble(), 2) + " %",
                                Figures.date(forecast.at("/to/date")))
                        : Figures.in(forecast.get("reason").asText()));
        String newest = Figures.number(kpi.at("/actual/value").asDouble(), 2) + " %";
        check("chart", card.select("svg").attr("aria-label"), List.of(newest));
        assertThat(card.select("svg text").eachText()).contains(newest);
        Elements tables = card.select("table");
        Elements line = tables.get(0).select("tbody tr");
        for (String point : List.of("baseline", "target")) {
            Element row = point.equals("baseline") ? line.first() : line.last();
            check(
                    point,
                    row,
                    List.of(
                            Figures.date(kpi.at("/" + point + "/date")),
                            Figures.number(kpi.at("/" + point + "/value").asDouble(), 4) + " %"));
        }
        JsonNode values = get("/kpis/" + key + "/actuals").get("values");
        Elements rows = tables.get(1).select("tbody tr");
        assertThat(rows).hasSameSizeAs(values);
        for (int at = 0; at < rows.size(); at++) {
            JsonNode value = values.get(at);
            check(
                    "value",
                    rows.get(at),
                    List.of(
                            Figures.date(value.get("period")),
                            Figures.number(value.get("value").asDouble(), 4) + " %",
                            Figures.percent(value.get("attainment").asDouble())));
        }
        end("kpi", card);
    }

    void health(Element card, String since) {
        totals(card, tree);
        Map<String, Integer> signals = new HashMap<>();
        byName.forEach((name, node) -> {
            if (node.path("key").asText().startsWith("OBJ-") && !node.has("from")) {
                signals.merge(node.at("/signal/kind").asText(), 1, Integer::sum);
            }
        });
        int all = signals.values().stream().mapToInt(Integer::intValue).sum();
        check("objectives", card.select(".tl-sheet-heading").get(0), List.of("" + all));
        for (Element row : card.selectFirst("table").select("tbody tr")) {
            String kind = row.select(".tl-signal").text().toUpperCase();
            check(kind, row, List.of("" + signals.getOrDefault(kind, 0)));
        }
        String day = Figures.date(Caller.JSON.getNodeFactory().textNode(since));
        check("since", card.select(".tl-sheet-heading"), List.of(day));
        check("nothing before", card.select(".tl-sheet-empty"), List.of(day));
        end("health", card);
    }

    void orphans(Element card) throws Exception {
        JsonNode open = get("/coverage?plan=PLAN-1").get("open");
        double total = open.get("total").asDouble();
        for (String part : List.of("aligned", "orphan", "exempt")) {
            double size = open.get(part).asDouble();
            check(
                    part,
                    card.selectFirst(".tl-part-" + part),
                    List.of(Figures.fixed(100 * size / total, 1) + "%", Figures.number(size, 1)));
        }
        check("total", card.selectFirst(".tl-sheet-figure:not([class*=part])"), List.of(Figures.number(total, 1)));
        JsonNode orphans = get("/orphans?plan=PLAN-1&limit=200").get("values");
        Map<String, double[]> kinds = new HashMap<>();
        for (JsonNode each : orphans) {
            double[] sum = kinds.computeIfAbsent(each.get("kind").asText(), kind -> new double[2]);
            sum[0]++;
            sum[1] += each.get("openSize").asDouble();
        }
        Elements tables = card.select("table");
        Elements rows = tables.get(0).select("tbody tr");
        assertThat(rows).hasSameSizeAs(kinds.keySet());
        for (Element row : rows) {
            double[] sum = kinds.get(KINDS.get(row.select("td").first().text()));
            check(row.text(), row, List.of(Figures.number(sum[0], 0), Figures.number(sum[1], 1)));
        }
        Elements largest = tables.get(1).select("tbody tr");
        JsonNode listed =
                get("/orphans?plan=PLAN-1&kind=EPIC,ISSUE&sort=SIZE&limit=5").get("values");
        assertThat(largest).hasSameSizeAs(listed);
        for (int at = 0; at < largest.size(); at++) {
            JsonNode row = listed.get(at);
            check(
                    "largest",
                    largest.get(at),
                    List.of(
                            row.get("ref").asText(),
                            Figures.number(row.get("openSize").asDouble(), 1),
                            row.get("age").asText()));
        }
        end("orphans", card);
    }

    void changes(Element card, String from) throws Exception {
        JsonNode answer = get("/plans/PLAN-1/changes?limit=200&from=" + from);
        Elements rows = card.select("tbody tr");
        int at = 0;
        for (JsonNode each : answer.get("values")) {
            if (at == rows.size()) {
                break; // so many as the macro shows; the rest is told below the table
            }
            List<String> wanted = new ArrayList<>(List.of(Figures.instant(each.get("at"))));
            if (each.path("period").isTextual()) {
                wanted.add(Figures.date(each.get("period")));
            }
            wanted.addAll(Figures.in(each.path("name").asText()));
            each.get("fields").forEach(field -> {
                add(field.get("was"), wanted);
                add(field.get("is"), wanted);
            });
            check(each.toString(), rows.get(at++), wanted);
        }
        assertThat(at).isGreaterThan(20);
        card.select(".tl-sheet-title small, .tl-sheet-rest").remove(); // from when to when, and how many more
        end("changes", card);
    }

    private static void add(JsonNode value, List<String> into) {
        if (value == null || value.isNull()) {
            return;
        }
        if (value.isNumber()) {
            into.add(Figures.number(value.asDouble(), 4));
        } else if (value.asText().matches("\\d{4}-\\d\\d-\\d\\d")) {
            into.add(Figures.date(value));
        } else {
            value.forEach(each -> add(each, into));
            into.addAll(Figures.in(value.asText()));
        }
    }

    @Override
    List<String> notes(String what) {
        return switch (what) {
            case "objective" -> counts(node("Trains arrive when we said"));
            case "kpi" -> counts(node("Punctuality"));
            case "health" -> counts(tree);
            case "orphans", "changes" -> List.of();
            default -> super.notes(what);
        };
    }
}
