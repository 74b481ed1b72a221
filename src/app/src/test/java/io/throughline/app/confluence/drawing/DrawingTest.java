package io.throughline.app.confluence.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.web.Golden;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One drawing, written as SVG and as PNG. */
class DrawingTest {
    private static final Lettering BODY = Lettering.of(12, 400, Ink.TEXT);

    private static Drawing everything() {
        Canvas canvas = new Canvas();
        canvas.box(0, 0, 320, 160, 0, Style.filled(Ink.GROUND));
        canvas.link(
                "https://jira.example/objectives/OBJ-1?a=1&b=2",
                "Trains arrive \"when we said\", 45 %",
                card -> card.box(10, 10, 140, 80, 4, Style.filled(Ink.GROUND).outlined(Ink.LINE, 1))
                        .fitted(20, 30, "Trains arrive when we said and everybody knows why", bold(), 120, 2, 15));
        Symbols.outcomeBar(canvas, 20, 60, 100, Health.WARN, OptionalDouble.of(0.36), OptionalDouble.of(0.43));
        Symbols.deliveryBar(canvas, 20, 76, 100, OptionalDouble.of(0.56), 0.2, OptionalDouble.of(0.7));
        Symbols.outcomeBar(canvas, 170, 60, 100, Health.NONE, OptionalDouble.empty(), OptionalDouble.empty());
        int x = 180;
        for (Health health : Health.values()) {
            Symbols.health(canvas, x, 20, health);
            x += 20;
        }
        x = 175;
        for (Sign sign : Sign.values()) {
            Symbols.glyph(canvas, x, 34, sign);
            x += 20;
        }
        canvas.arrow(
                List.of(new Point(80, 150), new Point(80, 120), new Point(200, 120), new Point(200, 96)),
                10,
                Style.stroked(Ink.WARN, 1.5).dashed(Style.Dash.DASHED));
        canvas.text(310, 150, "זמן", BODY.anchored(Lettering.Anchor.RIGHT));
        return canvas.drawing(320, 160, "A map <of> two & more", "What it shows");
    }

    private static Lettering bold() {
        return Lettering.of(12.5, 600, Ink.TEXT);
    }

    @Test
    void anSvgIsWrittenAlwaysTheSame() {
        Golden.check("drawing.svg", SvgWriter.write(everything(), "tl-map").replace("><", ">\n<") + "\n");
    }

    @Test
    void anSvgIsWellFormedWhateverTheTextsSay() throws Exception {
        Drawing hostile = new Canvas()
                .link("javascript:'\"<>", "\"><script>\u0001", c -> c.text(1, 1, "<b>&amp;\u0000", BODY))
                .drawing(10, 10, "]]>'\"", "<!--");

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        SvgWriter.write(hostile, "tl").getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("<b>&amp;");
    }

    @Test
    void aHugeDrawingIsPaintedCoarserAndNotWithoutEnd() throws Exception {
        Drawing huge = new Canvas()
                .box(0, 0, 1400, 100_000, 0, Style.filled(Ink.STRIPE))
                .drawing(1400, 100_000, "t", "");

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(PngWriter.write(huge)));

