package io.throughline.app.rest;

import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Refused.Kind;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which versions a caller is ready to replace: the If-Match header. */
final class Preconditions {
    private final boolean any;
    private final Set<String> versions;

    private Preconditions(boolean any, Set<String> versions) {
        this.any = any;
        this.versions = versions;
    }

    /**
     * What the call demands.
     *
     * @throws Refused NO_PRECONDITION if it demands nothing
     */
    static Preconditions required(HttpHeaders headers) {
        return given(headers).orElseThrow(() -> Refused.of(Kind.NO_PRECONDITION, "IF_MATCH_MISSING"));
    }

    /** What the call demands; empty if it demands nothing. */
    static Optional<Preconditions> given(HttpHeaders headers) {
        String header = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        Set<String> versions = new HashSet<>();
        for (String each : header.split(",")) {
            String tag = each.strip();
            // W/"3" never matches: RFC 9110 compares strongly here
            boolean quoted = tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"");
            versions.add(quoted ? tag.substring(1, tag.length() - 1) : tag);
        }
        return Optional.of(new Preconditions(header.strip().equals("*"), versions));
    }

    /** @throws Refused STALE, with the present version, unless the caller named it */
    void check(String ref, long version) {
        if (!any && !versions.contains(Long.toString(version))) {
            throw Refused.of(Kind.STALE, "STALE_VERSION").with("ref", ref).with("version", version);
        }
    }
}
