package io.throughline.app.confluence.link;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;

import com.atlassian.applinks.api.ApplicationId;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.mockito.Mockito;

/** The platform's application link to a Jira that answers what a test says. */
public final class FakeJira {
    public final ApplicationLinkService links = Mockito.mock(ApplicationLinkService.class);
    public final List<String> asked = new ArrayList<>();
    private final ApplicationLink link = Mockito.mock(ApplicationLink.class);
    private final ApplicationLinkRequestFactory asReader = Mockito.mock(ApplicationLinkRequestFactory.class);
    private final ApplicationLinkRequest request = Mockito.mock(ApplicationLinkRequest.class);

    public FakeJira() throws Exception {
        Mockito.when(links.getPrimaryApplicationLink(JiraApplicationType.class)).thenReturn(link);
        Mockito.when(link.getId()).thenReturn(new ApplicationId("jira"));
        Mockito.when(link.getName()).thenReturn("Jira of <Norvia>");
        Mockito.when(link.getDisplayUrl()).thenReturn(URI.create("https://jira.example/jira"));
        Mockito.when(link.createImpersonatingAuthenticatedRequestFactory()).thenReturn(asReader);
        Mockito.when(asReader.createRequest(any(), anyString())).thenAnswer(call -> {
            asked.add(call.getArgument(1));
            return request;
        });
        Mockito.when(asReader.getAuthorisationURI()).thenReturn(URI.create("https://jira.example/authorise"));
    }

    /** What macros ask, at this Jira. */
    public LinkedStrategy strategy(Clock clock) {
        return new RememberedStrategy(links, Runnable::run, Waiting.real(), clock, new Random(1));
    }

    public FakeJira answers(int status, String body) throws ResponseException {
        return answers(status, () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    public FakeJira answers(int status, Supplier<InputStream> body) throws ResponseException {
        Response response = Mockito.mock(Response.class);
        Mockito.when(response.getStatusCode()).thenReturn(status);
        Mockito.when(response.getResponseBodyAsStream()).thenAnswer(call -> body.get());
        Mockito.doAnswer(call -> ((ApplicationLinkResponseHandler<?>) call.getArgument(0)).handle(response))
                .when(request)
                .execute(Mockito.<ApplicationLinkResponseHandler<Fetched>>any());
        return this;
    }

    public FakeJira fails(ResponseException failure) throws ResponseException {
        Mockito.doThrow(failure).when(request).execute(Mockito.<ApplicationLinkResponseHandler<Fetched>>any());
        return this;
    }

    public FakeJira wantsCredentials(URI way) throws Exception {
        AuthorisationURIGenerator generator = Mockito.mock(AuthorisationURIGenerator.class);
        Mockito.when(generator.getAuthorisationURI()).thenReturn(way);
        Mockito.when(asReader.createRequest(any(), anyString()))
                .thenThrow(new CredentialsRequiredException(generator, "not yet"));
        return this;
    }

    public FakeJira forgotCredentials() throws ResponseException {
        Response response = Mockito.mock(Response.class);
        Mockito.doAnswer(
                        call -> ((ApplicationLinkResponseHandler<?>) call.getArgument(0)).credentialsRequired(response))
                .when(request)
                .execute(Mockito.<ApplicationLinkResponseHandler<Fetched>>any());
        return this;
    }

    public FakeJira unlinked() {
        Mockito.when(links.getPrimaryApplicationLink(JiraApplicationType.class)).thenReturn(null);
        return this;
    }

    public FakeJira withoutImpersonation() {
        Mockito.when(link.createImpersonatingAuthenticatedRequestFactory()).thenReturn(null);
        return this;
    }
}
