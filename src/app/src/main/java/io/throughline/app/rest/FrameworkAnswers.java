package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Json;
import io.throughline.app.web.Reference;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/**
 * What the framework refuses before a resource method is reached (no such path, no such method), in the contract's
 * shape. In English and without any word of the framework: no caller has been identified yet.
 */
@Provider
public class FrameworkAnswers implements ExceptionMapper<WebApplicationException> {
    private static final Map<Integer, String> CODES = Map.of(
            400, "BAD_REQUEST", 404, "NOT_FOUND", 405, "METHOD_NOT_ALLOWED", 406, "NOT_ACCEPTABLE", 415, "NOT_JSON");

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response given = refused.getResponse();
        int status = given.getStatus();
        String ref = Reference.next();
        String code = CODES.getOrDefault(status, status < 500 ? "REFUSED" : "INTERNAL");
        ObjectNode body = Json.object();
        if (status < 500) {
            body.putArray("errorMessages").add(code);
            body.putObject("errors");
        }
        body.put("code", code);
        if (status < 500) {
            body.putObject("params");
        }
        Response.ResponseBuilder answer = Response.fromResponse(Answers.json(status, body.put("ref", ref)));
        given.getStringHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Allow")) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.build();
    }
}
