package io.throughline.app.confluence.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.drawing.Canvas;
import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.drawing.Health;
import io.throughline.app.confluence.drawing.Ink;
import io.throughline.app.confluence.drawing.Lettering;
import io.throughline.app.confluence.drawing.Point;
import io.throughline.app.confluence.drawing.Style;
import io.throughline.app.confluence.drawing.Symbols;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.sheet.AnswerReader;
import io.throughline.app.confluence.sheet.KpiFigures;
import io.throughline.app.web.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a KPI over time, the line or band that they should follow, milestones and target, and the gap between the
 * newest value and what the line says for its period. It draws numbers of Jira's and computes places only.
 */
final class KpiChart {
    private static final double LEFT = 68;
    private static final double RIGHT = 24;
    private static final double TOP = 24;
    private static final double BOTTOM = 28;
    private static final int GRID = 4;
    private static final Lettering AXIS = Lettering.of(12, 400, Ink.SECONDARY);
    private static final Lettering LABEL = Lettering.of(12, 600, Ink.TEXT);

    /** How large it is drawn: a drawing that shrinks to a phone's width has letters that nobody can read. */
    enum Format {
        /** For a page, and for paper. */
        WIDE(640, 240, 4),
        /** For less than 640 px. */
        NARROW(310, 220, 2);

        private final double width;
        private final double height;
        private final int ticks;

        Format(double width, double height, int ticks) {
            this.width = width;
            this.height = height;
            this.ticks = ticks;
        }
    }

    private final JsonNode json;
    private final AnswerReader answer;
    private final KpiFigures figures;
    private final Language language;
    private final List<Dated> line;
    private final List<Dated> values;
    private final @Nullable Double low;
    private final @Nullable Double high;
    private final List<Dated> forecast;
    private final Format format;

    /** A value on a day. */
    private record Dated(LocalDate day, double value, String what) {}

    KpiChart(AnswerReader answer, KpiFigures figures, Format format) {
        this.format = format;
        this.answer = answer;
        this.json = answer.json();
        this.figures = figures;
        this.language = answer.language();
        this.line = points(json.path("line"), "date");
        this.values = points(json.path("values"), "period");
        this.low = AnswerFields.number(json.path("kpi").path("band"), "low");
        this.high = AnswerFields.number(json.path("kpi").path("band"), "high");
        this.forecast = new ArrayList<>();
        for (String end : List.of("from", "to")) {
            Double value = AnswerFields.number(json.path("forecast").path(end), "value");
            if (value != null) {
                forecast.add(new Dated(AnswerFields.day(json.path("forecast").path(end), "date"), value, ""));
            }
        }
    }

    private static List<Dated> points(JsonNode list, String field) {
        List<Dated> points = new ArrayList<>();
        for (JsonNode each : list) {
            Double value = AnswerFields.number(each, "value");
            if (value != null) {
                points.add(new Dated(AnswerFields.day(each, field), value, AnswerFields.optional(each, "what")));
            }
        }
        return points;
    }

    /** @return empty when there are not two days to draw between */
    Optional<Drawing> drawing() {
        List<Dated> all = new ArrayList<>(line);
        all.addAll(values);
        all.addAll(forecast);
        long days = all.stream().map(Dated::day).distinct().count();
        if (days < 2) {
            return Optional.empty();
        }
        Scale scale = scale(all);
        Canvas canvas = new Canvas();
        drawAxes(canvas, scale);
        if (low != null && high != null) {
            canvas.box(
                    LEFT,
                    scale.y(high),
                    format.width - LEFT - RIGHT,
                    scale.y(low) - scale.y(high),
                    0,
                    Style.filled(Ink.GOOD_FILL));
        }
        drawLine(canvas, scale);
        drawForecast(canvas, scale);
        drawValues(canvas, scale);
        String name = AnswerFields.text(json.path("kpi"), "name");
        String newest = values.isEmpty() ? "\u2013" : figures.withUnit(newest().value());
        return Optional.of(canvas.drawing(
                format.width, format.height, language.text("throughline.chart.outcome", name, newest), ""));
    }

    private Dated newest() {
        return values.get(values.size() - 1);
    }

    /** From days and values to places. */
    private record Scale(Format format, long firstDay, long lastDay, double least, double most) {
        double x(LocalDate day) {
            return LEFT
                    + (format.width - LEFT - RIGHT) * (day.toEpochDay() - firstDay) / Math.max(1.0, lastDay - firstDay);
        }

        double y(double value) {
            return format.height - BOTTOM - (format.height - TOP - BOTTOM) * (value - least) / (most - least);
        }
    }

    private Scale scale(List<Dated> all) {
        List<Double> values = new ArrayList<>(all.stream().map(Dated::value).toList());
        if (low != null && high != null) {
            values.add(low);
            values.add(high);
        }
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double air = (most > least ? most - least : Math.max(1, Math.abs(most))) * 0.1;
        return new Scale(
                format,
                all.stream().mapToLong(each -> each.day().toEpochDay()).min().orElseThrow(),
                all.stream().mapToLong(each -> each.day().toEpochDay()).max().orElseThrow(),
                least - air,
                most + air);
    }

