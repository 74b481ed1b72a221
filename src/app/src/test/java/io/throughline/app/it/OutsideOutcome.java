package io.throughline.app.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** KPI figures and what they add up to, read from the words of the design and from the REST objects. */
final class OutsideOutcome {
    /** A KPI's or node's outcome by this reading. */
    record Outcome(Double attainment, Double pace, String health, double coverage) {}

    private record Part(double weight, Outcome outcome, boolean measured, boolean counts) {}

    private final Map<String, JsonNode> kpis;
    private final Map<String, List<JsonNode>> actuals;
    private final Map<String, JsonNode> objectives;
    private final List<JsonNode> contributions;
    private final LocalDate today;

    /** @param actuals by KPI, newest first */
    OutsideOutcome(
            Map<String, JsonNode> kpis,
            Map<String, List<JsonNode>> actuals,
            Map<String, JsonNode> objectives,
            List<JsonNode> contributions,
            LocalDate today) {
        this.kpis = kpis;
        this.actuals = actuals;
        this.objectives = objectives;
        this.contributions = contributions;
        this.today = today;
    }

    private JsonNode newest(String kpi) {
        List<JsonNode> all = actuals.getOrDefault(kpi, List.of());
        return all.isEmpty() ? null : all.get(0);
    }

    private boolean isStale(String key) {
        LocalDate period = LocalDate.parse(newest(key).get("period").asText());
        JsonNode target = kpis.get(key).get("target");
        if (!target.isNull()
                && !period.isBefore(LocalDate.parse(target.get("date").asText()))) {
            return false;
        }
        int days = switch (kpis.get(key).get("frequency").asText()) {
            case "WEEKLY" -> 10;
            case "MONTHLY" -> 45;
            default -> 136;
        };
        return today.isAfter(period.plusDays(days));
    }

    Outcome ofKpi(String key) {
        JsonNode kpi = kpis.get(key);
        JsonNode actual = newest(key);
        if (actual == null) {
            return new Outcome(null, null, "UNKNOWN", 0);
        }
        double value = actual.get("value").asDouble();
        boolean maintain = kpi.get("direction").asText().equals("MAINTAIN");
        double attainment = maintain ? inBand(kpi.get("band"), value) : alongLine(kpi, value);
        LocalDate period = LocalDate.parse(actual.get("period").asText());
        double pace = maintain ? attainment : pace(kpi, attainment, period);
        boolean stale = isStale(key);
        String health = stale ? "UNKNOWN" : pace >= 0.9 ? "GREEN" : pace >= 0.7 ? "AMBER" : "RED";
        return new Outcome(attainment, pace, health, stale ? 0 : 1);
    }

    private static double inBand(JsonNode band, double value) {
        double low = band.get("low").asDouble();
        double high = band.get("high").asDouble();
        double distance = Math.max(0, Math.max(low - value, value - high));
        return Math.max(0, 1 - distance / band.get("tolerance").asDouble());
    }

    private static double alongLine(JsonNode kpi, double value) {
        double baseline = kpi.at("/baseline/value").asDouble();
        return (value - baseline) / (kpi.at("/target/value").asDouble() - baseline);
    }

    private static double pace(JsonNode kpi, double attainment, LocalDate period) {
        LocalDate from = LocalDate.parse(kpi.at("/baseline/date").asText());
        LocalDate to = LocalDate.parse(kpi.at("/target/date").asText());
        long length = ChronoUnit.DAYS.between(from, to);
        if (ChronoUnit.DAYS.between(from, period) < 0.1 * length && attainment >= 0) {
            return 1;
        }
        double expected = expected(kpi, period);
        if (expected <= 0) {
            return attainment >= expected ? 1 : 0;
        }
        return attainment / expected;
    }

    private static double expected(JsonNode kpi, LocalDate at) {
        List<JsonNode> points = new ArrayList<>();
        points.add(kpi.get("baseline"));
        kpi.get("milestones").forEach(points::add);
        points.add(kpi.get("target"));
        for (int i = 1; i < points.size(); i++) {
            LocalDate left = LocalDate.parse(points.get(i - 1).get("date").asText());
            LocalDate right = LocalDate.parse(points.get(i).get("date").asText());
            if (!at.isAfter(right)) {
                double part =
                        Math.max(0, ChronoUnit.DAYS.between(left, at)) / (double) ChronoUnit.DAYS.between(left, right);
                double before = points.get(i - 1).get("value").asDouble();
                double value = before + part * (points.get(i).get("value").asDouble() - before);
                return alongLine(kpi, value);
            }
        }
        return 1;
    }

    Outcome ofObjective(String objective) {
        List<Part> parts = new ArrayList<>();
        boolean capped = false;
        for (JsonNode kpi : kpis.values()) {
            if (kpi.get("objective").asText().equals(objective)) {
                String key = kpi.get("key").asText();
                Outcome outcome = ofKpi(key);
                parts.add(new Part(kpi.get("weight").asDouble(), outcome, true, outcome.coverage() > 0));
                capped |= kpi.get("critical").asBoolean() && outcome.health().equals("RED");
            }
        }
        objectives.values().stream()
                .filter(each -> each.get("parent").asText("").equals(objective))
                .filter(each ->
                        List.of("ACTIVE", "ACHIEVED").contains(each.get("state").asText()))
                .forEach(each -> parts.add(child(each, each.get("weight").asDouble())));
        contributions.stream()
                .filter(each -> each.get("to").asText().equals(objective))
                .filter(each -> takesPart(objectives.get(each.get("from").asText())))
                .forEach(each -> parts.add(child(
                        objectives.get(each.get("from").asText()),
                        each.get("weight").asDouble())));
        return mean(parts, capped);
    }

    private static boolean takesPart(JsonNode objective) {
        return List.of("ACTIVE", "ACHIEVED").contains(objective.get("state").asText());
    }

    private Part child(JsonNode objective, double weight) {
        String key = objective.get("key").asText();
        return new Part(weight, ofObjective(key), hasKpi(key), true);
    }

    private boolean hasKpi(String objective) {
        return kpis.values().stream()
                        .anyMatch(kpi -> kpi.get("objective").asText().equals(objective))
                || objectives.values().stream()
                        .filter(each -> each.get("parent").asText("").equals(objective))
                        .anyMatch(each -> hasKpi(each.get("key").asText()));
    }

    private static Outcome mean(List<Part> parts, boolean capped) {
        double attainment = 0;
        double pace = 0;
        double weights = 0;
        double covered = 0;
        double measured = 0;
        for (Part part : parts) {
            Double value = part.outcome().attainment();
            if (value != null && part.counts()) {
                weights += part.weight();
                attainment += part.weight() * Math.max(0, Math.min(1, value));
                pace += part.weight() * Math.max(0, Math.min(1, part.outcome().pace()));
            }
            if (part.measured()) {
                measured += part.weight();
                covered += part.weight() * part.outcome().coverage();
            }
        }
        double coverage = measured == 0 ? 0 : covered / measured;
        if (weights == 0) {
            return new Outcome(null, null, "UNKNOWN", coverage);
        }
        double of = pace / weights;
        String health = coverage < 0.5 ? "UNKNOWN" : of >= 0.9 ? "GREEN" : of >= 0.7 ? "AMBER" : "RED";
        return new Outcome(attainment / weights, of, capped && health.equals("GREEN") ? "AMBER" : health, coverage);
    }
}
