package io.throughline.app.web;

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

/**
 * A call of one product to the other over an application link, as whoever the thread acts for: for JSON, within two times, and never to
 * where a redirect leads, which may be a login page.
 *
 * @param path below the other product's address, already encoded: {@code rest/api/2/project}
 * @param toConnect how long to wait for a connection
 * @param toRead how long to wait for each next part of the answer
 * @param body JSON, null for none
 */
public record LinkedCall(
        Request.MethodType method,
        String path,
        Duration toConnect,
        Duration toRead,
        Map<String, String> headers,
        @Nullable String body) {

    /** A question. */
    public static LinkedCall get(String path, Duration toConnect, Duration toRead) {
        return new LinkedCall(Request.MethodType.GET, path, toConnect, toRead, Map.of(), null);
    }

    /** What is made of what comes; exactly one of these is called. */
    public interface Outcome<T> {
        /** @throws ResponseException if it cannot be read, which is {@link #failed} then */
        T answered(Response response) throws ResponseException;

        /** @param way where the person can allow it first, null for nowhere that may be printed */
        T notAllowedYet(@Nullable URI way);

        /** The link cannot act as the person; nothing was sent. */
        T notAsPerson();

        /** There is no answer, or none to its end. */
        T failed(Exception why);
    }

    public <T> T over(ApplicationLink link, Outcome<T> outcome) {
        try {
            ApplicationLinkRequestFactory asPerson = link.createImpersonatingAuthenticatedRequestFactory();
            return asPerson == null
                    ? outcome.notAsPerson()
                    : request(asPerson).execute(new Handler<>(outcome, asPerson));
        } catch (CredentialsRequiredException e) {
            return outcome.notAllowedYet(Followable.only(e.getAuthorisationURI()));
        } catch (ResponseException | RuntimeException e) {
            return outcome.failed(e);
        }
    }

    private ApplicationLinkRequest request(ApplicationLinkRequestFactory asPerson) throws CredentialsRequiredException {
        ApplicationLinkRequest request = asPerson.createRequest(method, path);
        request.setConnectionTimeout((int) toConnect.toMillis());
        request.setSoTimeout((int) toRead.toMillis());
        request.setFollowRedirects(false);
        request.setHeader("Accept", "application/json");
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setRequestBody(body, "application/json");
        }
        return request;
    }

    private record Handler<T>(Outcome<T> outcome, ApplicationLinkRequestFactory asPerson)
            implements ApplicationLinkResponseHandler<T> {
        @Override
        public T handle(Response response) throws ResponseException {
            return outcome.answered(response);
        }

        @Override
        public T credentialsRequired(Response response) {
            return outcome.notAllowedYet(Followable.only(asPerson.getAuthorisationURI()));
        }
    }
}