        assertThat((long) picture.getWidth() * picture.getHeight())
                .isBetween(PngWriter.MOST_PIXELS / 2L, PngWriter.MOST_PIXELS * 101L / 100);
        assertThat((double) picture.getHeight() / picture.getWidth()).isBetween(70.0, 73.0);
    }

    @Test
    void whatLeadsSomewhereIsAGroupAndTheRestIsAPicture() {
        Drawing picture = new Canvas().text(1, 1, "words", BODY).drawing(10, 10, "t", "");

        assertThat(SvgWriter.write(everything(), "")).contains("role=\"group\"").contains("<a href=");
        assertThat(SvgWriter.write(picture, "")).contains("role=\"img\"").doesNotContain("<a ");
    }

    @Test
    void aPngIsTwiceAsLargeAndInTheSameColours() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngWriter.write(everything())));

        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(320);
        assertThat(colour(image, 25, 63)).as("outcome").isEqualTo(new Color(0xE56910));
        assertThat(colour(image, 25, 79)).as("work done").isEqualTo(new Color(0x0C66E4));
        assertThat(colour(image, 110, 63)).as("rest of the bar").isEqualTo(new Color(0xE4E7EC));
        assertThat(colour(image, 63, 63)).as("what was expected").isEqualTo(new Color(0x172B4D));
        assertThat(colour(image, 180, 20)).as("a good disc").isEqualTo(new Color(0x1F845A));
        assertThat(colour(image, 200, 98)).as("the head of the arrow").isEqualTo(new Color(0xE56910));
        assertThat(colour(image, 300, 100)).as("ground").isEqualTo(Color.WHITE);
    }

    @Test
    void stripesAreWorkInProgressAndStayInTheirBar() throws IOException {
        Drawing bar = new Canvas().striped(10, 10, 60, 6).drawing(80, 30, "", "");

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngWriter.write(bar)));

        List<Color> row = java.util.stream.IntStream.range(10, 70)
                .mapToObj(x -> colour(image, x, 13))
                .toList();
        assertThat(row).contains(new Color(0x388BFF), new Color(0xCCE0FF));
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 80; x++) {
                if (x < 9 || x > 70 || y < 9 || y > 16) {
                    assertThat(colour(image, x, y)).as("%d,%d", x, y).isEqualTo(Color.WHITE);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Trains arrive when we said, 120, 2",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen, 80, 3",
        "短い名前と長い名前をすべて正しく折り返す必要があります, 60, 2",
        "القطارات تصل في الوقت الذي قلناه للمسافرين, 90, 2",
        "a, 5, 1"
    })
    void everyFittedLineIsAsWideAsAllowedAndSaysWhatIsLeftOut(String text, double width, int most) {
        Fitted fitted = Fitted.of(text, BODY, width, most);

        assertThat(fitted.lines()).hasSizeBetween(1, most);
        assertThat(fitted.lines())
                .allSatisfy(line -> assertThat(BODY.width(line)).isLessThanOrEqualTo(width + 7));
        if (fitted.shortened()) {
            assertThat(fitted.lines().get(fitted.lines().size() - 1)).endsWith("…");
        } else {
            assertThat(String.join("", fitted.lines()).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        }
    }

    @Test
    void aShortenedTextCarriesTheWholeOneAsItsTitle() {
        Drawing drawing = new Canvas()
                .fitted(0, 10, "one two three four five", BODY, 50, 1, 14)
                .drawing(60, 20, "", "");

        assertThat(SvgWriter.write(drawing, "")).contains("…<title>one two three four five</title>");
    }

    @Test
    void rightToLeftTextKeepsItsPlaceAndItsDirection() {
        Drawing drawing = new Canvas()
                .text(5, 10, "שלום abc", BODY)
                .text(50, 10, "עולם", BODY.anchored(Lettering.Anchor.RIGHT))
                .drawing(60, 20, "", "");

        String svg = SvgWriter.write(drawing, "");

        // in right-to-left text SVG's end is the left end
        assertThat(svg)
                .contains(
                        "x=\"5\" y=\"10\" font-size=\"12\" font-weight=\"400\" text-anchor=\"end\" direction=\"rtl\"");
        assertThat(svg).contains("x=\"50\" y=\"10\" font-size=\"12\" font-weight=\"400\" direction=\"rtl\"");
    }

    @Test
    void randomTextsArePaintedInsideTheWidthThatWasMeasured() throws IOException {
        Random random = new Random(8);
        for (int i = 0; i < 20; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(12, 'A', 'z').forEach(text::appendCodePoint);
            double width = BODY.width(text.toString());
            Drawing drawing = new Canvas().text(10, 20, text.toString(), BODY).drawing(width + 40, 30, "", "");

            BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngWriter.write(drawing)));

            for (int x = (int) Math.ceil(2 * (10 + width)) + 4; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    assertThat(image.getRGB(x, y)).as("seed 8, %s", text).isEqualTo(Color.WHITE.getRGB());
                }
            }
        }
    }

    private static Color colour(BufferedImage image, double x, double y) {
        return new Color(image.getRGB((int) (2 * x), (int) (2 * y)));
    }
}
