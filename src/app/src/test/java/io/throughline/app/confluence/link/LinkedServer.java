package io.throughline.app.confluence.link;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;

import com.atlassian.applinks.api.ApplicationId;
import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import com.atlassian.sal.api.user.UserKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.function.Consumer;
import org.mockito.Mockito;

/** The platform's application link to a real HTTP server: it tells the server who the thread acted for when the request was made. */
final class LinkedServer {
    static final String READER = "X-Reader";

    private LinkedServer() {}

    static ApplicationLinkService at(URI base) {
        ApplicationLinkService links = quiet(ApplicationLinkService.class);
        ApplicationLink link = quiet(ApplicationLink.class);
        ApplicationLinkRequestFactory factory = quiet(ApplicationLinkRequestFactory.class);
        Mockito.when(links.getPrimaryApplicationLink(JiraApplicationType.class)).thenReturn(link);
        Mockito.when(link.getId()).thenReturn(new ApplicationId("link to " + base));
        Mockito.when(link.getName()).thenReturn("Jira");
        Mockito.when(link.getDisplayUrl()).thenReturn(base);
        Mockito.when(link.createImpersonatingAuthenticatedRequestFactory()).thenReturn(factory);
        Mockito.when(factory.getAuthorisationURI()).thenReturn(URI.create("http://jira.example/authorise"));
        try {
            Mockito.when(factory.createRequest(any(), anyString()))
                    .thenAnswer(call -> request(base.resolve("/" + call.getArgument(1))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return links;
    }

    static ConfluenceUser person(String key) {
        ConfluenceUser user = quiet(ConfluenceUser.class);
        Mockito.when(user.getKey()).thenReturn(new UserKey(key));
        return user;
    }

    private static ApplicationLinkRequest request(URI address) throws IOException, ResponseException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        ConfluenceUser reader = AuthenticatedUserThreadLocal.get();
        connection.setRequestProperty(
                READER, reader == null ? "" : reader.getKey().getStringValue());
        ApplicationLinkRequest request = quiet(ApplicationLinkRequest.class);
        setting(request, it -> it.setConnectionTimeout(anyInt()), v -> connection.setConnectTimeout((Integer) v[0]));
        setting(request, it -> it.setSoTimeout(anyInt()), v -> connection.setReadTimeout((Integer) v[0]));
        setting(
                request,
                it -> it.setFollowRedirects(anyBoolean()),
                v -> connection.setInstanceFollowRedirects((Boolean) v[0]));
        setting(
                request,
                it -> it.setHeader(anyString(), anyString()),
                v -> connection.setRequestProperty((String) v[0], (String) v[1]));
        Mockito.doAnswer(call -> answered(connection, call.getArgument(0)))
                .when(request)
                .execute(Mockito.<ApplicationLinkResponseHandler<Fetched>>any());
        return request;
    }

    private static void setting(
            ApplicationLinkRequest request, Consumer<ApplicationLinkRequest> call, Consumer<Object[]> effect) {
        call.accept(Mockito.doAnswer(made -> {
                    effect.accept(made.getArguments());
                    return request;
                })
                .when(request));
    }

    private static Object answered(HttpURLConnection connection, ApplicationLinkResponseHandler<?> handler)
            throws ResponseException {
        try {
            int status = connection.getResponseCode();
            InputStream error = connection.getErrorStream();
            try (InputStream body = status < 400
                    ? connection.getInputStream()
                    : error == null ? InputStream.nullInputStream() : error) {
                Response response = quiet(Response.class);
                Mockito.when(response.getStatusCode()).thenReturn(status);
                Mockito.when(response.getResponseBodyAsStream()).thenReturn(body);
                Mockito.when(response.getHeader("ETag")).thenReturn(connection.getHeaderField("ETag"));
                return status == 401 ? handler.credentialsRequired(response) : handler.handle(response);
            }
        } catch (IOException e) {
            throw new ResponseException(e.toString(), e);
        }
    }

    /** A mock that does not remember its calls: there are thousands, on many threads. */
    private static <T> T quiet(Class<T> type) {
        return Mockito.mock(type, Mockito.withSettings().stubOnly());
    }
}
