package io.throughline.app.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.store.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;

/** Reads request bodies: JSON only, an object, not too large, nothing twice. */
final class Bodies {
    /** 1 MiB. */
    static final int LONGEST = 1024 * 1024;

    private Bodies() {}

    /**
     * The object in the body.
     *
     * @throws Refused NOT_JSON by its content type, TOO_LARGE, or INVALID with code MALFORMED_JSON and the place
     */
    static ObjectNode object(HttpHeaders headers, InputStream body) {
        requireJson(headers);
        byte[] bytes = bytes(headers, body);
        try {
            JsonNode read = Json.MAPPER.readTree(bytes);
            if (read instanceof ObjectNode object) {
                return object;
            }
            throw Refused.of(Kind.INVALID, "NOT_AN_OBJECT");
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** @throws Refused NOT_JSON unless the body calls itself JSON */
    static void requireJson(HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        boolean isJson = type != null
                && type.getType().equalsIgnoreCase("application")
                && type.getSubtype().equalsIgnoreCase("json");
        if (!isJson) {
            throw Refused.of(Kind.NOT_JSON, "NOT_JSON").with("type", String.valueOf(type));
        }
    }

    /** What to say of a body that cannot be read; a fault of ours, or of the line, goes on as it is. */
    static RuntimeException refusal(IOException e) {
        if (e instanceof JacksonException unread) {
            return malformed(unread);
        }
        // what is packed and broken has no place in the JSON either
        boolean isBroken =
                e instanceof CharConversionException || e instanceof ZipException || e instanceof EOFException;
        return isBroken
                ? Refused.of(Kind.INVALID, "MALFORMED_JSON").with("line", 1).with("column", 1)
                : new UncheckedIOException(e);
    }

    private static byte[] bytes(HttpHeaders headers, InputStream body) {
        try {
            // a length that is announced as too large need not be read
            byte[] bytes = headers.getLength() > LONGEST ? new byte[0] : body.readNBytes(LONGEST + 1);
            if (headers.getLength() > LONGEST || bytes.length > LONGEST) {
                throw Refused.of(Kind.TOO_LARGE, "TOO_LARGE").with("limit", LONGEST);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says where, and of the library's own words only those that quote nothing of ours. */
    private static Refused malformed(JacksonException e) {
        JsonLocation at = e.getLocation();
        String what = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        Refused refused = what.startsWith("Duplicate field")
                ? Refused.of(Kind.INVALID, "DUPLICATE_FIELD")
                : Refused.of(Kind.INVALID, "MALFORMED_JSON");
        return refused.with("line", at == null ? 0 : at.getLineNr()).with("column", at == null ? 0 : at.getColumnNr());
    }
}
