package io.throughline.host.jira.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A body that is no JSON is answered in Jira's shape too. */
@Provider
public final class UnreadableErrorMapper implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException unreadable) {
        return new RestErrorMapper().toResponse(RestError.of(400, unreadable.getOriginalMessage()));
    }
}
