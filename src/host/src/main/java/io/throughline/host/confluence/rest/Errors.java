package io.throughline.host.confluence.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.confluence.content.WikiRefusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Refusals in the shape of Confluence's REST API. */
final class Errors {

    private Errors() {}

    static Response answer(int status, String message) {
        return answer(status, message, true);
    }

    /** What may not be done while the site is read-only, and would be allowed otherwise. */
    static Response readOnly(int status, String message) {
        return answer(status, message, false);
    }

    private static Response answer(int status, String message, boolean isAllowedInReadOnlyMode) {
        boolean forbidden = status == 403 || status == 404;
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("authorized", !forbidden)
                .put("valid", forbidden)
                .put("allowedInReadOnlyMode", isAllowedInReadOnlyMode)
                .put("successful", false);
        data.putArray("errors");
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("statusCode", status);
        json.set("data", data);
        json.put("message", message)
                .put("reason", Response.Status.fromStatusCode(status).getReasonPhrase());
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(json)
                .build();
    }

    /** A rule of the wiki. */
    static final class Refused implements ExceptionMapper<WikiRefusal> {
        @Override
        public Response toResponse(WikiRefusal refusal) {
            return answer(refusal.kind().status(), refusal.getMessage());
        }
    }

    /** A body that is no JSON. Comes before Jersey's own mapper, which answers in plain text. */
    @Priority(1)
    static final class Unparsable implements ExceptionMapper<JsonParseException> {
        @Override
        public Response toResponse(JsonParseException e) {
            return answer(400, "Could not parse request body: " + e.getOriginalMessage());
        }
    }

    /** A body whose JSON is not of the expected kind. */
    @Priority(1)
    static final class Unmappable implements ExceptionMapper<JsonMappingException> {
        @Override
        public Response toResponse(JsonMappingException e) {
            return answer(400, "Could not read request body: " + e.getOriginalMessage());
        }
    }
}
