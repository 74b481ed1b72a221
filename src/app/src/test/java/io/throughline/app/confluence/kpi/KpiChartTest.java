package io.throughline.app.confluence.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.drawing.Lettering;
import io.throughline.app.confluence.drawing.Mark;
import io.throughline.app.confluence.link.JiraReply.Jira;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.confluence.sheet.AnswerReader;
import io.throughline.app.confluence.sheet.KpiFigures;
import io.throughline.app.web.Language;
import io.throughline.app.web.TestLanguage;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiChartTest {
    /** Beside 1e17 a step of five is nothing: its neighbour is sixteen away. */
    @ParameterizedTest
    @CsvSource({"100000000000000000,100000000000000016", "1000000000000000,1000000000000000.125", "-3,5", "7,7"})
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theAxisEndsHoweverLargeAndCloseTheValuesAre(String one, String other) throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree("{\"kpi\":{\"key\":\"KPI-1\",\"name\":\"Sums\"},\"line\":[],\"values\":["
                        + "{\"period\":\"2026-01-01\",\"value\":" + one + "},"
                        + "{\"period\":\"2026-02-01\",\"value\":" + other + "}]}");
        assertThat(chart(json, Locale.ENGLISH).marks()).hasSizeBetween(8, 40);
    }

    @ParameterizedTest
    @CsvSource({"en,40000", "en,999999999", "de,-999999999", "fr,120000000000"})
    void noNumberOfTheAxisIsCutAtTheLeft(String language, double most) throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree("{\"kpi\":{\"key\":\"KPI-1\",\"name\":\"Sums\"},\"line\":[],\"values\":["
                        + "{\"period\":\"2026-01-01\",\"value\":0},"
                        + "{\"period\":\"2026-02-01\",\"value\":" + most + "}]}");

        assertThat(chart(json, Locale.forLanguageTag(language)).marks())
                .filteredOn(Mark.Text.class::isInstance)
                .extracting(Mark.Text.class::cast)
                .filteredOn(text -> text.lettering().anchor() == Lettering.Anchor.RIGHT)
                .allSatisfy(text -> assertThat(text.x() - text.lettering().width(text.words()))
                        .as(text.words())
                        .isGreaterThanOrEqualTo(0));
    }

    private static Drawing chart(JsonNode json, Locale locale) {
        Language language = TestLanguage.of(locale);
        AnswerReader answer = new AnswerReader(
                new Reading(json, new Jira("Jira", URI.create("https://jira.example")), Instant.EPOCH), language);
        return new KpiChart(answer, new KpiFigures(json.path("kpi"), language), KpiChart.Format.WIDE)
                .drawing()
                .orElseThrow();
    }
}
