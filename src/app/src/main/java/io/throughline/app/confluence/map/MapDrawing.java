package io.throughline.app.confluence.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.drawing.Canvas;
import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.drawing.Fitted;
import io.throughline.app.confluence.drawing.Health;
import io.throughline.app.confluence.drawing.Ink;
import io.throughline.app.confluence.drawing.Lettering;
import io.throughline.app.confluence.drawing.Lettering.Anchor;
import io.throughline.app.confluence.drawing.Point;
import io.throughline.app.confluence.drawing.Style;
import io.throughline.app.confluence.drawing.Style.Dash;
import io.throughline.app.confluence.drawing.Symbols;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.node.NodeView;
import io.throughline.app.web.Language;
import io.throughline.app.web.PersonView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The map as one drawing: bands, arrows behind cards, a legend below. Places and routes are Jira's. */
final class MapDrawing {
    private static final double LABELS = 152;
    private static final double LEAST_WIDTH = 860;
    /** Bands go on where a page is wider than the map. */
    private static final double BESIDE = 4000;

    private static final double CORNER = 10;
    private static final double LEGEND_LINE = 24;
    private static final double AVATAR = 30;

    private static final int MOST_LINES = 3;

    /** At the foot of a card: two bars and a signal. */
    private static final double MEASURES = 61;

    /** On screen the drawing shrinks to no less than {@link #LEAST_SCALE}, which leaves 11 px. */
    private static final double SCREEN_LETTERS = 15;

    private static final double LEAST_SCALE = 0.735;

    /** An A4 sheet between its margins; letters have 8 of these points, unless the map is too wide for any. */
    private static final double PAPER_WIDTH = 504;

    private static final double PAPER_LETTERS = 8;
    private static final double MOST_LETTERS = 20;
    private static final List<String> TOGETHER = List.of("BOTH", "NOT_YET", "CAUSE_BEHIND", "UNTOLD");

    private final JsonNode answer;
    private final JsonNode layout;
    private final Map<String, NodeView> nodes;
    private final Language language;
    private final Canvas canvas = new Canvas();
    private final double width;
    private final boolean paper;
    private final double size;
    private final Lettering small;

    /** @param paper whether it becomes a picture on a sheet, which shows a map smaller than a screen does */
    MapDrawing(JsonNode answer, Map<String, NodeView> nodes, Language language, boolean paper) {
        this.answer = answer;
        this.layout = answer.path("layout");
        this.nodes = nodes;
        this.language = language;
        this.width = Math.max(LEAST_WIDTH, LABELS + AnswerFields.length(layout, "width"));
        this.paper = paper;
        this.size = paper
                ? Math.max(SCREEN_LETTERS, Math.min(MOST_LETTERS, width * PAPER_LETTERS / PAPER_WIDTH))
                : SCREEN_LETTERS;
        this.small = Lettering.of(size, 400, Ink.SECONDARY);
    }

    /** Pixels of the screen below which letters would be too small to read. */
    int leastWidth() {
        return (int) Math.ceil(width * LEAST_SCALE);
    }

    Drawing drawing() {
        addBands();
        AnswerFields.list(layout, "arrows").forEach(this::addArrow);
        AnswerFields.list(layout, "cards").forEach(this::addCard);
        double height = addLegend(AnswerFields.length(layout, "height"));
        String title = language.text(
                "throughline.macro.map.drawing",
                answer.path("plan").path("name").asText());
        return canvas.drawing(width, height, title, language.text("throughline.macro.map.drawing.desc"));
    }

    private void addBands() {
        int index = 0;
        for (JsonNode band : AnswerFields.list(layout, "bands")) {
            double y = AnswerFields.length(band, "y");
            double height = AnswerFields.length(band, "height");
            if (index++ % 2 == 1) {
                canvas.box(0, y, width + BESIDE, height, 0, Style.filled(Ink.SUNKEN));
            }
            canvas.line(0, y + height, width + BESIDE, y + height, Style.stroked(Ink.LINE, 1));
            addLabel(AnswerFields.text(band, "perspective"), y + height / 2);
        }
        double end = AnswerFields.length(layout, "height");
        canvas.line(LABELS, 0, LABELS, end, Style.stroked(Ink.LINE, 1));
    }

