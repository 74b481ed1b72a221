package io.throughline.app.confluence.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.confluence.act.LinkedJira;
import io.throughline.app.confluence.wiki.StorageText;
import io.throughline.app.web.TestLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyPagesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/confluence/blueprint");
    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final String ONE_PLAN =
            "{\"values\":[{\"key\":\"PLAN-1\",\"name\":\"Trains & <Trams>\",\"state\":\"ACTIVE\",\"parent\":null,\"vision\":\"On time\"}]}";

    private final LinkedJira jira = new LinkedJira();

    StrategyPagesTest() throws Exception {}

    @Test
    void aReviewTalksAboutExceptionsOnly() throws Exception {
        jira.answers("GET rest/throughline/1.0/plans?limit=200", 200, ONE_PLAN);
        jira.answers("GET rest/throughline/1.0/plans/PLAN-1/scorecard", 200, scorecard());

        Map<String, Object> page = review(Locale.ENGLISH).getContextMap(Map.of("spaceKey", "STRAT"));

        assertThat(page).containsEntry("ContentPageTitle", "Strategy review Q4 2026, Trains & <Trams>");
        assertGolden("review", body("review", page));
    }

    @Test
    void withoutAnAnswerTheHeadingsStandThereAndThePageSaysWhy() throws Exception {
        jira.answers("GET rest/throughline/1.0/plans?limit=200", 0, "");

        Map<String, Object> page = review(Locale.ENGLISH).getContextMap(Map.of());

        assertThat(page).containsEntry("ContentPageTitle", "Strategy review Q4 2026");
        assertThat(body("review", page))
                .contains("Jira did not answer, so this page does not know your plan.")
                .contains("Drifting: work lands, the outcome does not move")
                .contains("ac:name=\"strategy-health\"")
                .doesNotContain("No objective drifts");
    }

    @ParameterizedTest
    @CsvSource({
        "401,You may not view strategy in Jira",
        "403,You may not view strategy in Jira",
        "500,Jira did not answer",
        "302,Jira did not answer"
    })
    void everyRefusalIsASentence(int status, String sentence) {
        jira.answers("GET rest/throughline/1.0/plans?limit=200", status, "<html>");

        assertThat(new OnAPage(jira.door(), TestLanguage.languages(Locale.ENGLISH)).getContextMap(Map.of()))
                .extractingByKey("intro")
                .asString()
                .contains(sentence);
    }

    @Test
    void withoutALinkThePageIsMadeAllTheSame() throws Exception {
        jira.unlinked();

        Map<String, Object> page =
                new Announcement(jira.door(), TestLanguage.languages(Locale.GERMANY)).getContextMap(Map.of());

        assertThat(body("announcement", page)).contains("kein Jira verknüpft").contains("Was sich für wen ändert");
    }

    @Test
    void ofSeveralPlansTheCompanysIsTakenAndTheOthersAreNamed() {
        jira.answers("GET rest/throughline/1.0/plans?limit=200", 200, """
                {"values":[{"key":"PLAN-9","name":"Old","state":"CLOSED","parent":null},
                 {"key":"PLAN-3","name":"Unit","state":"ACTIVE","parent":"PLAN-2"},
                 {"key":"PLAN-2","name":"Company","state":"ACTIVE","parent":null}]}
                """);

        Map<String, Object> page =
                new OnAPage(jira.door(), TestLanguage.languages(Locale.ENGLISH)).getContextMap(Map.of());

        assertThat(page.get("sheet").toString()).contains("<ac:parameter ac:name=\"plan\">PLAN-2</ac:parameter>");
        assertThat(page.get("intro").toString()).contains("Unit (PLAN-3)").doesNotContain("Old");
    }

    @Test
    void theOtherPagesAreReadableStorage() throws Exception {
        jira.answers("GET rest/throughline/1.0/plans?limit=200", 200, ONE_PLAN);
        jira.answers("GET rest/throughline/1.0/plans/PLAN-1/scorecard", 200, scorecard());

        assertGolden(
                "announcement",
                body(
                        "announcement",
                        new Announcement(jira.door(), TestLanguage.languages(Locale.ENGLISH)).getContextMap(Map.of())));
        assertGolden(
                "kpi-review",
                body(
                        "kpi-review",
                        new KpiReview(jira.door(), TestLanguage.languages(Locale.GERMANY), NOVEMBER)
                                .getContextMap(Map.of())));
        assertGolden(
                "on-a-page",
                body(
                        "on-a-page",
                        new OnAPage(jira.door(), TestLanguage.languages(Locale.ENGLISH)).getContextMap(Map.of())));
    }

    @Test
    void moreThanAnyoneCanTalkAboutIsCounted() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= Agenda.MOST + 3; i++) {
            rows.append(i == 1 ? "" : ",").append("""
                    {"key":"OBJ-%d","name":"n","state":"ACTIVE","owner":{"active":true},"signal":{"kind":"DRIFT"}}""".formatted(i));
        }
        jira.answers("GET rest/throughline/1.0/plans?limit=200", 200, ONE_PLAN);
        jira.answers(
                "GET rest/throughline/1.0/plans/PLAN-1/scorecard", 200, "{\"groups\":[{\"rows\":[" + rows + "]}]}");

        assertThat(review(Locale.ENGLISH).getContextMap(Map.of()).get("agenda").toString())
                .contains("(15)", "And 3 more", "OBJ-12")
                .doesNotContain("OBJ-13");
    }

    private QuarterlyReview review(Locale locale) {
        return new QuarterlyReview(jira.door(), TestLanguage.languages(locale), NOVEMBER);
    }

    private static String scorecard() {
        return """
                {"at":"2026-11-22T09:59:00Z","modelVersion":1377,"groups":[{"owner":{"name":"Ingrid <H>"},"rows":[
                 {"key":"OBJ-1","name":"Going well","state":"ACTIVE","due":"2027-12-31","owner":{"active":true},
                  "signal":{"kind":"REALIZING"},"outcome":{"health":"GREEN"},
                  "kpis":[{"key":"KPI-1","name":"Fresh","outcome":{"health":"GREEN","stale":0}}]},
                 {"key":"OBJ-2","name":"Work & no <effect>","state":"ACTIVE","due":"2026-01-31","owner":{"active":true},
                  "signal":{"kind":"DRIFT"},"outcome":{"health":"RED"},
                  "kpis":[{"key":"KPI-2","name":"Off","ownerName":"Henrik","outcome":{"health":"RED","stale":0}}]},
                 {"key":"OBJ-3","name":"Off pace","state":"ACTIVE","due":"2027-12-31","owner":{"active":true},
                  "signal":{"kind":"STALLED"},"outcome":{"health":"RED"},
                  "kpis":[{"key":"KPI-3","name":"Nobody looked","outcome":{"health":"UNKNOWN","stale":1}}]},
                 {"key":"OBJ-4","name":"Open","state":"DRAFT","due":"2026-06-30","owner":null,
                  "signal":{"kind":"BLIND"},"outcome":{"health":"UNKNOWN"},"kpis":[]},
                 {"key":"OBJ-5","name":"Given up","state":"ABANDONED","due":"2026-01-31","owner":null,
                  "signal":{"kind":"DRIFT"},"outcome":{"health":"RED"},"kpis":[]}]}]}
                """;
    }

    /** The template with its variables filled, as Confluence fills them; it must be well-formed. */
    private static String body(String template, Map<String, Object> context) throws Exception {
        String xml = Files.readString(TEMPLATES.resolve(template + ".xml"))
                .replaceAll("(?s)<at:declarations>.*?</at:declarations>\\s*", "");
        Matcher variable = Pattern.compile("<at:var at:name=\"(\\w+)\"( at:rawxhtml=\"true\")?/>")
                .matcher(xml);
        String filled = variable.replaceAll(found -> {
            String value = context.get(found.group(1)).toString();
            return Matcher.quoteReplacement(found.group(2) == null ? StorageText.escaped(value) : value);
        });
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(
                        ("<page>" + filled + "</page>").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return filled;
    }

    /** Rewritten with {@code -Dgolden=rewrite}, and then reviewed. */
    private static void assertGolden(String name, String storage) throws IOException {
        String lines = storage.replace("><", ">\n<");
        Path golden = Path.of("src/test/resources/golden/blueprint/" + name + ".xml");
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, lines);
        }
        assertThat(lines).isEqualTo(Files.readString(golden));
    }
}
