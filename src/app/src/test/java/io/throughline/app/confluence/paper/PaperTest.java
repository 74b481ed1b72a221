package io.throughline.app.confluence.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.picture.PictureView;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import io.throughline.app.web.TestLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PaperTest {
    private final Language language = TestLanguage.of(Locale.ENGLISH);
    private final List<Drawing> painted = new ArrayList<>();
    private final Paper pdf = new Paper(false, this::painted);
    private final Paper word = new Paper(true, this::painted);
    private final Paper page = new Paper(true, drawing -> null);

    private final OutcomeView behind = OutcomeView.of(language, "AMBER", 0.36, 0.49);
    private final DeliveryView late =
            DeliveryView.of(language, "AT_RISK", 0.56, 0.66, new DeliveryView.Sizes(100, 56, 9, "COUNT"));

    @Test
    void aBarIsAPictureWithItsNumberAsTextAlternativeAndBesideIt() {
        assertThat(pdf.outcome(behind))
                .contains(
                        "alt=\"36%\"",
                        "width=\"72\"", "width:54.0pt", "<strong>36%</strong>", "Behind", "49% expected");
        assertThat(pdf.delivery(late)).contains("alt=\"56%\"", "<strong>56%</strong>", "At risk", "66% expected");
    }

    @Test
    void withoutPicturesTheWordsAndNumbersAreTheSame() {
        assertThat(text(page.outcome(behind))).isEqualTo("36% ▲ Behind, 49% expected");
        assertThat(text(word.outcome(behind))).isEqualTo(text(page.outcome(behind)));
        assertThat(text(pdf.outcome(behind))).isEqualTo("36% Behind, 49% expected");
        assertThat(page.outcome(behind) + page.delivery(late)).doesNotContain("<img");
    }

    @Test
    void whereFontsLackTheShapesPicturesStandForThem() {
        assertThat(pdf.outcomeWord(behind)).contains("<img").doesNotContain("▲");
        assertThat(word.outcomeWord(behind)).contains("▲").doesNotContain("<img");
    }

    @Test
    void likeMarksAreOnePicture() {
        pdf.outcomeWord(behind);
        pdf.deliveryWord(late);
        pdf.shape("tl-warn", "▲");

        assertThat(painted).hasSize(1);
    }

    @Test
    void barsOfOtherLengthsAreOtherPictures() {
        word.outcomeFigure(behind);
        word.outcomeFigure(OutcomeView.of(language, "AMBER", 0.37, 0.49));
        word.outcomeFigure(OutcomeView.of(language, "AMBER", 0.36, 0.50));
        word.outcomeFigure(OutcomeView.of(language, "RED", 0.36, 0.49));

        assertThat(painted).hasSize(4);
    }

    @Test
    void aSignalKeepsItsWordAlsoWhenANewerJiraHasOneMore() {
        assertThat(pdf.signal(SignalView.of(language, "DRIFT", ""))).contains("<img", "Drift");
        assertThat(pdf.signal(new SignalView("tl-signal-new", "Brand <new>", "")))
                .isEqualTo("<strong>Brand &lt;new&gt;</strong>");
    }

    @Test
    void aTrendIsDrawnWithItsNewestPoint() {
        assertThat(pdf.trend("2.0,2.0 46.0,10.0 90.0,18.0", behind)).contains("width=\"69\"", "36%", "Behind");
        assertThat(painted.get(0).marks()).hasSize(2);
    }

    private PictureView painted(Drawing drawing) {
        painted.add(drawing);
        return new PictureView(
                "https://wiki.example/p?a&b", (int) drawing.width(), (int) drawing.height(), drawing.title());
    }

    private static String text(String html) {
        return html.replace("<br/>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&#160;", "")
                .replaceAll(" +", " ")
                .strip();
    }
}
