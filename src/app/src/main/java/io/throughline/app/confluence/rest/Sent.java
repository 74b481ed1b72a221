package io.throughline.app.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Bodies that come and go. Errors have the shape of the platform's: {@code {"errorMessages":["…"],"code":"…"}}. */
final class Sent {
    /** A page in storage format is seldom over 1 MB. */
    private static final int LONGEST = 8 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sent() {}

    /**
     * What is sent to change something.
     *
     * @throws WebApplicationException 405 in read-only mode, else as {@link #object(InputStream)}
     */
    static JsonNode change(InputStream body, ReadOnlySite site) {
        String notice = site.notice();
        if (!notice.isEmpty()) {
            throw refused(ReadOnlySite.STATUS, "READ_ONLY", notice);
        }
        return object(body);
    }

    /** @throws WebApplicationException 413 for what is too long, 400 for what is no object */
    static JsonNode object(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw refused(413, "TOO_LARGE", "The body is over " + LONGEST + " bytes.");
            }
            JsonNode json = JSON.readTree(bytes);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw refused(400, "MALFORMED_JSON", "The body is not JSON.");
        }
        throw refused(400, "NOT_AN_OBJECT", "The body is no JSON object.");
    }

    /** @throws WebApplicationException 400 unless there is such a text */
    static String text(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw refused(400, "INVALID", field + " has to be a text.");
        }
        return json.path(field).textValue();
    }

    /** @throws WebApplicationException 400 unless there is such a whole number of at least 0 */
    static long number(JsonNode json, String field) {
        JsonNode number = json.path(field);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
            throw refused(400, "INVALID", field + " has to be a whole number of at least 0.");
        }
        return number.longValue();
    }

    static Response answer(ObjectNode json) {
        return Response.ok(json.toString(), MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .header("Cache-Control", "no-store")
                .build();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static WebApplicationException refused(int status, String code, String message) {
        ObjectNode json = object().put("code", code);
        json.putArray("errorMessages").add(message);
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .entity(json.toString())
                .build());
    }
}
