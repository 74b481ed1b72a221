package io.throughline.app.confluence.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.drawing.PngWriter;
import io.throughline.app.confluence.drawing.SvgWriter;
import io.throughline.app.confluence.kpi.KpiMacro;
import io.throughline.app.confluence.link.FakeJira;
import io.throughline.app.confluence.macro.MacroPlaceholder;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

/** What stands for a macro while its page is edited. */
class PlaceholdersTest {
    private final FakeJira jira = new FakeJira();

    PlaceholdersTest() throws Exception {}

    private Placeholders placeholders(Locale locale) {
        Languages languages = TestLanguage.languages(locale);
        MacroTools tools = new MacroTools(
                jira.strategy(Clock.systemUTC()), languages, Mockito.mock(PageResources.class), new StrictTemplates());
        return new Placeholders(List.of(new KpiMacro(tools)), languages);
    }

    @ParameterizedTest
    @CsvSource({
        "en,KPI-1,Punctuality,2027-03-15,KPI chart|KPI-1 · Punctuality|As of 15 Mar 2027",
        "de,KPI-1,,,KPI-Diagramm|KPI-1",
        "en,,,,KPI chart|not filled in yet",
        "en,KPI-1,,someday,KPI chart|KPI-1"
    })
    void itSaysWhichMacroItIsAndAboutWhatAndAsOfWhen(String locale, String key, String name, String asOf, String said) {
        Drawing drawing = placeholders(Locale.forLanguageTag(locale)).drawing("strategy-kpi", key, name, asOf);

        assertThat(SvgWriter.write(drawing, "")).contains(said.split("[|]"));
        assertThat(jira.asked).isEmpty();
    }

    @Test
    void itIsAPictureOfThatSizeWhateverSomebodyWritesIntoTheAddress() throws Exception {
        String name = "<b>".repeat(5_000) + "\uD83D\uDE86".repeat(300);

        var picture = ImageIO.read(new ByteArrayInputStream(
                PngWriter.write(placeholders(Locale.ENGLISH).drawing("strategy-kpi", "KPI-1", name, "2027-03-15"))));

        assertThat(picture.getWidth()).isEqualTo(MacroPlaceholder.WIDTH * PngWriter.SCALE);
        assertThat(picture.getHeight()).isEqualTo(MacroPlaceholder.HEIGHT * PngWriter.SCALE);
    }

    @Test
    void whatIsNoMacroOfOursHasNone() throws Exception {
        HttpServletRequest request = Mockito.mock(HttpServletRequest.class);
        HttpServletResponse response = Mockito.mock(HttpServletResponse.class);
        Mockito.when(request.getParameter("macro")).thenReturn("../etc");

        placeholders(Locale.ENGLISH).answer(request, response);

        Mockito.verify(response).sendError(404);
    }
}
