package io.throughline.app.confluence.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.throughline.app.confluence.link.FakeJira;
import io.throughline.app.confluence.macro.Fingerprint;
import io.throughline.app.confluence.macro.MacroSettings;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.confluence.pin.MacroEdits;
import io.throughline.app.confluence.scorecard.ScorecardMacro;
import io.throughline.app.confluence.wiki.AccessMode;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** Confluence's own REST: what is sent back, and how it is refused. */
class ConfluenceRestTest {
    private static final String MACRO = "<ac:structured-macro ac:name=\\\"strategy-scorecard\\\">"
            + "<ac:parameter ac:name=\\\"plan\\\">PLAN-1</ac:parameter></ac:structured-macro>";

    private final FakeJira jira = new FakeJira();
    private final Map<String, Object> kept = new HashMap<>();
    private final MacroSettings settings = new MacroSettings(factory());

    ConfluenceRestTest() throws Exception {
        assertThat(RuntimeDelegate.getInstance()).isNotNull();
    }

    @Test
    void pinAnswersTheWholePage() {
        String answer =
                (String) macros().pin(sent(body(MACRO, "\"version\":7"))).getEntity();

        assertThat(answer).contains("{\"storage\":\"<ac:structured-macro").contains("\\\"pinned\\\">7<");
    }

    @Test
    void freezeInPlaceOfANoticeIsAConflictInWords() throws Exception {
        jira.answers(404, "{\"code\":\"NOT_FOUND\"}");

        Response refused = refused(() -> macros().freeze(sent(body(MACRO, "\"version\":7"))));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat((String) refused.getEntity()).contains("NOT_SHOWN", "There is no PLAN-1");
    }

    @Test
    void aMacroThatThePageDoesNotHaveIsNotFound() {
        Response refused = refused(() -> macros().pin(sent(body("<p/>", "\"version\":7"))));

        assertThat(refused.getStatus()).isEqualTo(404);
        assertThat((String) refused.getEntity()).contains("NO_SUCH_MACRO", "not stored on this page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"storage\":1,\"macro\":\"x\",\"place\":0,\"version\":1}",
                "{\"storage\":\"\",\"macro\":\"x\",\"place\":-1,\"version\":1}",
                "{\"storage\":\"\",\"macro\":\"x\",\"place\":0,\"version\":\"1\"}"
            })
    void whatCannotBeReadIsABadRequest(String body) {
        assertThat(refused(() -> macros().pin(sent(body))).getStatus()).isEqualTo(400);
    }

    @Test
    void theBudgetIsThreeSecondsUntilAnAdministratorSaysOtherwise() {
        MacroSettingsResource resource = new MacroSettingsResource(settings, AccessMode.readWrite());
        assertThat((String) resource.get().getEntity()).contains("\"budgetMillis\":3000");

        resource.put(sent("{\"budgetMillis\":1500}"));

        assertThat(settings.budget()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void inReadOnlyModeNothingIsChangedAndTheSettingIsStillRead() {
        ReadOnlySite site = AccessMode.readOnly(Locale.GERMANY);
        MacrosResource macros = macros(site);
        MacroSettingsResource resource = new MacroSettingsResource(settings, site);
        String body = body(MACRO, "\"version\":7");

        for (Response refused : List.of(
                refused(() -> macros.pin(sent(body))),
                refused(() -> macros.release(sent(body))),
                refused(() -> macros.freeze(sent(body))),
                refused(() -> resource.put(sent("{\"budgetMillis\":1500}"))))) {
            assertThat(refused.getStatus()).isEqualTo(405);
            assertThat((String) refused.getEntity())
                    .startsWith("{\"code\":\"READ_ONLY\",\"errorMessages\":[\"Confluence ist gerade schreibgeschützt");
        }
        assertThat((String) resource.get().getEntity()).contains("\"budgetMillis\":3000");
    }

    @ParameterizedTest
    @CsvSource({"499", "30001", "99999999999"})
    void aBudgetOutOfRangeIsRefused(long millis) {
        MacroSettingsResource resource = new MacroSettingsResource(settings, AccessMode.readWrite());

        assertThat(refused(() -> resource.put(sent("{\"budgetMillis\":" + millis + "}")))
                        .getStatus())
                .isEqualTo(400);
        assertThat(settings.budget()).isEqualTo(MacroSettings.DEFAULT_BUDGET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1", "999999"})
    void whatSomebodyElseWroteIntoTheSettingIsTheDefault(String value) {
        settings.waitAtMost(Duration.ofSeconds(5));
        kept.replaceAll((key, old) -> value);

        assertThat(settings.budget()).isEqualTo(MacroSettings.DEFAULT_BUDGET);
    }

    private static String body(String storage, String more) {
        return "{\"storage\":\"" + storage + "\",\"macro\":\""
                + Fingerprint.of("strategy-scorecard", Map.of("plan", "PLAN-1")) + "\",\"place\":0," + more + "}";
    }

    private static InputStream sent(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Response refused(Supplier<Response> call) {
        return catchThrowableOfType(WebApplicationException.class, call::get).getResponse();
    }

    private MacrosResource macros() {
        return macros(AccessMode.readWrite());
    }

    private MacrosResource macros(ReadOnlySite site) {
        MacroTools tools = new MacroTools(
                jira.strategy(Clock.systemUTC()),
                TestLanguage.languages(Locale.ENGLISH),
                Mockito.mock(PageResources.class),
                new StrictTemplates());
        return new MacrosResource(
                new MacroEdits(List.of(new ScorecardMacro(tools))), TestLanguage.languages(Locale.ENGLISH), site);
    }

    private PluginSettingsFactory factory() {
        PluginSettings global = Mockito.mock(PluginSettings.class);
        Mockito.when(global.get(anyString())).thenAnswer(call -> kept.get(call.<String>getArgument(0)));
        Mockito.when(global.put(anyString(), any()))
                .thenAnswer(call -> kept.put(call.getArgument(0), call.getArgument(1)));
        PluginSettingsFactory factory = Mockito.mock(PluginSettingsFactory.class);
        Mockito.when(factory.createGlobalSettings()).thenReturn(global);
        return factory;
    }
}
