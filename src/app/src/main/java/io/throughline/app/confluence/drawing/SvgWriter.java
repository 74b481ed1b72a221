package io.throughline.app.confluence.drawing;

import static io.throughline.app.web.Html.escaped;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Bidi;
import java.util.StringJoiner;

/**
 * Writes a drawing as SVG to stand in a page: role and names for those who hear it, colours as custom properties of the
 * page with the light value behind, the page's own font. It has no ids, so that many may stand in one page.
 */
public final class SvgWriter {
    private SvgWriter() {}

    /** @param css style classes of the {@code svg} element */
    public static String write(Drawing drawing, String css) {
        Writing out = new Writing();
        out.html
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"")
                .append(escaped(css))
                .append("\" role=\"")
                // links inside a picture are not heard; a drawing that leads somewhere is a group of them
                .append(drawing.leadsSomewhere() ? "group" : "img")
                .append("\" aria-label=\"")
                .append(escaped(drawing.title()))
                .append("\" width=\"")
                .append(number(drawing.width()))
                .append("\" height=\"")
                .append(number(drawing.height()))
                .append("\" viewBox=\"0 0 ")
                .append(number(drawing.width()))
                .append(' ')
                .append(number(drawing.height()))
                // where the page has more room than the drawing needs, the room is beside it
                .append("\" preserveAspectRatio=\"xMinYMin")
                // a page from right to left must not turn the anchors of our texts round
                .append("\" direction=\"ltr\" style=\"direction:ltr;font-variant-numeric:tabular-nums\"><title>")
                .append(escaped(drawing.title()))
                .append("</title>");
        if (!drawing.description().isEmpty()) {
            out.html.append("<desc>").append(escaped(drawing.description())).append("</desc>");
        }
        out.all(drawing.marks());
        return out.html.append("</svg>").toString();
    }

    /** At most two decimals, with a point, without an exponent. */
    private static String number(double length) {
        BigDecimal rounded =
                BigDecimal.valueOf(length).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static final class Writing implements Surface {
        private final StringBuilder html = new StringBuilder();

        @Override
        public void box(Mark.Box box) {
            html.append("<rect")
                    .append(attribute("x", box.x()))
                    .append(attribute("y", box.y()))
                    .append(attribute("width", Math.max(0, box.width())))
                    .append(attribute("height", Math.max(0, box.height())));
            if (box.radius() > 0) {
                html.append(attribute("rx", box.radius()));
            }
            html.append(styled(box.style())).append("/>");
        }

        @Override
        public void circle(Mark.Circle circle) {
            html.append("<circle")
                    .append(attribute("cx", circle.x()))
                    .append(attribute("cy", circle.y()))
                    .append(attribute("r", circle.radius()))
                    .append(styled(circle.style()))
                    .append("/>");
        }

        @Override
        public void outline(Mark.Outline outline) {
            StringBuilder path = new StringBuilder();
            for (Step step : outline.steps()) {
                switch (step.kind()) {
                    case MOVE -> path.append('M').append(place(step.to()));
                    case LINE -> path.append('L').append(place(step.to()));
                    case BEND ->
                        path.append('Q')
                                .append(place(step.control()))
                                .append(' ')
                                .append(place(step.to()));
                    case CLOSE -> path.append('Z');
                }
            }
            html.append("<path d=\"")
                    .append(path)
                    .append('"')
                    .append(styled(outline.style()))
                    .append("/>");
        }

        @Override
        public void text(Mark.Text text) {
            Lettering lettering = text.lettering();
            boolean leftward = isRightToLeft(text.words());
            html.append("<text")
                    .append(attribute("x", text.x()))
                    .append(attribute("y", text.y()))
                    .append(attribute("font-size", lettering.size()))
                    .append(attribute("font-weight", lettering.weight()))
                    .append(anchor(lettering.anchor(), leftward))
                    .append(leftward ? " direction=\"rtl\" style=\"direction:rtl;fill:" : " style=\"fill:")
                    .append(lettering.ink().css())
                    .append("\">")
                    .append(escaped(text.words()));
            if (!text.whole().isEmpty()) {
                html.append("<title>").append(escaped(text.whole())).append("</title>");
            }
            html.append("</text>");
        }

        @Override
        public void group(Mark.Group group) {
            boolean link = !group.url().isEmpty();
            if (link) {
                html.append("<a href=\"")
                        .append(escaped(group.url()))
                        .append("\" aria-label=\"")
                        .append(escaped(group.name()))
                        .append("\">");
            } else {
                html.append("<g>");
            }
            html.append("<title>").append(escaped(group.name())).append("</title>");
            all(group.marks());
            html.append(link ? "</a>" : "</g>");
        }

        /** In right-to-left text, SVG's start is the right end. */
        private static String anchor(Lettering.Anchor anchor, boolean leftward) {
            return switch (anchor) {
                case MIDDLE -> " text-anchor=\"middle\"";
                case LEFT -> leftward ? " text-anchor=\"end\"" : "";
                case RIGHT -> leftward ? "" : " text-anchor=\"end\"";
            };
        }

        private static String styled(Style style) {
            StringJoiner css = new StringJoiner(";", " style=\"", "\"");
            css.add("fill:" + (style.fill() == null ? "none" : style.fill().css()));
            if (style.stroke() != null) {
                css.add("stroke:" + style.stroke().css());
                css.add("stroke-width:" + number(style.width()));
                if (style.dash() != Style.Dash.SOLID) {
                    double[] pattern = style.dash().pattern();
                    css.add("stroke-dasharray:" + number(pattern[0]) + " " + number(pattern[1]));
                }
            }
            return css.toString();
        }

        private static String attribute(String name, double value) {
            return " " + name + "=\"" + number(value) + '"';
        }

        private static String place(Point point) {
            return number(point.x()) + " " + number(point.y());
        }
    }

    /** By the first letter that has a direction, as the browser decides it for {@code dir="auto"}. */
    static boolean isRightToLeft(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }
}
