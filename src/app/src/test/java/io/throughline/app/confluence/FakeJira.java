package io.throughline.app.confluence;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.AuthorisationURIGenerator;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mockito.Mockito;

/** The platform's application link to a Jira that answers what a test says. */
final class FakeJira {
    final ApplicationLinkService links = Mockito.mock(ApplicationLinkService.class);
    final List<String> asked = new ArrayList<>();
    private final ApplicationLink link = Mockito.mock(ApplicationLink.class);
    private final ApplicationLinkRequestFactory asReader = Mockito.mock(ApplicationLinkRequestFactory.class);
    private final ApplicationLinkRequest request = Mockito.mock(ApplicationLinkRequest.class);

    FakeJira() throws Exception {
        Mockito.when(links.getPrimaryApplicationLink(JiraApplicationType.class)).thenReturn(link);
        Mockito.when(link.getName()).thenReturn("Jira of <Norvia>");
        Mockito.when(link.getDisplayUrl()).thenReturn(URI.create("https://jira.example/jira"));
        Mockito.when(link.createImpersonatingAuthenticatedRequestFactory()).thenReturn(asReader);
        Mockito.when(asReader.createRequest(any(), anyString())).thenAnswer(call -> {
            asked.add(call.getArgument(1));
            return request;
        });
        Mockito.when(asReader.getAuthorisationURI()).thenReturn(URI.create("https://jira.example/authorise"));
    }

    FakeJira answers(int status, String body) throws ResponseException {
        return answers(status, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    FakeJira answers(int status, InputStream body) throws ResponseException {
        Response response = Mockito.mock(Response.class);
        Mockito.when(response.getStatusCode()).thenReturn(status);
        Mockito.when(response.getResponseBodyAsStream()).thenReturn(body);
        Mockito.doAnswer(call -> ((ApplicationLinkResponseHandler<?>) call.getArgument(0)).handle(response))
                .when(request)
                .execute(Mockito.<ApplicationLinkResponseHandler<JiraReply>>any());
        return this;
    }

    FakeJira fails(ResponseException failure) throws ResponseException {
        Mockito.doThrow(failure).when(request).execute(Mockito.<ApplicationLinkResponseHandler<JiraReply>>any());
        return this;
    }

    FakeJira wantsCredentials(URI way) throws Exception {
        AuthorisationURIGenerator generator = Mockito.mock(AuthorisationURIGenerator.class);
        Mockito.when(generator.getAuthorisationURI()).thenReturn(way);
        Mockito.when(asReader.createRequest(any(), anyString()))
                .thenThrow(new CredentialsRequiredException(generator, "not yet"));
        return this;
    }

    FakeJira forgotCredentials() throws ResponseException {
        Response response = Mockito.mock(Response.class);
        Mockito.doAnswer(
                        call -> ((ApplicationLinkResponseHandler<?>) call.getArgument(0)).credentialsRequired(response))
                .when(request)
                .execute(Mockito.<ApplicationLinkResponseHandler<JiraReply>>any());
        return this;
    }

    FakeJira unlinked() {
        Mockito.when(links.getPrimaryApplicationLink(JiraApplicationType.class)).thenReturn(null);
        return this;
    }

    FakeJira withoutImpersonation() {
        Mockito.when(link.createImpersonatingAuthenticatedRequestFactory()).thenReturn(null);
        return this;
    }
}
