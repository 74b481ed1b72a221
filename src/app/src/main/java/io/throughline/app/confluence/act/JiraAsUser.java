package io.throughline.app.confluence.act;

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
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.app.confluence.act.Said.Answer;
import io.throughline.app.confluence.act.Said.Jira;
import io.throughline.app.confluence.act.Said.Reason;
import io.throughline.app.confluence.act.Said.Silence;
import io.throughline.app.web.Followable;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the linked Jira for somebody who pressed a button and waits: makes an issue, links it, reads what a form offers. Always as that
 * person, never from a cache, and never while a page renders: pages read strategy elsewhere, within their own budget.
 */
@ConfluenceComponent
public class JiraAsUser {
    /** The largest body that is read; a plan of 2,000 objectives is under 8 MB. */
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private static final int TO_CONNECT_MILLIS = 2_000;
    private static final int TO_READ_MILLIS = 5_000;
    /** Longer than a page may wait: making an issue runs listeners and validators of other apps in Jira. */
    private static final int TO_WRITE_MILLIS = 15_000;

    private static final Logger LOG = LoggerFactory.getLogger(JiraAsUser.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApplicationLinkService links;

    @Inject
    public JiraAsUser(@ConfluenceImport ApplicationLinkService links) {
        this.links = links;
    }

    /** Where people open the linked Jira, empty when none is linked. Asks nobody. */
    public String home() {
        ApplicationLink link = links.getPrimaryApplicationLink(JiraApplicationType.class);
        return link == null ? "" : link.getDisplayUrl().toString();
    }

    /** @param path below Jira's address, already encoded: {@code rest/api/2/project} */
    public Said get(String path) {
        return call(Request.MethodType.GET, path, null, Map.of());
    }

    /** Sends JSON. What became of it is not known when there is no answer. */
    public Said post(String path, JsonNode body, Map<String, String> headers) {
        return call(Request.MethodType.POST, path, body, headers);
    }

    private Said call(Request.MethodType method, String path, @Nullable JsonNode body, Map<String, String> headers) {
        ApplicationLink link;
        try {
            link = links.getPrimaryApplicationLink(JiraApplicationType.class);
        } catch (RuntimeException e) {
            LOG.warn("The application links could not be read", e);
            return new Silence(Reason.NO_LINK, null, null);
        }
        if (link == null) {
            return new Silence(Reason.NO_LINK, null, null);
        }
        Jira jira = new Jira(link.getName(), link.getDisplayUrl());
        ApplicationLinkRequestFactory asUser = link.createImpersonatingAuthenticatedRequestFactory();
        if (asUser == null) {
            return new Silence(Reason.NO_IMPERSONATION, jira, null);
        }
        try {
            return request(asUser, method, path, body, headers).execute(new Handler(jira, asUser));
        } catch (CredentialsRequiredException e) {
            return new Silence(Reason.NOT_AUTHORISED, jira, Followable.only(e.getAuthorisationURI()));
        } catch (ResponseException | RuntimeException e) {
            LOG.info("Jira {} did not answer {} {}: {}", jira.url(), method, path, e.toString());
            return new Silence(Reason.NO_ANSWER, jira, null);
        }
    }

    private static ApplicationLinkRequest request(
            ApplicationLinkRequestFactory asUser,
            Request.MethodType method,
            String path,
            @Nullable JsonNode body,
            Map<String, String> headers)
            throws CredentialsRequiredException {
        ApplicationLinkRequest request = asUser.createRequest(method, path);
        request.setConnectionTimeout(TO_CONNECT_MILLIS);
        request.setSoTimeout(body == null ? TO_READ_MILLIS : TO_WRITE_MILLIS);
        request.setFollowRedirects(false);
        request.setHeader("Accept", "application/json");
        // calls between products carry no browser's origin; this header is the platform's word for that
        request.setHeader("X-Atlassian-Token", "no-check");
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setRequestBody(body.toString(), "application/json");
        }
        return request;
    }

    private record Handler(Jira jira, ApplicationLinkRequestFactory asUser)
            implements ApplicationLinkResponseHandler<Said> {
        @Override
        public Said handle(Response response) throws ResponseException {
            return new Answer(response.getStatusCode(), json(response), jira);
        }

        @Override
        public Said credentialsRequired(Response response) {
            return new Silence(Reason.NOT_AUTHORISED, jira, Followable.only(asUser.getAuthorisationURI()));
        }

        /** An answer that is no JSON, as a proxy's, has a status and nothing to read. */
        private static JsonNode json(Response response) throws ResponseException {
            try (InputStream in = response.getResponseBodyAsStream()) {
                byte[] body = in == null ? new byte[0] : in.readNBytes(LARGEST_BODY);
                JsonNode read = JSON.readTree(body);
                return read == null ? MissingNode.getInstance() : read;
            } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
                return MissingNode.getInstance();
            } catch (IOException e) {
                throw new ResponseException("the body broke off", e);
            }
        }
    }
}
