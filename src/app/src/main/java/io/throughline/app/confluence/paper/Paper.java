package io.throughline.app.confluence.paper;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import io.throughline.app.confluence.drawing.Canvas;
import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.drawing.Health;
import io.throughline.app.confluence.drawing.Ink;
import io.throughline.app.confluence.drawing.Point;
import io.throughline.app.confluence.drawing.Sign;
import io.throughline.app.confluence.drawing.Style;
import io.throughline.app.confluence.drawing.Symbols;
import io.throughline.app.confluence.picture.PictureView;
import io.throughline.app.confluence.wiki.StorageText;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What print templates call: the same marks as on screen, as pictures where the medium can fetch some, and always with
 * their words and numbers as text. One per macro and rendering, since like marks are one picture. Not thread-safe.
 *
 * <p>Sizes: 96 pixels are an inch, so that a bar of 6 px is 4.5 pt high on paper.
 */
public final class Paper {
    private static final int BAR = 72;
    private static final int BAR_HEIGHT = 14;
    private static final int SHAPE = 12;
    private static final int TREND_HEIGHT = 20;
    private static final int TREND = 92;

    /** Shapes as high as the letters beside them, so that no line is higher than its letters make it. */
    private static final double SMALL = 0.75;

    private static final double POINTS = 0.75;

    /** Of small letters above their line, in points: engines differ in what they take for the middle. */
    private static final double MIDDLE = 2.6;

    private final boolean shapes;
    private final Function<Drawing, @Nullable PictureView> painter;
    private final Map<Object, String> painted = new HashMap<>();

    /**
     * @param shapes whether the medium's fonts have ● ▲ ◆ ○; where they do not, pictures stand for them
     * @param painter gives null where there are no pictures
     */
    public Paper(boolean shapes, Function<Drawing, @Nullable PictureView> painter) {
        this.shapes = shapes;
        this.painter = painter;
    }

    /** In a cell: bar and number, and below them shape, word and what was expected. */
    @HtmlSafe
    public String outcome(OutcomeView outcome) {
        return outcomeFigure(outcome) + below(outcomeWord(outcome), outcome.expected());
    }

    /** In a cell of a KPI: its last periods in the bar's place. */
    @HtmlSafe
    public String trend(String points, OutcomeView outcome) {
        String line = picture(
                List.of("trend", points, outcome.tone()), outcome.figure(), TREND, TREND_HEIGHT, SMALL, canvas -> {
                    List<Point> places = places(points);
                    canvas.polyline(places, 0, Style.stroked(Ink.SECONDARY, 1.5));
                    Point last = places.get(places.size() - 1);
                    canvas.circle(
                            last.x(),
                            last.y(),
                            3,
                            Style.filled(health(outcome.tone()).mark()));
                });
        return line + " " + strong(outcome.figure()) + below(outcomeWord(outcome), outcome.expected());
    }

    /** In a cell, as {@link #outcome}. */
    @HtmlSafe
    public String delivery(DeliveryView delivery) {
        return deliveryFigure(delivery) + below(deliveryWord(delivery), delivery.expected());
    }

    /** In one line: number, bar, shape, word, what was expected. */
    @HtmlSafe
    public String outcomeLine(OutcomeView outcome) {
        return strong(outcome.figure()) + " " + outcomeBar(outcome) + " " + outcomeWord(outcome)
                + expected(outcome.expected());
    }

    /** In one line, as {@link #outcomeLine}. */
    @HtmlSafe
    public String deliveryLine(DeliveryView delivery) {
        return strong(delivery.figure()) + " " + deliveryBar(delivery) + " " + deliveryWord(delivery)
                + expected(delivery.expected());
    }

    /** Bar and number. */
    @HtmlSafe
    public String outcomeFigure(OutcomeView outcome) {
        return outcomeBar(outcome) + " " + strong(outcome.figure());
    }

    /** Bar and number. */
    @HtmlSafe
    public String deliveryFigure(DeliveryView delivery) {
        return deliveryBar(delivery) + " " + strong(delivery.figure());
    }

    /** Shape and word of a health. */
    @HtmlSafe
    public String outcomeWord(OutcomeView outcome) {
        return word(outcome.tone(), outcome.shape(), outcome.word());
    }

    /** Shape and word of a health. */
    @HtmlSafe
    public String deliveryWord(DeliveryView delivery) {
        return word(delivery.tone(), delivery.shape(), delivery.word());
    }

    /**
     * Shape and word of a health.
     *
     * @param tone style class on screen
     */
    @HtmlSafe
    public String word(String tone, String shape, String word) {
        return shape(tone, shape) + coloured(health(tone).text(), StorageText.escaped(word));
    }

