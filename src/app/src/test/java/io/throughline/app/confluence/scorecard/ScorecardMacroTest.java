package io.throughline.app.confluence.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.sal.api.net.ResponseException;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.confluence.link.FakeJira;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class ScorecardMacroTest {
    private static final Map<String, String> PLAN = Map.of("plan", "PLAN-1");

    private static final Clock NOW = Clock.fixed(Instant.parse("2027-03-15T08:42:30Z"), ZoneOffset.UTC);

    private final PageResources resources = Mockito.mock(PageResources.class);
    private final FakeJira jira = new FakeJira();

    ScorecardMacroTest() throws Exception {}

    @Test
    void aPlanIsShownWithItsNumbersAsText() throws Exception {
        jira.answers(200, Answers.plan());

        String html = render(PLAN);

        assertThat(text(html))
                .contains("Strategy 2026–2028 Scorecard by theme")
                .contains("Outcome 35% ▲ Behind")
                .contains("43% expected")
                .contains("Delivery 53% ● On track")
                .contains("1 Realizing")
                .contains("A network people rely on IH Ingrid Halvorsen")
                .contains("Trains arrive when we said")
                .contains("40%")
                .contains("63%")
                .contains("Realizing Punctuality on pace; 63 % of the work done.")
                .contains("Punctuality within 5 minutes")
                .contains("89.1 of 93.0 %")
                .contains("Unattested")
                .contains("As of 15 Mar 2027, 08:42 UTC")
                .contains("Read from Jira of &lt;Norvia&gt;, strategy version 1377")
                .contains("1 KPI stale and counted as no data")
                .contains("4 items you may not see are included");
    }

    @Test
    void aPageChoosesItsColumns() throws Exception {
        jira.answers(200, Answers.plan());
        Map<String, String> two = Map.of("plan", "PLAN-1", "columns", "signal, Outcome");

        String screen = text(render(two));
        String paper = text(macro(new StrictTemplates(), Locale.ENGLISH).execute(two, "", context("word")));

        for (String text : new String[] {screen, paper}) {
            assertThat(text)
                    .contains("Objective, KPI Outcome")
                    .contains("Trains arrive when we said")
                    .contains("Punctuality on pace; 63 % of the work done.")
                    .doesNotContain(
                            "Ingrid Halvorsen", "Actual, target", "89.1 of 93.0 %", "Delivery 63%", "60% expected");
        }
        assertThat(text(render(Map.of("plan", "PLAN-1", "columns", "owner,weight"))))
                .contains("weight")
                .doesNotContain("Trains");
    }

    @Test
    void barsHaveLengthsTicksAndWords() throws Exception {
        jira.answers(200, Answers.plan());

        String html = render(PLAN);

        assertThat(html)
                .contains("style=\"width:62.8%\"")
                .contains("left:62.8%;width:10%")
                .contains("style=\"left:60%\"")
                .contains("Delivery 63%, On track, 60% expected.")
                .contains("Outcome 40%, On pace, 40% expected.");
    }

    @Test
    void anObjectiveWithoutDataHasADashedLineAndNoNumber() throws Exception {
        jira.answers(200, Answers.plan());

        String html = render(PLAN);

        assertThat(html).contains("tl-bar-empty").contains(">–<").contains("Outcome: No data.");
        assertThat(text(html)).contains("Blind No KPI says whether it helps.");
    }

    @Test
    void namesLeadToThePlanAndTheObjectivesInJira() throws Exception {
        jira.answers(200, Answers.plan());

        assertThat(render(PLAN))
                .contains("href=\"https://jira.example/jira/plugins/servlet/throughline/plans/PLAN-1\"")
                .contains("href=\"https://jira.example/jira/plugins/servlet/throughline/objectives/OBJ-1\"");
    }

    @Test
    void aKpiShowsItsTrendAndItsBand() throws Exception {
        jira.answers(200, Answers.band());

        String html = render(PLAN);

        assertThat(text(html)).contains("92.6 in 94–97 %").contains("Stale");
        assertThat(html).contains("points=\"2.0,2.0 46.0,10.0 90.0,18.0\"").contains("cx=\"90.0\" cy=\"18.0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "email", "feed", "html_export"})
    void onPaperItIsOnePlainTableWithItsNumbersAsText(String outputType) throws Exception {
        jira.answers(200, Answers.plan());

        String html = macro(new StrictTemplates(), Locale.ENGLISH).execute(PLAN, "", context(outputType));

        assertThat(text(html))
                .contains("Outcome: 35% ▲ Behind, 43% expected")
                .contains("40% ● On pace, 40% expected")
                .contains("89.1 of 93.0 %")
                .contains("As of 15 Mar 2027, 08:42 UTC");
        assertThat(html).doesNotContain("<svg", "<div", "class=\"tl-bar", "var(", "display:", "<script");
    }

    @Test
    void inAPdfWordsStandForTheShapesThatItsFontsLack() throws Exception {
        jira.answers(200, Answers.plan());

        String html = macro(new StrictTemplates(), Locale.ENGLISH).execute(PLAN, "", context("pdf"));

        assertThat(text(html)).contains("Outcome: 35% Behind, 43% expected").contains("40% On pace, 40% expected");
        assertThat(html).doesNotContain("●", "▲", "◆", "○", "✔", "<svg");
    }

    @Test
    void theReaderGetsTheReadersLanguage() throws Exception {
        jira.answers(200, Answers.plan());

        assertThat(text(render(PLAN, Locale.GERMANY)))
                .contains("Scorecard nach Themen")
                .contains("Wirkung 35\u00a0% ▲ Im Rückstand")
                .contains("89,1 von 93,0 %")
                .contains("Stand 15. März 2027, 08:42 UTC");
    }

    @Test
    void parametersBecomeTheQuestion() throws Exception {
        jira.answers(200, Answers.plan());

        render(Map.of("plan", " plan-1 ", "groupBy", "perspective", "asOf", "2026-06-30"));

        assertThat(jira.asked)
                .containsExactly("rest/throughline/1.0/plans/PLAN-1/scorecard?groupBy=PERSPECTIVE&asOf=2026-06-30");
    }

    @Test
    void aPastDaySaysFromWhenItsDeliveriesAre() throws Exception {
        String past = Answers.plan().replace("\"asOf\":null", "\"asOf\":\"2026-06-30\",\"snapshot\":@");
        Map<String, String> asked = Map.of("plan", "PLAN-1", "asOf", "2026-06-30");

        jira.answers(200, past.replace("@", "{\"day\":\"2026-06-29\",\"filled\":true}"));
        assertThat(text(render(asked)))
                .contains("As of 30 Jun 2026")
                .contains("Nobody recorded that day; delivery is as of 29 Jun 2026");
        jira.answers(200, past.replace("@", "{\"day\":\"2026-06-30\",\"filled\":false}"));
        assertThat(text(render(asked))).doesNotContain("Nobody recorded");
        jira.answers(200, past.replace("@", "{\"reason\":\"No day was recorded yet.\"}"));
        assertThat(text(render(asked))).contains("No day was recorded yet.");
        jira.answers(
                404, "{\"code\":\"NOT_THEN\",\"errorMessages\":[\"PLAN-1 did not exist at the end of 2026-06-30.\"]}");
        assertThat(text(render(asked))).contains("PLAN-1 did not exist at the end of 2026-06-30.");
    }

    @Test
    void aPlanWithoutThemesSaysSo() throws Exception {
        jira.answers(200, Answers.empty());

        assertThat(text(render(PLAN))).contains("This plan has no themes yet.");
    }

    @Test
    void whileJiraIsReadNoNumberAboutWorkIsShown() throws Exception {
        jira.answers(200, Answers.indexing());

        String text = text(render(PLAN));

        assertThat(text).contains("Reading Jira: 412,000 of 1,000,000 items.").doesNotContain("Delivery –");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''|''|“Plan” is missing.",
                "../../x|''|''|Plan: “../../x” is not a key such as PLAN-1",
                "PLAN-1|owner|''|Group by: “owner” is none of THEME, PERSPECTIVE.",
                "PLAN-1|''|yesterday|As of: “yesterday” is not a date such as 2027-03-31."
            })
    void anUnclearParameterIsSaidAndJiraIsNotAsked(String plan, String groupBy, String asOf, String message) {
        String text = text(render(Map.of("plan", plan, "groupBy", groupBy, "asOf", asOf)));

        assertThat(text).contains(message);
        assertThat(jira.asked).isEmpty();
    }

    @Test
    void aMacroWithoutAnyParameterSaysWhatIsMissing() {
        assertThat(text(render(Map.of()))).contains("“Plan” is missing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|Jira of &lt;Norvia&gt; answered, but not with strategy.",
                "403|You may not view strategy in Jira of &lt;Norvia&gt;.",
                "401|Jira of &lt;Norvia&gt; does not know you.",
                "302|Jira of &lt;Norvia&gt; answered, but not with strategy.",
                "204|Jira of &lt;Norvia&gt; answered, but not with strategy.",
                "500|Jira of &lt;Norvia&gt; could not read the strategy.",
                "503|Jira of &lt;Norvia&gt; cannot be reached."
            })
    void aRefusalIsSaid(int status, String message) throws Exception {
        jira.answers(status, "<html>whatever");

        assertThat(text(render(PLAN))).contains(message);
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        jira.answers(404, "{\"code\":\"NOT_FOUND\",\"errorMessages\":[\"Gone.\"]}");

        assertThat(text(render(PLAN)))
                .contains("There is no PLAN-1 in Jira of &lt;Norvia&gt; that you may see.")
                .doesNotContain("Gone.");
        assertThat(text(render(Map.of("plan", "PLAN-1", "name", "Strategy <26>"))))
                .contains("There is no PLAN-1 (“Strategy &lt;26&gt;”) in Jira of &lt;Norvia&gt;");
    }

    @Test
    void jirasOwnWordsAndReferenceAreHandedOnEscaped() throws Exception {
        jira.answers(400, "{\"code\":\"BAD\",\"errorMessages\":[\"<b>No</b> day before 2026.\"]}");
        assertThat(render(PLAN)).contains("&lt;b&gt;No&lt;/b&gt; day before 2026.");

        jira.answers(
                400,
                "{\"code\":\"INVALID\",\"errorMessages\":[\"See each field.\"],\"errors\":{\"asOf\":\"must not be <later>\",\"to\":\"is odd\"}}");
        assertThat(text(render(PLAN)))
                .contains("asOf must not be &lt;later&gt;; to is odd")
                .doesNotContain("See each");

        jira.answers(500, "{\"code\":\"INTERNAL\",\"ref\":\"7f3a9c\"}");
        assertThat(text(render(PLAN))).contains("with the reference 7f3a9c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"PLAN-1\"",
                "<!doctype html><title>Log in</title>",
                "{}",
                "{\"plan\":{\"key\":\"PLAN-1\"}}",
                "{\"plan\":{\"key\":\"PLAN-1\",\"name\":\"x\"},\"at\":\"yesterday\",\"groups\":[]}",
                "{\"plan\":{\"key\":\"PLAN-1\",\"name\":\"x\"},\"at\":\"2027-03-15T08:42:00Z\",\"groups\":{}}",
                "{\"plan\":{\"key\":\"PLAN-1\",\"name\":\"x\"},\"at\":\"2027-03-15T08:42:00Z\",\"groups\":[1]}"
            })
    void garbageIsSaidToBeNoScorecard(String body) throws Exception {
        jira.answers(200, body);

        assertThat(text(render(PLAN))).contains("answered, but not with strategy");
    }

    @Test
    void aBodyWithoutEndIsCutOffAndSaidToBeTooLarge() throws Exception {
        jira.answers(200, () -> new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return length;
            }
        });

        assertThat(text(render(PLAN))).contains("more than a page can show");
    }

    @Test
    void aMissingLinkIsSaid() {
        jira.unlinked();

        assertThat(text(render(PLAN))).contains("No Jira is linked to this Confluence.");
    }

    @Test
    void aLinkThatCannotActForTheReaderIsSaid() {
        jira.withoutImpersonation();

        assertThat(text(render(PLAN))).contains("cannot act for you");
    }

    @Test
    void missingConsentComesWithTheWayToGiveIt() throws Exception {
        jira.wantsCredentials(URI.create("https://jira.example/authorise?token=a&b=\"c".replace("\"", "%22")));

        assertThat(render(PLAN))
                .contains("href=\"https://jira.example/authorise?token=a&amp;b=%22c\"")
                .contains("Allow Confluence to read Jira of &lt;Norvia&gt; for you");
    }

    @Test
    void consentThatExpiredOnTheWayIsAskedForAgain() throws Exception {
        jira.forgotCredentials();

        assertThat(render(PLAN)).contains("href=\"https://jira.example/authorise\"");
    }

    @Test
    void anAddressThatABrowserMustNotFollowIsNotPrinted() throws Exception {
        jira.wantsCredentials(URI.create("javascript:alert(1)"));

        assertThat(render(PLAN)).doesNotContain("javascript:").doesNotContain("<a ");
    }

    @Test
    void aSlowJiraAndADeadOneAreToldApart() throws Exception {
        jira.fails(new ResponseException("read", new SocketTimeoutException("Read timed out")));
        assertThat(text(render(PLAN))).contains("did not answer in time");

        jira.fails(new ResponseException("connect", new ConnectException("Connection refused")));
        assertThat(text(render(PLAN))).contains("cannot be reached");
    }

    @Test
    void hostileNamesAreText() throws Exception {
        jira.answers(200, Answers.hostile());

        String html = render(PLAN);

        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("\" onmouseover=")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&quot; onmouseover=&quot;x");
    }

    @Test
    void hostileParametersAreText() {
        String html = render(Map.of("plan", "<script>alert('1')</script>"));

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void styleSheetsAreAskedForOnScreenOnly() throws Exception {
        jira.answers(200, Answers.plan());

        render(PLAN);
        Mockito.verify(resources).require("scorecard");

        Mockito.clearInvocations(resources);
        macro(new StrictTemplates(), Locale.ENGLISH).execute(PLAN, "", context("pdf"));
        Mockito.verifyNoInteractions(resources);
    }

    @Test
    void whateverFailsThePageRendersWithAReference() throws Exception {
        jira.answers(200, Answers.plan());
        TemplateRenderer broken = Mockito.mock(TemplateRenderer.class);
        Mockito.doThrow(new IllegalStateException("<secret>")).when(broken).render(any(), any(), any());

        String html = macro(broken, Locale.ENGLISH).execute(PLAN, "", context("display"));

        assertThat(html).contains("Throughline: ref ").doesNotContain("secret");
    }

    private String render(Map<String, String> parameters) {
        return render(parameters, Locale.ENGLISH);
    }

    private String render(Map<String, String> parameters, Locale locale) {
        return macro(new StrictTemplates(), locale).execute(parameters, "", context("display"));
    }

    private ScorecardMacro macro(TemplateRenderer templates, Locale locale) {
        return new ScorecardMacro(
                new MacroTools(jira.strategy(NOW), TestLanguage.languages(locale), resources, templates));
    }

    private static ConversionContext context(String outputType) {
        ConversionContext context = Mockito.mock(ConversionContext.class);
        Mockito.when(context.getOutputType()).thenReturn(outputType);
        return context;
    }

    /** What remains without tags, as an export to text would have it. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("[ \\n]+", " ").replace(" ,", ",");
    }
}
