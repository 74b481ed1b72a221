package io.throughline.app.confluence.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.confluence.pulse.Answer.Kind;
import io.throughline.app.confluence.wiki.AccessMode;
import io.throughline.app.confluence.wiki.OpenPage;
import io.throughline.app.confluence.wiki.Pages;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class PulseMacroTest {
    private static final long PAGE = 131080;
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final PageManager pageManager = mock(PageManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final UserManager users = mock(UserManager.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final Answers answers = mock(Answers.class);
    private final Page page = new Page() {};
    private final StringWriter said = new StringWriter();
    private ReadOnlySite site = AccessMode.readWrite();
    private final Pages pages =
            new Pages(pageManager, permissions, users, application, mock(TransactionTemplate.class));

    PulseMacroTest() {
        when(application.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://wiki.example/confluence");
        when(permissions.hasPermission(any(), any(), any())).thenReturn(true);
        when(pageManager.getAbstractPage(PAGE)).thenReturn(page);
        when(answers.of(PAGE)).thenReturn(List.of());
        when(answers.of(any(Long.class), any())).thenReturn(Optional.empty());
        ConfluenceUser creator = mock(ConfluenceUser.class);
        when(creator.getName()).thenReturn("pmo");
        page.setId(PAGE);
        page.setTitle("Our <strategy>");
        page.setCreator(creator);
        page.setBodyAsString("<ac:structured-macro ac:name=\"strategy-pulse\"></ac:structured-macro>");
    }

    @Test
    void aReaderGetsAFormWithWhatTheySaidBefore() {
        as("exec");
        when(answers.of(PAGE, "key-exec"))
                .thenReturn(Optional.of(answer("key-exec", 4, Kind.IDEA, "Ask <them>", true)));

        String html = macro(Locale.ENGLISH).execute(Map.of(), "", context("display"));

        assertThat(html)
                .contains("action=\"/confluence/plugins/servlet/throughline/pulse\"")
                .contains("name=\"page\" value=\"131080\"")
                .contains("value=\"4\" checked")
                .contains("value=\"idea\" checked")
                .contains("Ask &lt;them&gt;</textarea>")
                .contains("name=\"named\" value=\"yes\" checked")
                .contains("You answered on 22 Nov 2026.", "Take it back")
                .doesNotContain("What readers say");
    }

    @Test
    void thePagesCreatorSeesTheResultAndNoNameThatWasNotGiven() {
        as("pmo");
        List<Answer> said = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            said.add(answer("key-r" + i, 4, Kind.QUESTION, "", false));
        }
        said.add(answer("key-secret", 1, Kind.IDEA, "Ask the <drivers>", false));
        said.add(answer("key-open", 1, Kind.QUESTION, "Until when?", true));
        when(answers.of(PAGE)).thenReturn(said);
        UserProfile open = profile("open", "Olga Open");
        when(users.getUserProfile(new UserKey("key-open"))).thenReturn(open);

        String html = macro(Locale.ENGLISH).execute(Map.of("groups", "drivers"), "", context("display"));

        assertThat(html)
                .contains("8 people have read it. Clear 3.3 of 5, said 8 of them.")
                .contains("Question, Olga Open")
                .contains("<small>Idea</small>", "Ask the &lt;drivers&gt;")
                .contains("/confluence/plugins/servlet/throughline/page-work?page=131080&amp;idea=7")
                .doesNotContain("key-secret", "key-r1");
    }

    @ParameterizedTest
    @CsvSource({
        "exec,'',false",
        "exec,'dev, exec',true",
        "exec,executive,false",
        "pmo,'',true",
        "R & D,'',true",
        "exec,<ri:user ri:userkey=\"key-pmo2\"/><ri:user ri:userkey=\"key-exec\" />,true",
        "exec,<ri:user ri:userkey=\"key-executive\"/>,false",
        "exec,<ri:user ri:username=\"exec\"/>,true",
        "key-exec,<ri:user ri:userkey=\"key-exec\"/>,false"
    })
    void onlyTheCreatorAndThoseWhomTheMacroNamesSeeTheResult(String user, String owners, boolean sees) {
        OpenPage open = new OpenPage(PAGE, "t", "pmo", asking("R & D") + "<hr/>" + asking(owners), true);

        assertThat(PulseBoard.seesResult(open, profile(user, user))).isEqualTo(sees);
    }

    @Test
    void whoRendersAMacroThatNamesThemOnSomebodyElsesPageSeesNoResult() {
        as("exec");
        when(answers.of(PAGE)).thenReturn(List.of(answer("key-x", 1, Kind.IDEA, "secret words", false)));

        assertThat(macro(Locale.ENGLISH).execute(Map.of("owners", "exec"), "", context("display")))
                .contains("<form")
                .doesNotContain("secret words", "What readers say");

        page.setBodyAsString(asking("exec"));
        assertThat(macro(Locale.ENGLISH).execute(Map.of("owners", "exec"), "", context("display")))
                .contains("secret words", "What readers say");
    }

    @Test
    void whoMayNotViewThePageSeesNothingOfItWhereItIsRenderedAllTheSame() {
        as("pmo");
        when(answers.of(PAGE)).thenReturn(List.of(answer("key-x", 1, Kind.IDEA, "secret words", false)));
        when(permissions.hasPermission(any(), org.mockito.ArgumentMatchers.eq(Permission.VIEW), any()))
                .thenReturn(false);

        assertThat(macro(Locale.ENGLISH).execute(Map.of(), "", context("display")))
                .doesNotContain("secret words", "<form", "Log in");
    }

    @ParameterizedTest
    @CsvSource({"false,true", "true,false"})
    void aFormerVersionADraftAndWhatIsInTheTrashAreNotAnswered(boolean isLatest, boolean isCurrent) throws Exception {
        as("exec");
        Page other = new Page() {
            @Override
            public boolean isLatestVersion() {
                return isLatest;
            }

            @Override
            public boolean isCurrent() {
                return isCurrent;
            }
        };
        other.setId(PAGE);
        other.setBodyAsString(page.getBodyAsString());
        when(pageManager.getAbstractPage(PAGE)).thenReturn(other);

        verify(post(Map.of("clear", "4"))).sendError(404);
        verify(answers, never()).keep(any());
        assertThat(pages.rendered(other)).isEmpty();
    }

    private static String asking(String owners) {
        return "<ac:structured-macro ac:name=\"strategy-pulse\"><ac:parameter ac:name=\"owners\">"
                + owners.replace("&", "&amp;") + "</ac:parameter></ac:structured-macro>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "word", "email", "feed", "html_export"})
    void paperSaysWhereToAnswerAndNothingElse(String output) {
        as("pmo");
        when(answers.of(PAGE)).thenReturn(List.of(answer("key-x", 1, Kind.IDEA, "secret words", false)));

        assertThat(macro(Locale.GERMANY).execute(Map.of(), "", context(output)))
                .isEqualToIgnoringWhitespace("<p><strong>Leuchtet das ein?</strong> Sagen Sie es auf der Seite:"
                        + " <a href=\"https://wiki.example/confluence/pages/viewpage.action?pageId=131080\">"
                        + "https://wiki.example/confluence/pages/viewpage.action?pageId=131080</a></p>");
    }

    @Test
    void whoIsNotLoggedInIsAskedTo() {
        assertThat(macro(Locale.ENGLISH).execute(Map.of(), "", context("display")))
                .contains("Log in to say whether it did.")
                .doesNotContain("<form");
    }

    @Test
    void anAnswerIsKeptAndLeadsBackToThePage() throws Exception {
        as("exec");
        HttpServletResponse response =
                post(Map.of("clear", "4", "kind", "idea", "words", " One\r\nt\u0000w\bo ", "named", "yes"));

        ArgumentCaptor<Answer> kept = ArgumentCaptor.forClass(Answer.class);
        verify(answers).keep(kept.capture());
        assertThat(kept.getValue())
                .isEqualTo(new Answer(0, PAGE, "key-exec", 4, Kind.IDEA, "One\ntwo", true, NOON, ""));
        verify(response).setStatus(303);
        verify(response).setHeader("Location", "/confluence/pages/viewpage.action?pageId=131080#throughline-pulse");
    }

    @Test
    void anAnswerCanBeTakenBack() throws Exception {
        as("exec");
        post(Map.of("withdraw", "yes"));

        verify(answers).takeBack(PAGE, "key-exec");
        verify(answers, never()).keep(any());
    }

    @Test
    void whoMayNotViewThePageCannotAnswerIt() throws Exception {
        as("outsider");
        when(permissions.hasPermission(any(), org.mockito.ArgumentMatchers.eq(Permission.VIEW), any()))
                .thenReturn(false);

        verify(post(Map.of("clear", "4"))).sendError(404);
        verify(answers, never()).keep(any());
    }

    @Test
    void aPageThatDoesNotAskIsNotAnswered() throws Exception {
        as("exec");
        page.setBodyAsString("<p>strategy-pulse</p>");

        verify(post(Map.of("clear", "4"))).sendError(404);
    }

    @ParameterizedTest
    @CsvSource({"clear,6", "clear,x", "clear,-1"})
    void whatTheFormCannotSendIsRefused(String name, String value) throws Exception {
        as("exec");

        verify(post(Map.of(name, value))).sendError(org.mockito.ArgumentMatchers.eq(400), any());
        verify(answers, never()).keep(any());
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example", "http://wiki.example", "https://wiki.example:8443", "null", "''", "not a uri"})
    void anotherSitesFormIsRefused(String origin) throws Exception {
        as("exec");

        verify(post(Map.of("clear", "4"), origin.isEmpty() ? null : origin)).sendError(403);
        verify(answers, never()).keep(any());
    }

    @Test
    void inReadOnlyModeNothingIsAskedAndNothingTakenAndTheResultIsStillRead() throws Exception {
        as("pmo");
        site = AccessMode.readOnly();
        when(answers.of(PAGE, "key-pmo"))
                .thenReturn(Optional.of(answer("key-pmo", 4, Kind.IDEA, "Ask the drivers", false)));
        when(answers.of(PAGE)).thenReturn(List.of(answer("key-pmo", 4, Kind.IDEA, "Ask the drivers", false)));

        assertThat(macro(Locale.ENGLISH).execute(Map.of(), "", context("display")))
                .contains("Confluence is read-only right now", "You answered on 22 Nov 2026.", "What readers say")
                .contains("<p>Ask the drivers</p>")
                .doesNotContain("<form", "<button", "page-work");
        verify(post(Map.of("clear", "4"))).setStatus(405);
        verify(post(Map.of("withdraw", "yes"))).setStatus(405);
        assertThat(said.toString()).startsWith("Confluence is read-only right now");
        verify(answers, never()).keep(any());
        verify(answers, never()).takeBack(any(Long.class), any());
    }

    private HttpServletResponse post(Map<String, String> form) throws Exception {
        return post(form, "https://wiki.example");
    }

    private HttpServletResponse post(Map<String, String> form, String origin) throws Exception {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getHeader("Origin")).thenReturn(origin);
        when(request.getScheme()).thenReturn("http");
        when(request.getServerName()).thenReturn("10.0.0.1");
        when(request.getServerPort()).thenReturn(8090);
        when(request.getContextPath()).thenReturn("/confluence");
        when(request.getParameter("page")).thenReturn(Long.toString(PAGE));
        form.forEach((name, value) -> when(request.getParameter(name)).thenReturn(value));
        HttpServletResponse response = mock(HttpServletResponse.class);
        when(response.getWriter()).thenReturn(new PrintWriter(said));
        new PulseServlet(pages, answers, site, Clock.fixed(NOON, ZoneOffset.UTC)).doPost(request, response);
        return response;
    }

    private void as(String name) {
        UserProfile profile = profile(name, name);
        when(users.getRemoteUser()).thenReturn(profile);
    }

    private static UserProfile profile(String name, String full) {
        UserProfile profile = mock(UserProfile.class);
        when(profile.getUsername()).thenReturn(name);
        when(profile.getFullName()).thenReturn(full);
        when(profile.getUserKey()).thenReturn(new UserKey("key-" + name));
        return profile;
    }

    private static Answer answer(String user, int clear, Kind kind, String words, boolean isNamed) {
        return new Answer(7, PAGE, user, clear, kind, words, isNamed, NOON, "");
    }

    private PulseMacro macro(Locale locale) {
        return new PulseMacro(
                pages,
                new PulseBoard(answers, users, pages, site),
                TestLanguage.languages(locale),
                mock(PageResources.class),
                new StrictTemplates());
    }

    private ConversionContext context(String output) {
        ConversionContext context = mock(ConversionContext.class);
        when(context.getEntity()).thenReturn(page);
        when(context.getOutputType()).thenReturn(output);
        return context;
    }
}