    /** A shape alone, with its space. */
    @HtmlSafe
    public String shape(String tone, String shape) {
        Health health = health(tone);
        if (shapes) {
            return coloured(health.mark(), StorageText.escaped(shape)) + " ";
        }
        String picture = picture(
                health, "", SHAPE, SHAPE, SMALL, canvas -> Symbols.health(canvas, SHAPE / 2.0, SHAPE / 2.0, health));
        return picture.isEmpty() ? "" : picture + "&#160;";
    }

    /** Glyph and word. A signal that a newer Jira may have is only said. */
    @HtmlSafe
    public String signal(SignalView signal) {
        Sign sign = null;
        for (Sign each : Sign.values()) {
            if (signal.css().equals("tl-signal-" + each.name().toLowerCase(Locale.ROOT))) {
                sign = each;
            }
        }
        if (sign == null) {
            return strong(signal.word());
        }
        Sign known = sign;
        String glyph = picture(known, "", SHAPE, SHAPE, SMALL, canvas -> Symbols.glyph(canvas, 0, 0, known));
        return (glyph.isEmpty() ? "" : glyph + "&#160;") + coloured(known.text(), strong(signal.word()));
    }

    private String outcomeBar(OutcomeView outcome) {
        List<Object> like = List.of("outcome", outcome.tone(), outcome.fill(), outcome.tick());
        return picture(
                like,
                outcome.figure(),
                BAR,
                BAR_HEIGHT,
                1,
                canvas -> Symbols.outcomeBar(
                        canvas,
                        0,
                        (BAR_HEIGHT - Symbols.BAR) / 2,
                        BAR,
                        health(outcome.tone()),
                        ratio(outcome.fill()),
                        ratio(outcome.tick())));
    }

    private String deliveryBar(DeliveryView delivery) {
        List<Object> like = List.of("delivery", delivery.fill(), delivery.started(), delivery.tick());
        return picture(
                like,
                delivery.figure(),
                BAR,
                BAR_HEIGHT,
                1,
                canvas -> Symbols.deliveryBar(
                        canvas,
                        0,
                        (BAR_HEIGHT - Symbols.BAR) / 2,
                        BAR,
                        ratio(delivery.fill()),
                        ratio(delivery.started()).orElse(0),
                        ratio(delivery.tick())));
    }

    /**
     * @param like equal for equal pictures
     * @param scale how large it is shown
     */
    private String picture(Object like, String alt, int width, int height, double scale, Consumer<Canvas> marks) {
        String known = painted.get(like);
        if (known == null) {
            Canvas canvas = new Canvas();
            marks.accept(canvas);
            PictureView picture = painter.apply(canvas.drawing(width, height, alt, ""));
            known = picture == null ? "" : image(picture, scale);
            painted.put(like, known);
        }
        return known;
    }

    /** In points as well, since paper has no pixels. */
    private static String image(PictureView picture, double scale) {
        double width = picture.width() * scale;
        double height = picture.height() * scale;
        return "<img src=\"" + StorageText.escaped(picture.url()) + "\" width=\"" + Math.round(width) + "\" height=\""
                + Math.round(height) + "\" alt=\"" + StorageText.escaped(picture.alt()) + "\" style=\"width:"
                + width * POINTS
                + "pt;height:" + height * POINTS + "pt;vertical-align:" + (MIDDLE - height * POINTS / 2) + "pt\"/>";
    }

    /** What was expected, behind something else; nothing for nothing. */
    @HtmlSafe
    public String expected(String words) {
        return words.isEmpty() ? "" : ", " + coloured(Ink.TERTIARY, StorageText.escaped(words));
    }

    private String below(String word, String expected) {
        return "<br/><span style=\"font-size:8pt\">" + word + expected(expected) + "</span>";
    }

    private static String strong(String words) {
        return "<strong>" + StorageText.escaped(words) + "</strong>";
    }

    /** @param html already escaped */
    private static String coloured(Ink ink, String html) {
        return "<span style=\"color:" + ink.hex() + "\">" + html + "</span>";
    }

    private static Health health(String tone) {
        return switch (tone) {
            case "tl-good" -> Health.GOOD;
            case "tl-warn" -> Health.WARN;
            case "tl-bad" -> Health.BAD;
            case "tl-done" -> Health.DONE;
            default -> Health.NONE;
        };
    }

    /** Of {@code 62.8%}. */
    private static OptionalDouble ratio(String percent) {
        return percent.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(percent.substring(0, percent.length() - 1)) / 100);
    }

    /** Of {@code 2.0,4.5 46.0,10.0}. */
    private static List<Point> places(String points) {
        List<Point> places = new ArrayList<>();
        for (String point : points.split(" ")) {
            int comma = point.indexOf(',');
            places.add(new Point(
                    Double.parseDouble(point.substring(0, comma)), Double.parseDouble(point.substring(comma + 1))));
        }
        return places;
    }
}
