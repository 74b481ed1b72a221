package io.throughline.app.confluence.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.confluence.link.FakeJira;
import io.throughline.app.web.TestLanguage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-04-20T09:00:30Z"), ZoneOffset.UTC);

    private final FakeJira jira = new FakeJira();
    private final Choices choices = new Choices(jira.strategy(NOW), TestLanguage.languages(Locale.ENGLISH));

    ChoicesTest() throws Exception {}

    @Test
    void whatJiraFindsForTheReaderIsOfferedByNameKeyAndOwner() throws Exception {
        jira.answers(
                200,
                "{\"total\":31,\"values\":[{\"key\":\"OBJ-1\",\"name\":\"Trains\",\"ownerName\":\"Henrik Dahl\",\"weight\":1},"
                        + "{\"key\":\"OBJ-2\",\"name\":\"Data\",\"ownerName\":null}]}");

        ObjectNode found = choices.found("objectives", " trains & more ");

        assertThat(found.toString())
                .isEqualTo("{\"values\":[{\"key\":\"OBJ-1\",\"name\":\"Trains\",\"more\":\"OBJ-1, Henrik Dahl\"},"
                        + "{\"key\":\"OBJ-2\",\"name\":\"Data\",\"more\":\"OBJ-2\"}],\"total\":31}");
        assertThat(jira.asked).containsExactly("rest/throughline/1.0/objectives?limit=20&q=trains+%26+more");
    }

    @Test
    void withoutWordsAllAreAskedForAndVeryManyWordsAreCut() throws Exception {
        jira.answers(200, "{\"total\":0,\"values\":[]}");

        choices.found("plans", null);
        choices.found("kpis", "\uD83D\uDE80".repeat(500));

        assertThat(jira.asked.get(0)).isEqualTo("rest/throughline/1.0/plans?limit=20");
        assertThat(jira.asked.get(1)).hasSizeLessThan(1300).endsWith("%80");
    }

    @ParameterizedTest
    @CsvSource({"403,You may not view strategy", "500,could not read the strategy", "302,answered"})
    void whyNothingIsFoundIsSaidAsInTheMacro(int status, String words) throws Exception {
        jira.answers(status, "<html>");

        assertThat(choices.found("plans", "x").at("/problem/title").asText()).contains(words);
    }
}
