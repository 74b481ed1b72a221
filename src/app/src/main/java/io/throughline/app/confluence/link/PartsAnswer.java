package io.throughline.app.confluence.link;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.app.confluence.link.JiraReply.Jira;
import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Several answers in one: {@code {"parts":[{"part":"plans/PLAN-1/map","status":200,"tag":"…","body":{…}}]}}. Bodies are cut out as
 * they came and not built: they can be megabytes.
 */
final class PartsAnswer {
    /** As many as Jira answers at once. */
    static final int MOST = 24;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jira jira;

    PartsAnswer(Jira jira) {
        this.jira = jira;
    }

    /** Where Jira is asked for several parts. */
    static String path(Collection<String> parts) {
        return parts.stream()
                .map(part -> "part=" + URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "parts?", ""));
    }

    /** What came of each part. */
    Map<String, Fetched> each(Collection<String> parts, Fetched all) {
        Map<String, Fetched> found = all instanceof Fetched.Answer answer ? cut(answer.bytes()) : Map.of();
        Fetched otherwise = all instanceof Fetched.Answer ? none(Reason.GARBLED, "") : all;
        Map<String, Fetched> each = new LinkedHashMap<>();
        parts.forEach(part -> each.put(part, found.getOrDefault(part, otherwise)));
        return each;
    }

    /** What can be read of an answer that is known to be one whole object. */
    private Map<String, Fetched> cut(byte[] all) {
        Map<String, Fetched> found = new HashMap<>();
        try (JsonParser json = JSON.getFactory().createParser(all)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isParts = json.currentName().equals("parts");
                if (json.nextToken() == JsonToken.START_ARRAY && isParts) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        cutOne(json, all, found);
                    }
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException notJson) {
            // what was read until here is good, the rest is garbled
        }
        return found;
    }

    private void cutOne(JsonParser json, byte[] all, Map<String, Fetched> into) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        String part = "";
        int status = 0;
        String tag = null;
        byte[] body = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "part" -> part = json.getText();
                case "status" -> status = json.getValueAsInt();
                case "tag" -> tag = '"' + json.getText() + '"';
                case "body" -> body = object(json, all);
                default -> json.skipChildren();
            }
        }
        into.put(part, fetched(status, tag, body));
    }

    private static byte @Nullable [] object(JsonParser json, byte[] all) throws IOException {
        boolean isObject = json.currentToken() == JsonToken.START_OBJECT;
        int start = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        return isObject
                ? Arrays.copyOfRange(all, start, (int) json.currentLocation().getByteOffset())
                : null;
    }

    private Fetched fetched(int status, @Nullable String tag, byte @Nullable [] body) {
        if (status == 304) {
            return new Fetched.Unchanged();
        }
        if (status == 200) {
            return body == null ? none(Reason.GARBLED, "") : new Fetched.Answer(body, tag);
        }
        JiraWords words = JiraWords.of(body == null ? new byte[0] : body);
        return none(words.reason(status), words.detail(status));
    }

    private Fetched none(Reason reason, String detail) {
        return new Fetched.None(new Refusal(reason, jira, null, detail));
    }
}
