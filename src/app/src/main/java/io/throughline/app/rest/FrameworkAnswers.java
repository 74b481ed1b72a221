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
    private static final Refusal OTHER = new Refusal("REFUSED", "This request is not taken.");
    private static final Map<Integer, Refusal> KNOWN = Map.of(
            400, new Refusal("BAD_REQUEST", "This request cannot be read."),
            404, new Refusal("NOT_FOUND", "There is no such address."),
            405,
                    new Refusal(
                            "METHOD_NOT_ALLOWED",
                            "This address does not take this method; the header Allow has those it takes."),
            406, new Refusal("NOT_ACCEPTABLE", "Answers are JSON; the header Accept must allow that."),
            415,
                    new Refusal(
                            "NOT_JSON",
                            "This address takes JSON only; the header Content-Type must be application/json."));

    /** What is said of a status. */
    private record Refusal(String code, String sentence) {}

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response given = refused.getResponse();
        int status = given.getStatus();
        String ref = Reference.next();
        Refusal known = KNOWN.getOrDefault(status, OTHER);
        ObjectNode body = Json.object();
        if (status < 500) {
            body.putArray("errorMessages").add(known.sentence());
            body.putObject("errors");
        }
        body.put("code", status < 500 ? known.code() : "INTERNAL");
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
