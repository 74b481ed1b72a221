package io.throughline.app.confluence.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.app.confluence.changes.ChangesMacro;
import io.throughline.app.confluence.health.HealthMacro;
import io.throughline.app.confluence.kpi.KpiMacro;
import io.throughline.app.confluence.link.FakeJira;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.confluence.macro.StrategyMacro;
import io.throughline.app.confluence.objective.ObjectiveMacro;
import io.throughline.app.confluence.orphans.OrphansMacro;
import io.throughline.app.web.Language;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** Five macros with Jira's own answers: every name and number of the answer is in every form of the page. */
class SheetMacrosTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-04-20T09:00:30Z"), ZoneOffset.UTC);
    private static final Set<String> NAMES =
            Set.of("name", "ownerName", "actorName", "reason", "ref", "summary", "symbol");
    private static final Set<String> RATIOS = Set.of("attainment", "progress");
    private static final Set<String> NUMBERS = Set.of("value", "count", "openSize", "aligned", "orphan", "exempt");
    private static final Set<String> DAYS = Set.of("period", "date", "due", "from", "to", "since");
    /** Beside what is shown: of the plan as a whole, and what tells only why two signals differ. */
    private static final Set<String> NOT_SHOWN = Set.of("thresholds", "forecast", "before", "was", "scope", "trend");

    /** A new one wherever something else is answered: what was answered before is remembered for a while. */
    private FakeJira jira = new FakeJira();

    SheetMacrosTest() throws Exception {}

    private static final Map<String, Function<MacroTools, StrategyMacro>> MACROS = Map.of(
            "objective", ObjectiveMacro::new,
            "kpi", KpiMacro::new,
            "health", HealthMacro::new,
            "orphans", OrphansMacro::new,
            "changes", ChangesMacro::new);

    private static final Map<String, String> PARAMETERS =
            Map.of("objective", "OBJ-1", "kpi", "KPI-1", "plan", "PLAN-1", "since", "2026-04-01", "from", "2026-04-02");

    private static Stream<Arguments> everyMacroInEveryForm() {
        return MACROS.keySet().stream()
                .sorted()
                .flatMap(macro -> Stream.of("display", "preview", "pdf", "word", "email")
                        .flatMap(form -> Stream.of(Locale.ENGLISH, Locale.GERMANY)
                                .map(locale -> Arguments.of(macro, form, locale))));
    }

    @ParameterizedTest
    @MethodSource("everyMacroInEveryForm")
    void everyNameNumberAndDayOfTheAnswerIsSaid(String macro, String form, Locale locale) throws Exception {
        String text = text(render(macro, form, locale));

        Set<String> wanted = new TreeSet<>();
        collect(new ObjectMapper().readTree(answer(macro)), TestLanguage.of(locale), wanted);
        assertThat(wanted)
                .hasSizeGreaterThan(4)
                .allSatisfy(each -> assertThat(text).contains(each));
    }

    @ParameterizedTest
    @ValueSource(strings = {"objective", "kpi", "health", "orphans", "changes"})
    void onPaperThereIsNothingThatItsEnginesDoNotKnow(String macro) throws Exception {
        for (String form : new String[] {"pdf", "word", "email"}) {
            assertThat(render(macro, form, Locale.ENGLISH))
                    .doesNotContain("<svg", "<div", "tl-bar", "var(", "display:", "<script", "<section");
        }
        assertThat(render(macro, "pdf", Locale.ENGLISH)).doesNotContain("●", "▲", "◆", "○", "✔");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "objective|Trains arrive when we said|Plan › Theme|Drift|Work lands, but the outcome does not move.|due|Nov",
                "kpi|Punctuality|1.25 of 2.50 %|Target 2.5 %|1.75 % by 30 Jun 2026|Milestone|31 Mar 2026",
                "health|2 objectives by signal|Realizing|→|Drift|no longer part of the plan|Changed since 1 Apr 2026",
                "orphans|Serves nothing|At stake|Issues without an epic|To triage in Jira|Project lead|days",
                "changes|Due was – → is now 30 Nov 2026|Given up soon|Value for 30 Jun 2026|Linked: ABC-2|The pmo|Value was 1.5"
            })
    void itSaysWhatPeopleLookFor(
            String macro, String one, String two, String three, String four, String five, String six) throws Exception {
        assertThat(text(render(macro, "display", Locale.ENGLISH)).toLowerCase(Locale.ROOT))
                .contains(Stream.of(one, two, three, four, five, six)
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "objective,rest/throughline/1.0/objectives/OBJ-1/card?asOf=2026-04-10",
        "kpi,rest/throughline/1.0/kpis/KPI-1/card?asOf=2026-04-10",
        "health,rest/throughline/1.0/plans/PLAN-1/standing?since=2026-04-01&asOf=2026-04-10",
        "orphans,rest/throughline/1.0/orphans/summary?plan=PLAN-1&asOf=2026-04-10",
        "changes,rest/throughline/1.0/plans/PLAN-1/changes?from=2026-04-02&to=2026-04-10&limit=50"
    })
    void aPageAsksOneQuestionWithItsDay(String macro, String asked) throws Exception {
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.put("asOf", "2026-04-10");
        jira.answers(200, answer(macro));

        macro(macro, Locale.ENGLISH).execute(parameters, "", context("display"));

        assertThat(jira.asked).containsExactly(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"objective", "kpi", "health", "orphans", "changes"})
    void withoutWhatItShowsItSaysSoAndGarbageIsSaidToBeGarbage(String macro) throws Exception {
        assertThat(text(macro(macro, Locale.ENGLISH).execute(Map.of(), "", context("display"))))
                .contains("Edit the page");
        assertThat(jira.asked).isEmpty();
        for (String body : new String[] {"", "[]", "{}", "{\"plan\":{\"key\":1}}", "<html>Log in</html>"}) {
            jira = new FakeJira().answers(200, body);
            assertThat(text(macro(macro, Locale.ENGLISH).execute(PARAMETERS, "", context("display"))))
                    .contains("Jira of &lt;Norvia&gt; answered, but not with");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"objective", "kpi", "health", "orphans", "changes"})
    void whatIsGoneIsSaidWithItsLastKnownNameToThoseWhoMayView(String macro) throws Exception {
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.put("name", "Trains & <more>");

        jira = new FakeJira().answers(404, "{\"errorMessages\":[\"There is none.\"],\"code\":\"NOT_FOUND\"}");
        assertThat(macro(macro, Locale.ENGLISH).execute(parameters, "", context("display")))
                .contains("(“Trains &amp; &lt;more&gt;”)");
        for (int status : new int[] {401, 403, 500}) {
            jira = new FakeJira().answers(status, "{}");
            assertThat(macro(macro, Locale.ENGLISH).execute(parameters, "", context("display")))
                    .doesNotContain("Trains");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"objective", "kpi", "health", "orphans", "changes"})
    void namesThatAreCodeStayText(String macro) throws Exception {
        String hostile = answer(macro).replaceAll("(\"(?:name|summary|ownerName)\" : )\"[^\"]*\"", "$1\"<img src=x>\"");
        assertThat(hostile).contains("<img src=x>");
        jira.answers(200, hostile);

        for (String form : new String[] {"display", "pdf", "word"}) {
            assertThat(macro(macro, Locale.ENGLISH).execute(PARAMETERS, "", context(form)))
                    .contains("&lt;img")
                    .doesNotContain("<img");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"objective", "kpi", "health", "orphans", "changes"})
    void aPinnedMacroSaysItsVersionAndWhetherThatIsTheOneShown(String macro) throws Exception {
        int shown =
                new ObjectMapper().readTree(answer(macro)).get("modelVersion").intValue();
        jira.answers(200, answer(macro));
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.put("asOf", "2026-04-10");
        for (String form : new String[] {"display", "pdf", "word", "email"}) {
            parameters.put("pinned", Integer.toString(shown));
            assertThat(text(macro(macro, Locale.ENGLISH).execute(parameters, "", context(form))))
                    .contains("Pinned at strategy version " + shown)
                    .doesNotContain("it was changed again on that day");

            parameters.put("pinned", Integer.toString(shown - 1));
            assertThat(text(macro(macro, Locale.ENGLISH).execute(parameters, "", context(form))))
                    .contains("Pinned at strategy version " + (shown - 1)
                            + "; it was changed again on that day, and version " + shown + " is shown");
        }
    }

    @Test
    void aFormerNameThatLooksLikeADayThatThereNeverWasIsAName() throws Exception {
        jira.answers(200, answer("changes").replace("\"was\" : \"Objective\"", "\"was\" : \"2026-02-31\""));

        assertThat(macro("changes", Locale.ENGLISH).execute(PARAMETERS, "", context("display")))
                .contains("2026-02-31", "Trains arrive when we said");
    }

    private String render(String macro, String form, Locale locale) throws Exception {
        jira.answers(200, answer(macro));
        return macro(macro, locale).execute(PARAMETERS, "", context(form));
    }

    private StrategyMacro macro(String name, Locale locale) {
        return MACROS.get(name)
                .apply(new MacroTools(
                        jira.strategy(NOW),
                        TestLanguage.languages(locale),
                        Mockito.mock(PageResources.class),
                        new StrictTemplates()));
    }

    private static String answer(String macro) throws IOException {
        return Files.readString(Path.of("src/test/resources/golden/answers", macro + ".json"));
    }

    private static ConversionContext context(String outputType) {
        ConversionContext context = Mockito.mock(ConversionContext.class);
        Mockito.when(context.getOutputType()).thenReturn(outputType);
        return context;
    }

    private static void collect(JsonNode json, Language language, Set<String> wanted) {
        json.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String name = field.getKey();
            if (NOT_SHOWN.contains(name)) {
                return;
            }
            if (value.isTextual() && NAMES.contains(name)) {
                wanted.add(escaped(value.asText()));
            } else if (value.isTextual() && DAYS.contains(name)) {
                wanted.add(language.date(LocalDate.parse(value.asText())));
            } else if (value.isNumber() && RATIOS.contains(name)) {
                wanted.add(language.percent(value.asDouble()));
            } else if (value.isNumber() && NUMBERS.contains(name)) {
                wanted.add(language.number(value.asDouble(), 2));
            } else if (name.equals("share")) {
                value.forEach(share -> wanted.add(language.fixed(share.asDouble() * 100, 1)));
            } else {
                collect(value, language, wanted);
            }
        });
        if (json.isArray()) {
            json.forEach(each -> collect(each, language, wanted));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What remains without tags, as an export to text would have it. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("[ \\n]+", " ");
    }
}
