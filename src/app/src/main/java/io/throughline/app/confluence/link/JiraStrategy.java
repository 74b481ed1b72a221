package io.throughline.app.confluence.link;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ConfluenceImport;
import com.atlassian.sal.api.net.Request;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.app.confluence.link.JiraReply.Jira;
import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the linked Jira about strategy, as the person who reads the page. Never throws: a page has to render whatever
 * Jira does, within {@link #BUDGET}.
 */
@ConfluenceComponent
public class JiraStrategy implements LinkedStrategy {
    /** How long one question may take from the first byte to the last. */
    static final Duration BUDGET = Duration.ofSeconds(3);

    /** The largest body that is read. A scorecard of 2,000 objectives is under 4 MB. */
    static final int LARGEST_BODY = 8 * 1024 * 1024;

    private static final Duration TO_CONNECT = Duration.ofSeconds(1);
    private static final Duration TO_READ = Duration.ofMillis(2500);
    private static final Logger LOG = LoggerFactory.getLogger(JiraStrategy.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApplicationLinkService links;
    private final Clock clock;

    @Inject
    public JiraStrategy(@ConfluenceImport ApplicationLinkService links) {
        this(links, Clock.systemUTC());
    }

    JiraStrategy(ApplicationLinkService links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Override
    public JiraReply ask(String path, PageTime time) {
        ApplicationLink link;
        try {
            link = links.getPrimaryApplicationLink(JiraApplicationType.class);
        } catch (RuntimeException e) {
            LOG.warn("The application links could not be read", e);
            return new Refusal(Reason.NO_LINK, null, null, "");
        }
        if (link == null) {
            return new Refusal(Reason.NO_LINK, null, null, "");
        }
        Jira jira = new Jira(link.getName(), link.getDisplayUrl());
        ApplicationLinkRequestFactory asReader = link.createImpersonatingAuthenticatedRequestFactory();
        if (asReader == null) {
            return new Refusal(Reason.NO_IMPERSONATION, jira, null, "");
        }
        try {
            ApplicationLinkRequest request =
                    asReader.createRequest(Request.MethodType.GET, "rest/throughline/1.0/" + path);
            request.setConnectionTimeout((int) TO_CONNECT.toMillis());
            request.setSoTimeout((int) TO_READ.toMillis());
            request.setFollowRedirects(false);
            request.setHeader("Accept", "application/json");
            return request.execute(
                    new Handler(jira, asReader, clock, clock.instant().plus(BUDGET)));
        } catch (CredentialsRequiredException e) {
            return new Refusal(Reason.NOT_AUTHORISED, jira, way(e.getAuthorisationURI()), "");
        } catch (ResponseException | RuntimeException e) {
            LOG.info("Jira {} did not answer {}: {}", jira.url(), path, e.toString());
            return new Refusal(isTimeout(e) ? Reason.SLOW : Reason.DOWN, jira, null, "");
        }
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException
                    || cause instanceof HttpTimeoutException
                    || cause instanceof OverBudget
                    // the platform's own timeouts, by name: which of them exist on Platform 8 is unconfirmed
                    || cause.getClass().getSimpleName().endsWith("TimeoutException")) {
                return true;
            }
        }
        return false;
    }

    /** Only what a browser may follow: a link is printed on the page. */
    private static @Nullable URI way(@Nullable URI authorisation) {
        return authorisation != null
                        && ("https".equals(authorisation.getScheme()) || "http".equals(authorisation.getScheme()))
                ? authorisation
                : null;
    }

    private record Handler(Jira jira, ApplicationLinkRequestFactory asReader, Clock clock, Instant end)
            implements ApplicationLinkResponseHandler<JiraReply> {
        @Override
        public JiraReply handle(Response response) throws ResponseException {
            int status = response.getStatusCode();
            byte[] body = bytes(response);
            if (status == 200) {
                return new JiraReply.Body(body, jira, clock.instant(), null);
            }
            return new Refusal(reason(status), jira, null, detail(status, body));
        }

        @Override
        public JiraReply credentialsRequired(Response response) {
            return new Refusal(Reason.NOT_AUTHORISED, jira, way(asReader.getAuthorisationURI()), "");
        }

        private static Reason reason(int status) {
            if (status >= 500) {
                return Reason.FAILED;
            }
            return switch (status) {
                case 400 -> Reason.BAD_QUESTION;
                case 401 -> Reason.NOT_LOGGED_IN;
                case 403 -> Reason.NO_RIGHT;
                case 404 -> Reason.NOT_FOUND;
                // a redirect leads to a login page or away from the link: nothing of ours
                default -> Reason.GARBLED;
            };
        }

        /** Jira's own words for a bad question, the reference for its log when it failed. */
        private static String detail(int status, byte[] body) {
            try {
                JsonNode error = JSON.readTree(body);
                return error == null
                        ? ""
                        : status >= 500
                                ? error.path("ref").asText("")
                                : error.path("errorMessages").path(0).asText("");
            } catch (IOException notJson) {
                return "";
            }
        }

        private byte[] bytes(Response response) throws ResponseException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] part = new byte[16 * 1024];
            try (InputStream in = response.getResponseBodyAsStream()) {
                for (int read = in.read(part); read >= 0; read = in.read(part)) {
                    body.write(part, 0, read);
                    if (body.size() > LARGEST_BODY) {
                        throw new ResponseException("the body is over " + LARGEST_BODY + " bytes");
                    }
                    if (clock.instant().isAfter(end)) {
                        throw new OverBudget();
                    }
                }
            } catch (IOException e) {
                throw new ResponseException("the body broke off", e);
            }
            return body.toByteArray();
        }
    }

    private static final class OverBudget extends ResponseException {
        private static final long serialVersionUID = 1L;

        OverBudget() {
            super("Jira was still sending after " + BUDGET);
        }
    }
}
