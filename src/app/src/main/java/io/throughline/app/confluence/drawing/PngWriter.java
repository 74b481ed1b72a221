package io.throughline.app.confluence.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Paints a drawing as PNG with twice as many pixels as it is wide and high, so that it is sharp on paper; a huge drawing with
 * fewer, since its pixels stand in the product's memory. White ground and light colours: it is for paper and mail. Paints
 * without a screen.
 */
public final class PngWriter {
    /** Pixels of the picture for one of the drawing. */
    public static final int SCALE = 2;

    /** Of one picture: 64 MB while it is painted. A map of about a hundred objectives has as many. */
    static final int MOST_PIXELS = 16_000_000;

    private static final List<String> MEASURED_ALIKE = List.of("Liberation Sans", "Arial", "Helvetica");

    private PngWriter() {}

    public static byte[] write(Drawing drawing) {
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (drawing.width() * drawing.height())));
        int width = (int) Math.ceil(drawing.width() * scale);
        int height = (int) Math.ceil(drawing.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            new Painting(graphics).all(drawing.marks());
        } finally {
            graphics.dispose();
        }
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // a stream of our own: ImageIO's default writes a file for each picture
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record Painting(Graphics2D graphics) implements Surface {
        @Override
        public void box(Mark.Box box) {
            double arc = 2 * Math.min(box.radius(), Math.min(box.width(), box.height()) / 2);
            paint(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc), box.style());
        }

        @Override
        public void circle(Mark.Circle circle) {
            double diameter = 2 * circle.radius();
            paint(
                    new Ellipse2D.Double(
                            circle.x() - circle.radius(), circle.y() - circle.radius(), diameter, diameter),
                    circle.style());
        }

        @Override
        public void outline(Mark.Outline outline) {
            Path2D path = new Path2D.Double();
            for (Step step : outline.steps()) {
                switch (step.kind()) {
                    case MOVE -> path.moveTo(step.to().x(), step.to().y());
                    case LINE -> path.lineTo(step.to().x(), step.to().y());
                    case BEND ->
                        path.quadTo(
                                step.control().x(),
                                step.control().y(),
                                step.to().x(),
                                step.to().y());
                    case CLOSE -> path.closePath();
                }
            }
            paint(path, outline.style());
        }

        /** The server's font is never the reader's: text wider than it was measured is set as narrow as it was measured. */
        @Override
        public void text(Mark.Text text) {
            Lettering lettering = text.lettering();
            FontRenderContext context = new FontRenderContext(null, true, true);
            TextLayout layout = new TextLayout(text.words(), font(text.words(), lettering), context);
            double measured = lettering.width(text.words());
            double squeeze = layout.getAdvance() > measured && measured > 0 ? measured / layout.getAdvance() : 1;
            double width = layout.getAdvance() * squeeze;
            double left = switch (lettering.anchor()) {
                case LEFT -> text.x();
                case MIDDLE -> text.x() - width / 2;
                case RIGHT -> text.x() - width;
            };
            AffineTransform before = graphics.getTransform();
            graphics.translate(left, text.y());
            graphics.scale(squeeze, 1);
            graphics.setColor(lettering.ink().onPaper());
            layout.draw(graphics, 0, 0);
            graphics.setTransform(before);
        }

        /** A font with the measured widths if the server has one that knows all letters; else what it calls sans serif. */
        private static Font font(String words, Lettering lettering) {
            Font font = MEASURED_ALIKE.stream()
                    .map(name -> new Font(name, Font.PLAIN, 1))
                    .filter(found -> MEASURED_ALIKE.contains(found.getFamily()) && found.canDisplayUpTo(words) < 0)
                    .findFirst()
                    .orElse(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
            return font.deriveFont(Map.of(
                    TextAttribute.SIZE,
                    (float) lettering.size(),
                    TextAttribute.WEIGHT,
                    lettering.weight() >= 600 ? TextAttribute.WEIGHT_BOLD : TextAttribute.WEIGHT_REGULAR));
        }

        @Override
        public void group(Mark.Group group) {
            all(group.marks());
        }

        private void paint(Shape shape, Style style) {
            if (style.fill() != null) {
                graphics.setColor(style.fill().onPaper());
                graphics.fill(shape);
            }
            if (style.stroke() != null) {
                graphics.setColor(style.stroke().onPaper());
                graphics.setStroke(stroke(style));
                graphics.draw(shape);
            }
        }

        private static BasicStroke stroke(Style style) {
            double[] pattern = style.dash().pattern();
            if (pattern.length == 0) {
                return new BasicStroke((float) style.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            }
            float[] lengths = {(float) pattern[0], (float) pattern[1]};
            return new BasicStroke((float) style.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
        }
    }
}
