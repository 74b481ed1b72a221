package io.throughline.app.confluence.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.confluence.wiki.OpenPage;
import io.throughline.app.confluence.wiki.Pages;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class WorkDeskTest {
    private static final String FORM = "5e1f6a3c-0000-4000-8000-000000000001";
    private static final String LIST =
            "<ac:structured-macro ac:name=\"strategy-actions\"><ac:rich-text-body><p></p></ac:rich-text-body></ac:structured-macro>";

    private final LinkedJira jira = new LinkedJira();
    private final Pages pages = mock(Pages.class);
    private final Ideas ideas = mock(Ideas.class);
    private final SentForms forms = mock(SentForms.class);
    private final StringWriter shown = new StringWriter();
    private String storage = LIST;

    WorkDeskTest() throws Exception {
        UserProfile pmo = mock(UserProfile.class);
        when(pmo.getUsername()).thenReturn("pmo");
        when(pmo.getFullName()).thenReturn("Pat & Moore");
        when(pmo.getUserKey()).thenReturn(new UserKey("key-pmo"));
        when(pages.user()).thenReturn(Optional.of(pmo));
        when(pages.context()).thenReturn("/confluence");
        when(pages.home()).thenReturn(URI.create("https://wiki.example/confluence"));
        when(pages.url(5)).thenReturn("https://wiki.example/confluence/p/5");
        page(true);
        when(pages.edit(any(Long.class), any())).thenAnswer(call -> {
            storage = call.<UnaryOperator<String>>getArgument(1).apply(storage);
            return true;
        });
        when(forms.claim(anyString(), any())).thenReturn(Optional.empty());
        when(ideas.words(any(), anyInt(), any())).thenReturn(Optional.empty());
        jira.answers("GET rest/api/2/project", 200, "[{\"key\":\"HR\",\"name\":\"People <& places>\"}]");
        jira.answers(
                "GET rest/api/2/project/HR",
                200,
                "{\"issueTypes\":[{\"id\":\"3\",\"name\":\"Task\",\"subtask\":false}]}");
        jira.answers("GET rest/throughline/1.0/plans/PLAN-1/scorecard", 200, """
                {"groups":[{"name":"Theme","rows":[{"key":"OBJ-1","name":"Trains on time"}]}]}""");
        jira.answers("POST rest/api/2/issue", 201, "{\"key\":\"HR-7\"}");
        jira.answers("POST rest/throughline/1.0/links", 201, "{}");
    }

    @Test
    void theFormOffersWhatThePersonSeesInJira() throws Exception {
        desk().show(request(Map.of("plan", "PLAN-1")), response());

        assertThat(shown.toString())
                .contains("<option value=\"HR\">People &lt;&amp; places&gt; (HR)</option>")
                .contains("<optgroup label=\"Theme\">", "Trains on time (OBJ-1)")
                .containsPattern("name=\"form\" value=\"[0-9a-f-]{36}\"")
                .doesNotContain("role=\"alert\"");
    }

    @Test
    void aDecisionBecomesALinkedIssueAndALineOnThePage() throws Exception {
        HttpServletResponse response = response();

        desk().take(sent(), response);

        verify(response).setHeader("Location", "/confluence/pages/viewpage.action?pageId=5#throughline-actions");
        assertThat(storage)
                .contains(
                        "<ac:rich-text-body><p><strong>Decision</strong>"
                                + " <a href=\"https://jira.example/jira/browse/HR-7\">HR-7 Hire &lt;two&gt;</a><br/>OBJ-1, Pat &amp; Moore, 22 Nov 2026</p>");

        String once = storage;
        desk().take(sent(), response());
        assertThat(storage).as("sent again").isEqualTo(once);
    }

    @Test
    void whoMayNotLinkIsToldAndTheIssueStandsOnThePage() throws Exception {
        jira.answers("POST rest/throughline/1.0/links", 403, "{\"errorMessages\":[\"You may not edit.\"]}");

        desk().take(sent(), response());

        assertThat(shown.toString()).contains("HR-7 is made, but you may not link it to OBJ-1.", "You may not edit.");
        assertThat(storage).contains("HR-7");
    }

    @Test
    void whatJiraRefusesIsSaidInItsWordsAndNothingIsLost() throws Exception {
        jira.answers("POST rest/api/2/issue", 400, "{\"errors\":{\"customfield_1\":\"Team is required.\"}}");

        desk().take(sent(), response());

        assertThat(shown.toString())
                .contains("there is no issue", "customfield_1: Team is required.")
                .contains("value=\"Hire &lt;two&gt;\"", "value=\"" + FORM + "\"")
                .contains("<option value=\"OBJ-1\" selected>", "<option value=\"HR\" selected>");
        assertThat(storage).isEqualTo(LIST);
    }

    @Test
    void aSilentJiraLeavesTheFormAsItWas() throws Exception {
        jira.answers("POST rest/api/2/issue", 0, "");

        desk().take(sent(), response());

        assertThat(shown.toString()).contains("nobody knows whether there is an issue", "value=\"" + FORM + "\"");
    }

    @Test
    void whoMayNotEditThePageRecordsNothing() throws Exception {
        page(false);
        HttpServletResponse response = response();

        desk().take(sent(), response);

        verify(response).sendError(404);
        assertThat(jira.asked).isEmpty();
    }

    @Test
    void anotherSitesFormIsRefused() throws Exception {
        HttpServletRequest request = sent();
        when(request.getHeader("Origin")).thenReturn("https://evil.example");
        HttpServletResponse response = response();

        desk().take(request, response);

        verify(response).sendError(403);
        assertThat(jira.asked).isEmpty();
    }

    @Test
    void anIdeaBecomesWorkForWhoeverMaySeeItAndNeedsNoRightToEdit() throws Exception {
        page(false);
        when(ideas.words(any(), anyInt(), any())).thenReturn(Optional.of("Ask the drivers\nbefore winter"));

        desk().show(request(Map.of("idea", "7", "plan", "PLAN-1")), response());
        assertThat(shown.toString()).contains("value=\"Ask the drivers\"", "before winter</textarea>");

        Map<String, String> fields = new HashMap<>(fields());
        fields.put("idea", "7");
        HttpServletResponse response = response();
        desk().take(request(fields), response);

        verify(ideas).became(7, "https://jira.example/jira/browse/HR-7");
        verify(pages, never()).edit(any(Long.class), any());
        verify(response).setHeader("Location", "/confluence/pages/viewpage.action?pageId=5#throughline-pulse");
    }

    @Test
    void twoPeopleWhoTurnOneIdeaIntoWorkAtOnceClaimTheSameRow() throws Exception {
        when(ideas.words(any(), anyInt(), any())).thenReturn(Optional.of("Ask the drivers"));
        Map<String, String> fields = new HashMap<>(fields());
        fields.put("idea", "7");
        desk().take(request(fields), response());

        UserProfile exec = mock(UserProfile.class);
        when(exec.getUserKey()).thenReturn(new UserKey("key-exec"));
        when(pages.user()).thenReturn(Optional.of(exec));
        fields.put("form", FORM.replace('5', '6'));
        desk().take(request(fields), response());

        ArgumentCaptor<String> claimed = ArgumentCaptor.forClass(String.class);
        verify(forms, times(2)).claim(claimed.capture(), any());
        assertThat(claimed.getAllValues().get(1))
                .isEqualTo(claimed.getAllValues().get(0));
    }

    @Test
    void anIdeaInOtherWordsIsAnotherFormSinceItsFirstOneMayHaveBecomeAnIssue() throws Exception {
        assertThat(formOf("Ask the drivers"))
                .isEqualTo(formOf("Ask the drivers"))
                .isNotEqualTo(formOf("Ask the guards"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 401, 500})
    void aJiraThatNamesNoProjectIsSaidToAndNothingSeemsToHaveBeenSent(int status) throws Exception {
        jira.answers("GET rest/api/2/project", status, "{\"errorMessages\":[\"No.\"],\"errors\":{}}");

        desk().show(request(Map.of("plan", "PLAN-1")), response());

        assertThat(shown.toString())
                .contains("Jira named no project that you may see.")
                .doesNotContain("nobody knows", "<option value=\"\"> ()");
    }

    private String formOf(String words) throws Exception {
        when(ideas.words(any(), anyInt(), any())).thenReturn(Optional.of(words));
        shown.getBuffer().setLength(0);
        desk().show(request(Map.of("idea", "7", "plan", "PLAN-1")), response());
        return shown.toString().replaceAll("(?s).*name=\"form\" value=\"([0-9a-f-]{36})\".*", "$1");
    }

    @Test
    void whatXmlHasNoCharacterForDoesNotBreakThePage() throws Exception {
        Map<String, String> fields = new HashMap<>(fields());
        fields.put("summary", "Hire\u0000 t\u000bwo\uD83D \uD83D\uDE82\uFFFE");

        desk().take(request(fields), response());

        assertThat(storage).contains("HR-7 Hire t wo \uD83D\uDE82</a>");
    }

    private WorkDesk desk() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        JiraAsUser door = jira.door();
        return new WorkDesk(
                pages,
                new Offers(door),
                new WorkMaker(door, forms, clock),
                new ActionLines(pages, clock),
                ideas,
                TestLanguage.languages(Locale.ENGLISH),
                mock(PageResources.class),
                new StrictTemplates());
    }

    private void page(boolean mayEdit) {
        when(pages.page(5)).thenReturn(Optional.of(new OpenPage(5, "Review", "exec", storage, mayEdit)));
    }

    private static Map<String, String> fields() {
        return Map.of(
                "plan",
                "PLAN-1",
                "form",
                FORM,
                "kind",
                "decision",
                "summary",
                " Hire <two> ",
                "project",
                "HR",
                "objective",
                "OBJ-1");
    }

    private static HttpServletRequest sent() {
        return request(fields());
    }

    private static HttpServletRequest request(Map<String, String> fields) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getHeader("Origin")).thenReturn("https://wiki.example");
        when(request.getScheme()).thenReturn("https");
        when(request.getServerName()).thenReturn("wiki.example");
        when(request.getServerPort()).thenReturn(443);
        when(request.getParameter("page")).thenReturn("5");
        fields.forEach((name, value) -> when(request.getParameter(name)).thenReturn(value));
        return request;
    }

    private HttpServletResponse response() throws Exception {
        HttpServletResponse response = mock(HttpServletResponse.class);
        when(response.getWriter()).thenReturn(new PrintWriter(shown, true));
        return response;
    }
}
