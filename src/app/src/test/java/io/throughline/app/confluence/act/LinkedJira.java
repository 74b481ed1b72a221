package io.throughline.app.confluence.act;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mockito.Mockito;

/** The platform's application link to a Jira that answers each address as a test says, and 404 to every other. */
public final class LinkedJira {
    private record Reply(int status, String body) {}

    public final ApplicationLinkService links = Mockito.mock(ApplicationLinkService.class);
    /** What was asked, as {@code GET rest/…}. */
    public final List<String> asked = new ArrayList<>();

    /** Bodies that were sent, in the order of the calls that had one. */
    public final List<String> sent = new ArrayList<>();

    private final Map<String, Reply> replies = new LinkedHashMap<>();
    private final ApplicationLink link = Mockito.mock(ApplicationLink.class);

    public LinkedJira() throws Exception {
        ApplicationLinkRequestFactory factory = Mockito.mock(ApplicationLinkRequestFactory.class);
        Mockito.when(links.getPrimaryApplicationLink(JiraApplicationType.class)).thenReturn(link);
        Mockito.when(link.getName()).thenReturn("Jira");
        Mockito.when(link.getDisplayUrl()).thenReturn(URI.create("https://jira.example/jira"));
        Mockito.when(link.createImpersonatingAuthenticatedRequestFactory()).thenReturn(factory);
        Mockito.when(factory.createRequest(any(), anyString()))
                .thenAnswer(call -> request(call.getArgument(0) + " " + call.getArgument(1)));
    }

    public JiraAsUser door() {
        return new JiraAsUser(links);
    }

    /** @param call such as {@code GET rest/api/2/project}; status 0 is a Jira that does not answer */
    public LinkedJira answers(String call, int status, String body) {
        replies.put(call, new Reply(status, body));
        return this;
    }

    public LinkedJira unlinked() {
        Mockito.when(links.getPrimaryApplicationLink(JiraApplicationType.class)).thenReturn(null);
        return this;
    }

    private ApplicationLinkRequest request(String call) throws ResponseException {
        asked.add(call);
        Reply reply = replies.getOrDefault(call, new Reply(404, "{}"));
        ApplicationLinkRequest request = Mockito.mock(ApplicationLinkRequest.class);
        Mockito.when(request.setRequestBody(anyString(), anyString())).thenAnswer(body -> {
            sent.add(body.getArgument(0));
            return request;
        });
        if (reply.status() == 0) {
            Mockito.doThrow(new ResponseException("nobody there"))
                    .when(request)
                    .execute(Mockito.<ApplicationLinkResponseHandler<Said>>any());
            return request;
        }
        Response response = Mockito.mock(Response.class);
        Mockito.when(response.getStatusCode()).thenReturn(reply.status());
        Mockito.when(response.getResponseBodyAsStream())
                .thenReturn(new ByteArrayInputStream(reply.body().getBytes(StandardCharsets.UTF_8)));
        Mockito.doAnswer(execute -> ((ApplicationLinkResponseHandler<?>) execute.getArgument(0)).handle(response))
                .when(request)
                .execute(Mockito.<ApplicationLinkResponseHandler<Said>>any());
        return request;
    }
}
