package io.throughline.app.confluence.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.confluence.cascade.CascadeMacro;
import io.throughline.app.confluence.link.FakeJira;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.confluence.macro.StrategyMacro;
import io.throughline.app.confluence.map.MapMacro;
import io.throughline.app.confluence.onapage.OnAPageMacro;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/**
 * Strategy map, cascade and strategy on a page, from answers of a real Jira side to the sample company
 * ({@code golden/answers}, kept as they came; the scorecard has its {@code lookFirst} since Jira says that).
 */
class PlanSheetsTest {
    private static final Map<String, String> PLAN = Map.of("plan", "PLAN-1");
    private static final Clock NOW = Clock.fixed(Instant.parse("2027-03-15T08:42:30Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeJira jira = new FakeJira();

    PlanSheetsTest() throws Exception {}

    @ParameterizedTest
    @CsvSource({
        "strategy-map, display", "strategy-map, pdf", "strategy-map, word", "strategy-map, email",
        "strategy-cascade, display", "strategy-cascade, pdf", "strategy-cascade, word", "strategy-cascade, email",
        "strategy-on-a-page, display", "strategy-on-a-page, pdf", "strategy-on-a-page, word",
                "strategy-on-a-page, email"
    })
    void everyNameAndNumberOfTheAnswerIsReadEverywhere(String macro, String medium) throws Exception {
        String text = text(render(macro, PLAN, medium));

        for (String answer : answersOf(macro)) {
            assertThat(said(answer(answer)))
                    .isNotEmpty()
                    .allSatisfy(each ->
                            assertThat(text).as("%s in %s", each, medium).contains(each));
        }
        assertThat(text).contains("Read from Jira of &lt;Norvia&gt;, strategy version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategy-map", "strategy-cascade", "strategy-on-a-page"})
    void onPaperThereIsNothingThatItsEnginesDoNotKnow(String macro) throws Exception {
        assertThat(render(macro, PLAN, "pdf"))
                .doesNotContain("<svg", "var(", "display:", "<script", "class=\"tl-bar", "●", "▲", "◆", "○", "→");
        assertThat(render(macro, PLAN, "word")).doesNotContain("<svg", "var(", "display:", "<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategy-map", "strategy-cascade", "strategy-on-a-page"})
    void onScreenItIsWellFormedWhateverPeopleCallThings(String macro) throws Exception {
        for (String name : Set.of("<script>alert(1)</script>&\"'", "שם ארוך מאוד של יעד", "x".repeat(300))) {
            String html = render(macro, PLAN, "display", json -> renamed(json, name));

            assertThat(html).doesNotContain("<script");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(html.replace("&nbsp;", " ").getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategy-map", "strategy-cascade", "strategy-on-a-page"})
    void germanReadersReadGerman(String macro) throws Exception {
        String text = text(render(macro, PLAN, "display", json -> json, Locale.GERMANY));

        assertThat(text).contains("Wirkung", "Umsetzung").doesNotContain("Outcome", "throughline.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategy-map", "strategy-cascade", "strategy-on-a-page"})
    void whileJiraIsReadNothingIsSaidAboutWork(String macro) throws Exception {
        String text = text(render(macro, PLAN, "display", PlanSheetsTest::indexing));

        assertThat(text).contains("Reading Jira: 412,000 of 1,000,000 items.").doesNotContain("On track");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strategy-map", "strategy-cascade", "strategy-on-a-page"})
    void anAnswerThatLacksWhatIsNeededIsANotice(String macro) throws Exception {
        jira.answers(200, "{\"plan\":{\"key\":\"PLAN-1\"},\"key\":\"PLAN-1\"}");

        assertThat(macro(macro, Locale.ENGLISH).execute(PLAN, "", context("display")))
                .contains("answered, but not with strategy");
    }

    @Test
    void theQuestionsCarryTheDay() throws Exception {
        render("strategy-map", Map.of("plan", "plan-1", "asOf", "2026-06-30"), "display");
        render("strategy-cascade", Map.of("plan", "PLAN-1", "asOf", "2026-06-30"), "display");
        render("strategy-on-a-page", Map.of("plan", "PLAN-1", "asOf", "2026-06-30", "since", "2026-03-31"), "display");

        assertThat(jira.asked)
                .containsExactly(
                        "rest/throughline/1.0/plans/PLAN-1/map?asOf=2026-06-30",
                        "rest/throughline/1.0/plans/PLAN-1/tree?asOf=2026-06-30",
                        "rest/throughline/1.0/plans/PLAN-1/scorecard?groupBy=THEME&asOf=2026-06-30",
                        "rest/throughline/1.0/plans/PLAN-1/standing?since=2026-03-31&asOf=2026-06-30");
    }

    @Test
    void theMapIsDrawnWithItsLinksAndItsLineStyles() throws Exception {
        String html = render("strategy-map", PLAN, "display");
        JsonNode map = answer("map");

        assertThat(html).contains("role=\"group\" aria-label=\"Strategy map of ");
        for (JsonNode node : map.get("nodes")) {
            assertThat(html)
                    .contains("href=\"https://jira.example/jira/plugins/servlet/throughline/objectives/"
                            + node.get("key").textValue() + "\"");
        }
        assertThat(html.split("helps to reach", -1)).hasSize(map.get("edges").size() + 1);
    }

    @Test
    void whereToLookFirstIsTheLowestPaceOfWhatIsBehind() throws Exception {
        String text = text(render("strategy-on-a-page", PLAN, "word"));
        String first = "";
        double lowest = 2;
        for (JsonNode group : answer("scorecard").get("groups")) {
            for (JsonNode row : group.get("rows")) {
                JsonNode outcome = row.get("outcome");
                boolean behind =
                        Set.of("AMBER", "RED").contains(outcome.get("health").textValue());
                if (behind && outcome.get("pace").doubleValue() < lowest) {
                    lowest = outcome.get("pace").doubleValue();
                    first = row.get("name").textValue();
                }
            }
        }

        assertThat(text).contains("Look here first " + first + ":");
    }

    @Test
    void withoutWhatChangedTheRestOfTheSheetIsShown() throws Exception {
        jira.answers(
                200,
                () -> jira.asked.get(jira.asked.size() - 1).contains("/standing")
                        ? new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8))
                        : stream("scorecard", json -> json));

        String html = macro("strategy-on-a-page", Locale.ENGLISH).execute(PLAN, "", context("display"));

        assertThat(text(html)).contains("What changed cannot be told.", "Look here first");
    }

    @Test
    void whatChangedIsToldWithBothSignals() throws Exception {
        String html = render("strategy-on-a-page", PLAN, "word", json -> {
            if (json.has("changed")) {
                JsonNode drift = JSON.createObjectNode().put("kind", "DRIFT").put("reason", "Because.");
                ObjectNode changed = ((ObjectNode) json).putArray("changed").addObject();
                changed.put("key", "OBJ-1").put("name", "Trains").putNull("owner");
                changed.putNull("was").set("is", drift);
            }
            return json;
        });

        assertThat(text(html)).contains("Trains: New, now Drift Because.");
    }

    /** Names, shares and signals of every node of an answer, and actuals of KPIs, as a reader reads them. */
    private static Set<String> said(JsonNode json) {
        Set<String> said = new LinkedHashSet<>();
        collect(json, said);
        return said;
    }

    private static void collect(JsonNode json, Set<String> said) {
        String state = json.path("state").asText();
        boolean out = state.equals("DRAFT") || state.equals("ABANDONED");
        if (json.isObject() && !out) {
            if (json.path("name").isTextual() && (json.has("outcome") || json.has("is"))) {
                said.add(escaped(json.get("name").textValue()));
            }
            addPercent(json.path("outcome").path("attainment"), json.has("delivery"), said);
            addPercent(json.path("delivery").path("progress"), true, said);
            addActual(json, said);
            if (json.path("signal").isObject()) {
                String kind = json.path("signal").path("kind").textValue();
                said.add(kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        if (!out) {
            json.forEach(each -> collect(each, said));
        }
    }

    /** A KPI shows its value instead of its attainment. */
    private static void addPercent(JsonNode ratio, boolean shown, Set<String> said) {
        if (ratio.isNumber() && shown) {
            said.add(NumberFormat.getPercentInstance(Locale.ENGLISH)
                    .format(Math.round(ratio.doubleValue() * 100) / 100.0));
        }
    }

    /** Actual and target of a KPI, with as many decimals as the finer of the two has, at most two. */
    private static void addActual(JsonNode kpi, Set<String> said) {
        JsonNode actual = kpi.path("actual").path("value");
        JsonNode wanted = kpi.path("band").isObject()
                ? kpi.path("band").path("low")
                : kpi.path("target").path("value");
        int digits = Math.max(decimals(actual), decimals(wanted));
        for (JsonNode value : new JsonNode[] {actual, kpi.path("band").isObject() ? actual : wanted}) {
            if (value.isNumber()) {
                said.add(String.format(Locale.ENGLISH, "%,." + digits + "f", value.doubleValue()));
            }
        }
    }

    private static int decimals(JsonNode value) {
        String two = String.format(Locale.ROOT, "%.2f", value.asDouble());
        return two.endsWith("00") ? 0 : two.endsWith("0") ? 1 : 2;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Set<String> answersOf(String macro) {
        return switch (macro) {
            case "strategy-map" -> Set.of("map");
            case "strategy-cascade" -> Set.of("tree");
            default -> Set.of("scorecard", "standing");
        };
    }

    private static JsonNode renamed(JsonNode json, String name) {
        if (json instanceof ObjectNode object && object.path("name").isTextual()) {
            object.put("name", name);
        }
        json.forEach(each -> renamed(each, name));
        return json;
    }

    private static JsonNode indexing(JsonNode json) {
        json.findParents("delivery")
                .forEach(node -> ((ObjectNode) node).putNull("delivery").putNull("signal"));
        ((ObjectNode) json).putObject("indexing").put("indexed", 412_000).put("total", 1_000_000);
        return json;
    }

    private static JsonNode answer(String name) throws IOException {
        try (InputStream in = PlanSheetsTest.class.getResourceAsStream("/golden/answers/" + name + ".json")) {
            return JSON.readTree(in);
        }
    }

    private static InputStream stream(String name, Function<JsonNode, JsonNode> change) {
        try {
            return new ByteArrayInputStream(JSON.writeValueAsBytes(change.apply(answer(name))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String render(String macro, Map<String, String> parameters, String medium) throws Exception {
        return render(macro, parameters, medium, json -> json, Locale.ENGLISH);
    }

    private String render(
            String macro, Map<String, String> parameters, String medium, Function<JsonNode, JsonNode> change)
            throws Exception {
        return render(macro, parameters, medium, change, Locale.ENGLISH);
    }

    private String render(
            String macro,
            Map<String, String> parameters,
            String medium,
            Function<JsonNode, JsonNode> change,
            Locale locale)
            throws Exception {
        jira.answers(200, () -> {
            String last = jira.asked.get(jira.asked.size() - 1);
            String question = last.replaceAll(".*/PLAN-1/([a-z]+).*", "$1");
            return stream(question, change);
        });
        return macro(macro, locale).execute(parameters, "", context(medium));
    }

    private StrategyMacro macro(String name, Locale locale) {
        MacroTools tools = new MacroTools(
                jira.strategy(NOW),
                TestLanguage.languages(locale),
                Mockito.mock(PageResources.class),
                new StrictTemplates());
        return switch (name) {
            case "strategy-map" -> new MapMacro(tools);
            case "strategy-cascade" -> new CascadeMacro(tools);
            default -> new OnAPageMacro(tools);
        };
    }

    private static ConversionContext context(String medium) {
        ConversionContext context = Mockito.mock(ConversionContext.class);
        Mockito.when(context.getOutputType()).thenReturn(medium);
        Mockito.when(context.getProperty(any())).thenReturn(null);
        return context;
    }

    private static String text(String html) {
        return html.replaceAll("<title>.*?</title>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&#160;", " ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([,:])", "$1")
                .strip();
    }
}
