package io.throughline.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.sal.api.net.Request;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;

class LinkedCallTest {
    private static final URI WAY = URI.create("https://jira.example/allow");
    private static final LinkedCall QUESTION =
            LinkedCall.get("rest/api/2/project", Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final ApplicationLink link = mock(ApplicationLink.class);
    private final ApplicationLinkRequestFactory asPerson = mock(ApplicationLinkRequestFactory.class);
    private final ApplicationLinkRequest request = mock(ApplicationLinkRequest.class);
    private final Response response = mock(Response.class);

    LinkedCallTest() throws Exception {
        when(link.createImpersonatingAuthenticatedRequestFactory()).thenReturn(asPerson);
        when(asPerson.createRequest(any(), anyString())).thenReturn(request);
        when(asPerson.getAuthorisationURI()).thenReturn(WAY);
        when(response.getStatusCode()).thenReturn(200);
        doAnswer(call -> handled(call).handle(response)).when(request).execute(handler());
    }

    @Test
    void aQuestionWaitsAsLongAsItSaysForJsonAndFollowsNoRedirect() throws Exception {
        assertThat(QUESTION.over(link, new Words())).isEqualTo("answered 200");

        verify(asPerson).createRequest(Request.MethodType.GET, "rest/api/2/project");
        verify(request).setConnectionTimeout(1_000);
        verify(request).setSoTimeout(5_000);
        verify(request).setFollowRedirects(false);
        verify(request).setHeader("Accept", "application/json");
        verify(request, never()).setRequestBody(any(), any());
    }

    @Test
    void whatIsSentIsJsonWithTheCallersHeaders() {
        new LinkedCall(
                        Request.MethodType.POST,
                        "rest/api/2/issue",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(15),
                        Map.of("X-Atlassian-Token", "no-check"),
                        "{}")
                .over(link, new Words());

        verify(request).setSoTimeout(15_000);
        verify(request).setHeader("X-Atlassian-Token", "no-check");
        verify(request).setRequestBody("{}", "application/json");
    }

    @Test
    void whoHasToAllowItFirstIsSentThereWheneverThatIsFound() throws Exception {
        doAnswer(call -> handled(call).credentialsRequired(response))
                .when(request)
                .execute(handler());
        assertThat(QUESTION.over(link, new Words())).isEqualTo("not allowed yet " + WAY);

        CredentialsRequiredException needed = mock(CredentialsRequiredException.class);
        when(needed.getAuthorisationURI()).thenReturn(URI.create("javascript:alert(1)"));
        when(asPerson.createRequest(any(), anyString())).thenThrow(needed);
        assertThat(QUESTION.over(link, new Words())).isEqualTo("not allowed yet null");
    }

    @Test
    void aLinkThatCannotActAsThePersonIsNotUsed() throws Exception {
        when(link.createImpersonatingAuthenticatedRequestFactory()).thenReturn(null);

        assertThat(QUESTION.over(link, new Words())).isEqualTo("not as person");
        verify(request, never()).execute(handler());
    }

    @Test
    void whatBreaksBeforeOrWhileItIsReadHasFailed() throws Exception {
        when(response.getStatusCode()).thenThrow(new IllegalStateException("the body broke off"));
        assertThat(QUESTION.over(link, new Words())).isEqualTo("failed: the body broke off");

        doThrow(new ResponseException("nobody there")).when(request).execute(handler());
        assertThat(QUESTION.over(link, new Words())).isEqualTo("failed: nobody there");
    }

    private static ApplicationLinkResponseHandler<?> handled(InvocationOnMock call) {
        return call.getArgument(0);
    }

    private static ApplicationLinkResponseHandler<String> handler() {
        return any();
    }

    /** What came, in words. */
    private static final class Words implements LinkedCall.Outcome<String> {
        @Override
        public String answered(Response response) {
            return "answered " + response.getStatusCode();
        }

        @Override
        public String notAllowedYet(@Nullable URI way) {
            return "not allowed yet " + way;
        }

        @Override
        public String notAsPerson() {
            return "not as person";
        }

        @Override
        public String failed(Exception why) {
            return "failed: " + why.getMessage();
        }
    }
}
