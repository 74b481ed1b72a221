package io.throughline.host.jira.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.TreeMap;

/** Writes errors in Jira's shape. */
@Provider
public final class RestErrorMapper implements ExceptionMapper<RestError> {
    @Override
    public Response toResponse(RestError error) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        error.messages().forEach(body.putArray("errorMessages")::add);
        ObjectNode fields = body.putObject("errors");
        new TreeMap<>(error.errors()).forEach(fields::put);
        return Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }
}
