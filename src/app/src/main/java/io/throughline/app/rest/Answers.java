package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.store.Answer;
import io.throughline.app.store.Json;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Answers as text: the platform's own JSON writer, whose settings are not ours, has nothing left to decide. */
final class Answers {
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

    private Answers() {}

    static Response json(int status, JsonNode body) {
        return text(status, Json.write(body)).build();
    }

    static Response ok(JsonNode body) {
        return json(200, body);
    }

    /** An object as it is at a version. */
    static Response ok(JsonNode body, long version) {
        return text(200, Json.write(body))
                .tag(new EntityTag(Long.toString(version)))
                .build();
    }

    /** A sheet, to be opened or kept under a name. */
    static Response csv(String sheet, String name) {
        return Response.ok(sheet, new MediaType("text", "csv", "utf-8"))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    static Response nothing() {
        return Response.noContent().build();
    }

    /** What a POST did; what it created lies at a path below the called one. */
    static Response posted(Answer answer, UriInfo uri) {
        Response.ResponseBuilder response = text(answer.status(), answer.body());
        String path = answer.location();
        if (path != null) {
            URI location = uri.getAbsolutePathBuilder().path(path).build();
            response.location(location);
        }
        String etag = answer.etag();
        return (etag == null ? response : response.tag(new EntityTag(etag))).build();
    }

    /** JSON that is written already, as a text or in UTF-8. */
    static Response.ResponseBuilder text(int status, @Nullable Object body) {
        return Response.status(status)
                .type(JSON)
                // rights and numbers may differ with the next call
                .header("Cache-Control", "no-store")
                .entity(body);
    }
}