    private void addLabel(String perspective, double middle) {
        double room = LABELS - 24;
        double line = size * 1.2;
        Lettering bold = Lettering.of(size, 600, Ink.TEXT);
        Fitted name = Fitted.of(language.text("throughline.perspective." + perspective), bold, room, 2);
        Fitted question = Fitted.of(language.text("throughline.macro.map.question." + perspective), small, room, 3);
        double y = middle - (name.lines().size() + question.lines().size()) * line / 2 + line * 3 / 4;
        for (String each : name.lines()) {
            canvas.text(16, y, each, bold);
            y += line;
        }
        for (String each : question.lines()) {
            canvas.text(16, y, each, small);
            y += line;
        }
    }

    private void addArrow(JsonNode arrow) {
        for (JsonNode edge : AnswerFields.list(answer, "edges")) {
            if (edge.path("id").asLong() == arrow.path("id").asLong()) {
                List<Point> points = new ArrayList<>();
                AnswerFields.list(arrow, "points")
                        .forEach(point -> points.add(
                                new Point(LABELS + AnswerFields.length(point, "x"), AnswerFields.length(point, "y"))));
                String together = AnswerFields.text(edge, "together");
                NodeView cause = nodes.get(edge.path("cause").asText());
                NodeView effect = nodes.get(edge.path("effect").asText());
                if (cause != null && effect != null) {
                    String name = language.text(
                            "throughline.macro.map.arrow",
                            cause.name(),
                            effect.name(),
                            language.text("throughline.macro.map.together." + together));
                    canvas.group(name, inside -> inside.arrow(points, CORNER, line(together)));
                }
                return;
            }
        }
    }

    /** Colour and dashes together: one of them is enough to tell the lines apart. */
    private static Style line(String together) {
        return switch (together) {
            case "BOTH" -> Style.stroked(Ink.GOOD, 1.8);
            case "NOT_YET" -> Style.stroked(Ink.WARN, 1.8).dashed(Dash.DASHED);
            case "CAUSE_BEHIND" -> Style.stroked(Ink.LINE_BOLD, 1.4);
            default -> Style.stroked(Ink.LINE_BOLD, 1.6).dashed(Dash.DOTTED);
        };
    }

    private void addCard(JsonNode card) {
        NodeView node = nodes.get(AnswerFields.text(card, "key"));
        if (node == null) {
            return;
        }
        double x = LABELS + AnswerFields.length(card, "x");
        double y = AnswerFields.length(card, "y");
        double wide = AnswerFields.length(layout.path("card"), "width");
        double high = AnswerFields.length(layout.path("card"), "height");
        canvas.link(node.url(), node.spoken(), inside -> {
            inside.box(x, y, wide, high, 4, Style.filled(Ink.GROUND).outlined(Ink.LINE, 1));
            double top = paper ? 3 : 7;
            double leading = size * 1.15;
            int most = Math.max(1, Math.min(MOST_LINES, (int) ((high - MEASURES - top) / leading)));
            double room = node.owner() == null || paper ? wide - 24 : wide - 24 - AVATAR - 6;
            inside.fitted(x + 12, y + top + size, node.name(), Lettering.of(size, 600, Ink.TEXT), room, most, leading);
            if (node.owner() != null && !paper) {
                addOwner(inside, node.owner(), x + wide - 10 - AVATAR / 2, y + 8 + AVATAR / 2);
            }
            addOutcome(inside, node, x + 12, y + high - 56, wide - 24);
            addDelivery(inside, node, x + 12, y + high - 36, wide - 24);
            double taken = addSignal(inside, node, x + 12, y + high - 9);
            if (!paper) {
                addKey(inside, node.key(), x + 12 + taken, x + wide - 10, y + high - 9);
            }
        });
    }

