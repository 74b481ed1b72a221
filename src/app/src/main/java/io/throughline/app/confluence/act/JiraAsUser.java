package io.throughline.app.confluence.act;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkService;
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
import io.throughline.app.web.LinkedCall;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
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

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_READ = Duration.ofSeconds(5);
    /** Longer than a page may wait: making an issue runs listeners and validators of other apps in Jira. */
    private static final Duration TO_WRITE = Duration.ofSeconds(15);

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
        return call(Request.MethodType.GET, path, TO_READ, null, Map.of());
    }

    /** Sends JSON. What became of it is not known when there is no answer. */
    public Said post(String path, JsonNode body, Map<String, String> headers) {
        return call(Request.MethodType.POST, path, TO_WRITE, body.toString(), headers);
    }

    private Said call(
            Request.MethodType method, String path, Duration toRead, @Nullable String body, Map<String, String> more) {
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
        Map<String, String> headers = new HashMap<>(more);
        // calls between products carry no browser's origin; this header is the platform's word for that
        headers.put("X-Atlassian-Token", "no-check");
        LinkedCall call = new LinkedCall(method, path, TO_CONNECT, toRead, headers, body);
        return call.over(link, new Heard(new Jira(link.getName(), link.getDisplayUrl()), call));
    }

    private record Heard(Jira jira, LinkedCall call) implements LinkedCall.Outcome<Said> {
        @Override
        public Said answered(Response response) throws ResponseException {
            return new Answer(response.getStatusCode(), json(response), jira);
        }

        @Override
        public Said notAllowedYet(@Nullable URI way) {
            return new Silence(Reason.NOT_AUTHORISED, jira, way);
        }

        @Override
        public Said notAsPerson() {
            return new Silence(Reason.NO_IMPERSONATION, jira, null);
        }

        @Override
        public Said failed(Exception why) {
            LOG.info("Jira {} did not answer {} {}: {}", jira.url(), call.method(), call.path(), why.toString());
            return new Silence(Reason.NO_ANSWER, jira, null);
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
