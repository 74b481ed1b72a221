package io.throughline.host.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;

/**
 * How JSON is read and written: an unknown property is an error, dates are epoch millis, and no module for {@code java.time} is
 * there, because none is known to be on the platform.
 */
final class JsonMapping implements ContextResolver<ObjectMapper> {

    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }
}