    /** Initials on the colour of the name. On paper whole names stand in the list below the drawing. */
    private void addOwner(Canvas inside, PersonView owner, double x, double y) {
        Lettering white = Lettering.of(size, 500, Ink.ON_PERSON).anchored(Anchor.MIDDLE);
        inside.group(
                owner.name(),
                badge -> badge.circle(x, y, AVATAR / 2, Style.filled(Ink.ofPerson(owner.colour())))
                        .text(x, y + size / 3, owner.initials(), white));
    }

    /** Beside the signal where there is room for all of it; the card says it in any case. */
    private void addKey(Canvas inside, String key, double left, double right, double y) {
        if (small.width(key) <= right - left - 4) {
            inside.text(right, y, key, small.anchored(Anchor.RIGHT));
        }
    }

    private void addOutcome(Canvas inside, NodeView node, double x, double y, double wide) {
        Symbols.health(inside, x + 5, y, node.bars().outcome());
        Symbols.outcomeBar(
                inside,
                x + 20,
                y - Symbols.BAR / 2,
                wide - 23 - size * 3,
                node.bars().outcome(),
                node.bars().attainment(),
                node.bars().outcomeExpected());
        addFigure(inside, node.outcome().figure(), x + wide, y);
    }

    /** Nothing while it is not known what work there is. */
    private void addDelivery(Canvas inside, NodeView node, double x, double y, double wide) {
        if (node.delivery() != null) {
            Symbols.health(inside, x + 5, y, node.bars().delivery());
            Symbols.deliveryBar(
                    inside,
                    x + 20,
                    y - Symbols.BAR / 2,
                    wide - 23 - size * 3,
                    node.bars().progress(),
                    node.bars().started(),
                    node.bars().deliveryExpected());
            addFigure(inside, node.delivery().figure(), x + wide, y);
        }
    }

    private void addFigure(Canvas inside, String figure, double x, double y) {
        inside.text(x, y + size / 3, figure, Lettering.of(size, 500, Ink.TEXT).anchored(Anchor.RIGHT));
    }

    /** Returns how wide it is. */
    private double addSignal(Canvas inside, NodeView node, double x, double y) {
        if (node.signal() == null) {
            return 0;
        }
        String word = node.signal().word();
        return Signs.of(node.signalKind())
                .map(sign -> {
                    Lettering lettering = Lettering.of(size, 500, sign.text());
                    Symbols.glyph(inside, x, y - 11, sign);
                    inside.text(x + 16, y, word, lettering);
                    return 16 + lettering.width(word);
                })
                .orElse(0.0);
    }

    /** What the lines and marks mean. Returns where the drawing ends. */
    private double addLegend(double top) {
        List<Entry> entries = new ArrayList<>();
        for (String together : TOGETHER) {
            entries.add(new Entry(
                    28,
                    language.text("throughline.macro.map.together." + together),
                    (x, y) -> canvas.arrow(List.of(new Point(x, y), new Point(x + 28, y)), 0, line(together))));
        }
        entries.add(new Entry(
                20,
                language.text("throughline.outcome"),
                (x, y) -> canvas.box(x, y - 3, 18, Symbols.BAR, 3, Style.filled(Health.GOOD.mark()))));
        entries.add(new Entry(
                20,
                language.text("throughline.delivery"),
                (x, y) -> Symbols.deliveryBar(
                        canvas, x, y - 3, 18, OptionalDouble.of(0.6), 0.4, OptionalDouble.empty())));
        entries.add(new Entry(
                4,
                language.text("throughline.legend.tick"),
                (x, y) -> canvas.box(x, y - 7, 2, 14, 0, Style.filled(Ink.TICK))));
        double x = 16;
        double y = top + LEGEND_LINE - 4;
        for (Entry entry : entries) {
            double length = entry.wide() + 8 + small.width(entry.words());
            if (x > 16 && x + length > width - 16) {
                x = 16;
                y += LEGEND_LINE;
            }
            entry.sign().at(x, y);
            canvas.text(x + entry.wide() + 8, y + size / 3, entry.words(), small);
            x += length + 24;
        }
        return y + LEGEND_LINE - 6;
    }

    private interface Place {
        void at(double x, double y);
    }

    private record Entry(double wide, String words, Place sign) {}
}