    private void drawAxes(Canvas canvas, Scale scale) {
        double step = step((scale.most() - scale.least()) / GRID);
        double first = Math.ceil(scale.least() / step) * step;
        // counted, and not added up: beside a value of fifteen digits a small step is lost, and there would be no end
        for (int i = 0; i <= GRID && first + i * step <= scale.most(); i++) {
            double at = first + i * step;
            double y = scale.y(at);
            canvas.line(LEFT, y, format.width - RIGHT, y, Style.stroked(Ink.LINE, 1));
            canvas.text(LEFT - 8, y + 4, language.brief(at), AXIS.anchored(Lettering.Anchor.RIGHT));
        }
        for (int tick = 0; tick <= format.ticks; tick++) {
            LocalDate day =
                    LocalDate.ofEpochDay(scale.firstDay() + (scale.lastDay() - scale.firstDay()) * tick / format.ticks);
            Lettering.Anchor anchor = tick == 0
                    ? Lettering.Anchor.LEFT
                    : tick == format.ticks ? Lettering.Anchor.RIGHT : Lettering.Anchor.MIDDLE;
            canvas.text(scale.x(day), format.height - 8, language.date(day), AXIS.anchored(anchor));
        }
    }

    /** 1, 2 or 5 times a power of ten: what people count in. */
    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    private void drawLine(Canvas canvas, Scale scale) {
        canvas.polyline(places(line, scale), 0, Style.stroked(Ink.LINE_BOLD, 1.5));
        for (Dated each : line) {
            double x = scale.x(each.day());
            double y = scale.y(each.value());
            if (each.what().equals("MILESTONE")) {
                canvas.polygon(
                        List.of(new Point(x, y - 5), new Point(x + 5, y), new Point(x, y + 5), new Point(x - 5, y)),
                        new Style(Ink.GROUND, Ink.LINE_BOLD, 1.5, Style.Dash.SOLID));
                canvas.text(x - 8, y - 6, language.number(each.value(), 2), AXIS.anchored(Lettering.Anchor.RIGHT));
            } else if (each.what().equals("TARGET")) {
                canvas.circle(x, y, 4, new Style(Ink.GROUND, Ink.TEXT, 2, Style.Dash.SOLID));
                String words = language.text("throughline.chart.target", figures.withUnit(each.value()));
                boolean near =
                        forecast.size() == 2 && Math.abs(scale.y(forecast.get(1).value()) - y) < 26;
                boolean above = near ? !isForecastAbove(scale) : line.get(0).value() <= each.value();
                canvas.text(x - 4, y + beside(above), words, LABEL.anchored(Lettering.Anchor.RIGHT));
            }
        }
    }

    /** Dashed as what has not happened, and in the colour of what has. */
    private void drawForecast(Canvas canvas, Scale scale) {
        if (forecast.size() < 2) {
            return;
        }
        canvas.polyline(places(forecast, scale), 0, Style.stroked(Ink.TEXT, 1.5).dashed(Style.Dash.DASHED));
        Dated end = forecast.get(1);
        double x = scale.x(end.day());
        double y = scale.y(end.value());
        canvas.circle(x, y, 3, new Style(Ink.GROUND, Ink.TEXT, 1.5, Style.Dash.SOLID));
        String words = language.text("throughline.kpi.forecast.short") + " " + figures.withUnit(end.value());
        canvas.text(x - 4, y + besideForecast(scale), words, LABEL.anchored(Lettering.Anchor.RIGHT));
    }

    /** Where a label stands by its point: above it, or below. */
    private static double beside(boolean above) {
        return above ? -10 : 18;
    }

    /** Farther off where the line comes from the label's side. */
    private double besideForecast(Scale scale) {
        boolean above = isForecastAbove(scale);
        boolean rises =
                scale.y(forecast.get(1).value()) <= scale.y(forecast.get(0).value());
        return beside(above) + (above == rises ? 0 : above ? -14 : 14);
    }

    /** On the side from which no line comes, unless the target's label is there: both lines end on the same day. */
    private boolean isForecastAbove(Scale scale) {
        double end = scale.y(forecast.get(1).value());
        boolean rises = end <= scale.y(forecast.get(0).value());
        if (line.isEmpty()) {
            return rises;
        }
        double target = scale.y(line.get(line.size() - 1).value());
        return Math.abs(target - end) < 26 ? target >= end : rises;
    }

    private static List<Point> places(List<Dated> points, Scale scale) {
        return points.stream()
                .map(each -> new Point(scale.x(each.day()), scale.y(each.value())))
                .toList();
    }

    private void drawValues(Canvas canvas, Scale scale) {
        if (values.isEmpty()) {
            return;
        }
        Dated newest = newest();
        double x = scale.x(newest.day());
        double y = scale.y(newest.value());
        Health health = Health.ofOutcome(json.path("outcome").path("health").asText("UNKNOWN"));
        Double expected = AnswerFields.number(json.path("expected"), "value");
        if (expected != null) {
            canvas.line(
                    x,
                    y,
                    x,
                    scale.y(expected),
                    Style.stroked(health.mark(), 1.5).dashed(Style.Dash.DOTTED));
        }
        canvas.polyline(places(values, scale), 0, Style.stroked(Ink.TEXT, 2));
        for (Dated each : values.subList(0, values.size() - 1)) {
            canvas.circle(scale.x(each.day()), scale.y(each.value()), 2, Style.filled(Ink.TEXT));
        }
        Symbols.health(canvas, x, y, health);
        boolean isRight = x > format.width - RIGHT - 60;
        boolean rises = forecast.size() == 2
                && forecast.get(1).value() >= forecast.get(0).value();
        // beside the point, or out of the forecast's way
        double drop = forecast.size() < 2 ? 4 : beside(!rises);
        canvas.text(
                x + (isRight ? -10 : forecast.size() < 2 ? 10 : 6),
                y + drop,
                figures.withUnit(newest.value()),
                Lettering.of(12, 600, health.text())
                        .anchored(isRight ? Lettering.Anchor.RIGHT : Lettering.Anchor.LEFT));
    }
}
