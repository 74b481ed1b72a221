package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.store.Hashes;
import io.throughline.app.store.Json;
import io.throughline.app.store.Once;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** The Idempotency-Key header. */
final class OnceHeader {
    private static final String NAME = "Idempotency-Key";
    private static final int LONGEST = 255;

    private OnceHeader() {}

    /** The caller's promise, bound to what it sent; equal JSON is equal input, however it is written. */
    static Optional<Once> of(HttpHeaders headers, UriInfo uri, Caller caller, ObjectNode body) {
        return of(headers, uri, caller, () -> fingerprint(body));
    }

    /** The same for input that is no JSON body. */
    static Optional<Once> of(HttpHeaders headers, UriInfo uri, Caller caller, Supplier<String> fingerprint) {
        String key = headers.getHeaderString(NAME);
        if (key == null) {
            return Optional.empty();
        }
        boolean isKey = !key.isBlank() && key.length() <= LONGEST && key.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (!isKey) {
            FieldErrors errors = new FieldErrors();
            errors.add(NAME, "once-key", LONGEST);
            errors.throwIfAny();
        }
        return Optional.of(new Once(caller.key(), uri.getAbsolutePath().getPath(), key, fingerprint.get()));
    }

    private static String fingerprint(ObjectNode body) {
        String form;
        try {
            form = Json.canonical(body);
        } catch (IllegalArgumentException e) {
            // holds what no form will accept, such as 1e999; it only has to equal itself
            form = Json.write(body);
        }
        return Hashes.sha256(form.getBytes(StandardCharsets.UTF_8));
    }
}
