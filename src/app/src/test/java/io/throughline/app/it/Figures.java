package io.throughline.app.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How numbers are written for people, a second reading of the rules: the reader's locale (English), percent whole, a KPI's
 * value and target with as many decimals as the finer of the two, at most two; and the figures that a text has.
 */
final class Figures {
    /** A key, a date (with a time), or a number (with a percent sign). */
    private static final Pattern FIGURE = Pattern.compile("[A-Z]{2,}-\\d+"
            + "|\\d{1,2} [A-Z][a-z]{2} \\d{4}(?:, \\d\\d:\\d\\d UTC)?"
            + "|-?\\d[\\d,]*(?:\\.\\d+)?(?: ?%)?");

    private Figures() {}

    /** All that a text has, in its order. */
    static List<String> in(String text) {
        return FIGURE.matcher(text.replace('\u00a0', ' ').replace('\u202f', ' '))
                .results()
                .map(MatchResult::group)
                .map(each -> each.endsWith(",") ? each.substring(0, each.length() - 1) : each)
                .toList();
    }

    static String percent(double ratio) {
        return grouped(BigDecimal.valueOf(ratio).movePointRight(2).setScale(0, RoundingMode.HALF_UP)) + "%";
    }

    /** With as many decimals as it has, at most so many. */
    static String number(double value, int most) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(most, RoundingMode.HALF_UP);
        return grouped(rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros());
    }

    static String fixed(double value, int digits) {
        return grouped(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP));
    }

    private static String grouped(BigDecimal value) {
        String[] parts = value.abs().toPlainString().split("\\.");
        StringBuilder whole = new StringBuilder(parts[0]);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            whole.insert(at, ',');
        }
        return (value.signum() < 0 ? "-" : "") + whole + (parts.length > 1 ? "." + parts[1] : "");
    }

    static String date(JsonNode day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US).format(LocalDate.parse(day.asText()));
    }

    static String instant(JsonNode at) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.US)
                .format(Instant.parse(at.asText()).atOffset(ZoneOffset.UTC));
    }

    /** Attainment, and what was expected; nothing without data. */
    static List<String> outcome(JsonNode node) {
        JsonNode outcome = node.path("outcome");
        List<String> figures = new ArrayList<>();
        if (outcome.path("attainment").isNumber()) {
            figures.add(percent(outcome.get("attainment").asDouble()));
            if (outcome.path("expected").isNumber()) {
                figures.add(percent(outcome.get("expected").asDouble()));
            }
        }
        return figures;
    }

    /** Progress, and what was expected; nothing without work. */
    static List<String> delivery(JsonNode node) {
        JsonNode delivery = node.path("delivery");
        List<String> figures = new ArrayList<>();
        if (delivery.path("progress").isNumber() && delivery.get("total").asDouble() > 0) {
            figures.add(percent(delivery.get("progress").asDouble()));
            if (delivery.path("expected").isNumber()) {
                figures.add(percent(delivery.get("expected").asDouble()));
            }
        }
        return figures;
    }

    /** {@code 5.5 of 18.5} as two figures; nothing without work. */
    static List<String> sizes(JsonNode node) {
        JsonNode delivery = node.path("delivery");
        return delivery(node).isEmpty()
                ? List.of()
                : List.of(
                        number(delivery.get("done").asDouble(), 1),
                        number(delivery.get("total").asDouble(), 1));
    }

    /** A KPI's newest value and its target or band, with a unit only if that is percent. */
    static List<String> measured(JsonNode kpi) {
        String unit = kpi.at("/unit/symbol").asText().equals("%") ? " %" : "";
        JsonNode actual = kpi.at("/actual/value");
        boolean banded = kpi.path("band").isObject();
        JsonNode aim = banded ? kpi.at("/band/low") : kpi.at("/target/value");
        int digits = Math.max(decimals(actual), decimals(aim));
        List<String> figures = new ArrayList<>();
        if (actual.isNumber()) {
            figures.add(fixed(actual.asDouble(), digits));
        }
        if (banded) {
            figures.add(number(aim.asDouble(), 2));
            figures.add(number(kpi.at("/band/high").asDouble(), 2) + unit);
        } else {
            figures.add(fixed(aim.asDouble(), digits) + unit);
        }
        return figures;
    }

    private static int decimals(JsonNode number) {
        return number.isNumber()
                ? Math.max(
                        0,
                        BigDecimal.valueOf(number.asDouble())
                                .setScale(2, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .scale())
                : 0;
    }
}
