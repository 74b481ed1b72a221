package io.throughline.app.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.access.Access;
import io.throughline.app.live.SmallStrategy;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyPagesTest {
    private final SmallStrategy strategy = new SmallStrategy().rename("OBJ-1", "x");
    private final UserManager users = mock(UserManager.class);
    private final PageResources resources = mock(PageResources.class);
    private final LoginUriProvider logins = mock(LoginUriProvider.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final StringWriter body = new StringWriter();
    private final Access access = new Access(users, key -> true, strategy.store);
    private final StrategyPages pages = new StrategyPages(
            access, strategy.store, TestLanguage.languages(Locale.GERMANY), resources, new StrictTemplates(), logins);

    @Test
    void theTreeOfAPlanIsAShellWithItsMountPoint() throws Exception {
        logIn("strategy-editors");

        get("/jira/plugins/servlet/throughline/plans/PLAN-1");

        assertThat(body.toString())
                .contains("<title>Strategy 2026 - Strategie</title>")
                .contains("<meta name=\"decorator\" content=\"atl.general\">")
                .contains("id=\"tl-tree\"")
                .contains("data-plan=\"PLAN-1\" data-may-edit=\"true\" data-locale=\"de-DE\"")
                .contains("<noscript>");
        verify(resources).require("tree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jira/plugins/servlet/throughline/plans", "/jira/plugins/servlet/throughline/plans/"})
    void theListOfPlansHasItsOwnShell(String uri) throws Exception {
        logIn("strategy-viewers");

        get(uri);

        assertThat(body.toString()).contains("id=\"tl-plans\"").contains("data-may-edit=\"false\"");
        verify(resources).require("plans");
    }

    @Test
    void anObjectiveHasItsOwnPage() throws Exception {
        logIn("strategy-viewers");

        get("/jira/plugins/servlet/throughline/objectives/OBJ-1");

        assertThat(body.toString())
                .contains("<title>x - Strategie</title>")
                .contains("id=\"tl-objective\"")
                .contains("data-plan=\"PLAN-1\" data-objective=\"OBJ-1\" data-may-edit=\"false\"");
        verify(resources).require("objective");
    }

    @ParameterizedTest
    @CsvSource({
        "/my-kpis, my-kpis, Meine Kennzahlen",
        "/changes, changes, \u00c4nderungen",
        "/plans/PLAN-1/overview, overview, Strategy 2026",
    })
    void otherPagesShareAShell(String path, String page, String title) throws Exception {
        logIn("strategy-viewers");

        get("/jira/plugins/servlet/throughline" + path);

        assertThat(body.toString()).contains("<title>" + title + " - Strategie</title>", "id=\"tl-" + page + "\"");
        verify(resources).require(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/exchange", "/kpis/KPI-99", "/plans/PLAN-1/nothing", "/plans/PLAN-99/overview", "/a/b/c/d"})
    void whatIsNotThereOrNotTheirsIsNotFound(String path) throws Exception {
        logIn("strategy-editors");

        get("/jira/plugins/servlet/throughline" + path);

        verify(response).sendError(404);
    }

    @Test
    void theSettingsAreAPageOfTheAdministration() throws Exception {
        logIn("jira-administrators");

        get("/jira/plugins/servlet/throughline/settings");

        assertThat(body.toString()).contains("id=\"tl-settings\"").contains("content=\"atl.admin\"");
        assertThat(new MayAdministerStrategy(access).shouldDisplay(Map.of())).isTrue();
    }

    @Test
    void whoDoesNotAdministerFindsNoSettings() throws Exception {
        logIn("strategy-editors");

        get("/jira/plugins/servlet/throughline/settings");

        verify(response).sendError(404);
        assertThat(new MayAdministerStrategy(access).shouldDisplay(Map.of())).isFalse();
    }

    @Test
    void whoIsNotLoggedInIsSentToLogIn() throws Exception {
        when(logins.getLoginUri(any())).thenAnswer(call -> URI.create("/login?to=" + call.getArgument(0)));

        get("/jira/plugins/servlet/throughline/plans/PLAN-1");

        verify(response).sendRedirect("/login?to=/jira/plugins/servlet/throughline/plans/PLAN-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plans", "/plans/PLAN-1", "/plans/PLAN-99", "/objectives/OBJ-1", "/settings"})
    void whoMayNotViewStrategyFindsNothing(String path) throws Exception {
        logIn("jira-users");

        get("/jira/plugins/servlet/throughline" + path);

        verify(response).sendError(404);
        verify(resources, never()).require(anyString());
        assertThat(body.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAN-99", "plan-1", "PLAN-1/x", "%3Cscript%3E", "OBJ-1"})
    void aPlanThatDoesNotExistIsNotFound(String key) throws Exception {
        logIn("strategy-editors");

        get("/jira/plugins/servlet/throughline/plans/" + key);

        verify(response).sendError(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/objectives", "/objectives/OBJ-99", "/objectives/PLAN-1", "/settings/x", "/"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        logIn("jira-administrators");

        get("/jira/plugins/servlet/throughline" + path);

        verify(response).sendError(404);
    }

    @Test
    void thePanelAndTheMenuItemAreThereForThoseWhoMayView() {
        MayViewStrategy condition = new MayViewStrategy(access);

        assertThat(condition.shouldDisplay(Map.of())).isFalse();
        logIn("jira-users");
        assertThat(condition.shouldDisplay(Map.of())).isFalse();
        logIn("strategy-viewers");
        assertThat(condition.shouldDisplay(Map.of())).isTrue();
    }

    @Test
    void anUnknownRightIsNoRight() {
        logIn("strategy-viewers");
        StrategyStore broken = mock(StrategyStore.class);
        when(broken.settings()).thenThrow(new IllegalStateException("database"));

        assertThat(new MayViewStrategy(new Access(users, key -> true, broken)).shouldDisplay(Map.of()))
                .isFalse();
    }

    private void get(String uri) throws Exception {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getRequestURI()).thenReturn(uri);
        when(response.getWriter()).thenReturn(new PrintWriter(body, true));
        pages.answer(request, response);
    }

    private void logIn(String group) {
        UserKey key = new UserKey("somebody");
        UserProfile profile = mock(UserProfile.class);
        when(profile.getUserKey()).thenReturn(key);
        when(profile.getUsername()).thenReturn("somebody");
        when(users.getRemoteUser()).thenReturn(profile);
        when(users.isUserInGroup(key, group)).thenReturn(true);
    }
}
