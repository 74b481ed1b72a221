package io.throughline.app.confluence.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.app.confluence.link.FakeJira;
import io.throughline.app.confluence.macro.Fingerprint;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.confluence.macro.NotShown;
import io.throughline.app.confluence.pin.MacroEdits.Which;
import io.throughline.app.confluence.scorecard.ScorecardMacro;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** Macros held on a page: pinned, released, frozen; and nothing else of the page changed. */
class MacroEditsTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2027-03-15T08:42:30Z"), ZoneOffset.UTC);
    private static final String MACRO = "<ac:structured-macro ac:name=\"strategy-scorecard\" ac:schema-version=\"1\""
            + " ac:macro-id=\"4f1e\"><ac:parameter ac:name=\"plan\">PLAN-1</ac:parameter></ac:structured-macro>";
    private static final Which FIRST = new Which(Fingerprint.of("strategy-scorecard", Map.of("plan", "PLAN-1")), 0);

    /** A page with what might be taken for the macro. */
    private static final String BEFORE = "<p>A &amp; B <!-- " + MACRO + " --></p>"
            + "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[" + MACRO
            + "]]></ac:plain-text-body></ac:structured-macro>"
            + "<ac:structured-macro ac:name=\"strategy-scorecard\"><ac:parameter ac:name=\"plan\">PLAN-2</ac:parameter>"
            + "</ac:structured-macro><ac:layout>";

    private static final String AFTER = "</ac:layout><p>end</p>";

    private final FakeJira jira = new FakeJira();

    MacroEditsTest() throws Exception {}

    @Test
    void pinningHoldsTheDayAndTheVersionAndChangesNothingElse() {
        assertThat(edits().pinned(BEFORE + MACRO + AFTER, FIRST, 1377))
                .contains(BEFORE
                        + MACRO.replace(
                                "</ac:structured-macro>",
                                "<ac:parameter ac:name=\"asOf\">2027-03-15</ac:parameter>"
                                        + "<ac:parameter ac:name=\"pinned\">1377</ac:parameter></ac:structured-macro>")
                        + AFTER);
    }

    @Test
    void aMacroWithEndlessAttributesIsReadLikeAnyOther() {
        String endless = "<ac:structured-macro ac:name=\"other\" x=\"/\"" + " y='/>'".repeat(20_000) + "/>";

        assertThat(edits().pinned(endless + MACRO, FIRST, 7).orElseThrow())
                .startsWith(endless)
                .contains("<ac:parameter ac:name=\"pinned\">7</ac:parameter>");
    }

    @Test
    void aDayThatAMacroShowsAlreadyIsTheOneItIsPinnedTo() {
        String past = MACRO.replace(
                "</ac:structured-macro>",
                "<ac:parameter ac:name=\"asOf\">2026-12-31</ac:parameter></ac:structured-macro>");
        Which which =
                new Which(Fingerprint.of("strategy-scorecard", Map.of("plan", "PLAN-1", "asOf", "2026-12-31")), 0);

        assertThat(edits().pinned(BEFORE + past + AFTER, which, 9).orElseThrow())
                .contains("2026-12-31")
                .contains("<ac:parameter ac:name=\"pinned\">9</ac:parameter>")
                .doesNotContain("2027-03-15");
    }

    @Test
    void releasingGivesBackThePageFromBeforePinning() {
        String pinned = edits().pinned(BEFORE + MACRO + AFTER, FIRST, 1377).orElseThrow();
        Which which = new Which(
                Fingerprint.of("strategy-scorecard", Map.of("plan", "PLAN-1", "asOf", "2027-03-15", "pinned", "1377")),
                0);

        assertThat(edits().released(pinned, which)).contains(BEFORE + MACRO + AFTER);
    }

    @Test
    void ofTwoAlikeTheOneThatIsMeantIsChanged() {
        String changed = edits().pinned(MACRO + "<hr/>" + MACRO, new Which(FIRST.fingerprint(), 1), 5)
                .orElseThrow();

        assertThat(changed)
                .startsWith(MACRO + "<hr/>")
                .endsWith("<ac:parameter ac:name=\"pinned\">5</ac:parameter></ac:structured-macro>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<p>nothing</p>", "<ac:structured-macro ac:name=\"strategy-scorecard\">", "<![CDATA[", "<!--"
            })
    void whereThereIsNoSuchMacroNothingIsChanged(String storage) throws Exception {
        assertThat(edits().pinned(storage, FIRST, 1)).isEmpty();
        assertThat(edits().released(storage, FIRST)).isEmpty();
        assertThat(edits().frozen(storage, FIRST)).isEmpty();
    }

    @Test
    void freezingPutsNumbersWordsAndLinksBackInItsPlaceAndNoMacroIsLeft() throws Exception {
        jira.answers(200, jiraSays("Trains &amp; more"));

        String page = edits().frozen("<p>x</p>" + MACRO + AFTER, FIRST).orElseThrow();

        assertThat(page)
                .startsWith("<p>x</p><table")
                .endsWith(AFTER)
                .contains("Trains &amp;amp; more")
                .contains("40%")
                .contains("Frozen: these are the numbers of 15 Mar 2027, 08:42 UTC")
                .contains("strategy version 1377")
                .contains("href=\"https://jira.example/jira/plugins/servlet/throughline/plans/PLAN-1\"")
                .contains("href=\"https://jira.example/jira/plugins/servlet/throughline/objectives/OBJ-1\"")
                .doesNotContain("ac:structured-macro", "<img", "<script");
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(("<page>" + page.replace(AFTER, "") + "</page>")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void aNoticeIsNeverFrozen() throws Exception {
        jira.answers(403, "{\"code\":\"NO_RIGHT\"}");

        assertThatThrownBy(() -> edits().frozen(MACRO, FIRST))
                .isInstanceOf(NotShown.class)
                .hasMessageContaining("You may not view strategy");
    }

    private static String jiraSays(String objective) {
        return """
                {"plan":{"key":"PLAN-1","name":"P"},"groupBy":"THEME","at":"2027-03-15T08:42:10Z","modelVersion":1377,
                 "signals":{},"groups":[{"key":"TH-1","name":"T","rows":[{"key":"OBJ-1","name":"%s",
                  "outcome":{"health":"GREEN","attainment":0.4,"expected":0.4}}]}]}""".formatted(objective);
    }

    private MacroEdits edits() {
        MacroTools tools = new MacroTools(
                jira.strategy(NOW),
                TestLanguage.languages(Locale.ENGLISH),
                Mockito.mock(PageResources.class),
                new StrictTemplates());
        return new MacroEdits(List.of(new ScorecardMacro(tools)), NOW);
    }
}
