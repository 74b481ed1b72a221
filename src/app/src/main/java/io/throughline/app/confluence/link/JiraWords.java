package io.throughline.app.confluence.link;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.app.confluence.link.JiraReply.Reason;
import java.io.IOException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The body of an answer that is none, and what it means with its status. */
final class JiraWords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable JsonNode error;

    private JiraWords(@Nullable JsonNode error) {
        this.error = error;
    }

    static JiraWords of(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            // only Throughline's own errors have a code: a proxy's or Jira's own say nothing about strategy
            return new JiraWords(json != null && json.path("code").isTextual() ? json : null);
        } catch (IOException notJson) {
            return new JiraWords(null);
        }
    }

    /** Whether a body is one whole JSON object, without building it. */
    static boolean isObject(byte[] body) {
        try (JsonParser json = JSON.getFactory().createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            json.skipChildren();
            return json.nextToken() == null;
        } catch (IOException notJson) {
            return false;
        }
    }

    Reason reason(int status) {
        return switch (status) {
            case 400 -> ours(Reason.BAD_QUESTION);
            // who may not see must not be shown an old copy, whoever says so
            case 401 -> Reason.NOT_LOGGED_IN;
            case 403 -> Reason.NO_RIGHT;
            case 404 -> ours(Reason.NOT_FOUND);
            case 503 -> isCode("INDEXING") ? Reason.INDEXING : error == null ? Reason.DOWN : Reason.FAILED;
            // what stands before Jira says so while Jira is away
            case 502, 504 -> Reason.DOWN;
            // a redirect leads to a login page or away from the link: nothing of ours
            default -> status >= 500 ? Reason.FAILED : Reason.GARBLED;
        };
    }

    private Reason ours(Reason reason) {
        return error == null ? Reason.GARBLED : reason;
    }

    private boolean isCode(String code) {
        return error != null && error.path("code").asText().equals(code);
    }

    /** Jira's own words, of each field where it says what is wrong with them; the reference for its log when it failed; or nothing. */
    String detail(int status) {
        if (error == null || isCode("NOT_FOUND")) { // which the macro says itself, with the name of what is missing
            return "";
        }
        if (status >= 500) {
            return error.path("ref").asText("");
        }
        StringJoiner fields = new StringJoiner("; ", "", "")
                .setEmptyValue(error.path("errorMessages").path(0).asText(""));
        error.path("errors")
                .properties()
                .forEach(
                        each -> fields.add(each.getKey() + " " + each.getValue().asText()));
        return fields.toString();
    }
}
