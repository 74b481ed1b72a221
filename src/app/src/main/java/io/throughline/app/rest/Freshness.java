package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Hashes;
import io.throughline.app.store.Json;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Answers 304 to whoever has the present answer already.
 *
 * <p>The ETag is a hash of the answer. What the answer follows from (versions, day, what the caller may browse) has a
 * stamp; while that stays the same the answer need not even be made to know its tag, for a minute: names of people and
 * single permissions may change without a stamp.
 */
@JiraComponent
public final class Freshness {
    private static final int MOST = 2_000;
    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private record Known(String tag, Instant at) {}

    private final Clock clock;
    private final Map<String, Known> byStamp = new LinkedHashMap<>();

    @Inject
    public Freshness() {
        this(Clock.systemUTC());
    }

    Freshness(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param stamp what the answer follows from, its kind and caller included
     * @param moment a field that says when the answer was made, and does not count
     */
    Response answer(HttpHeaders headers, String stamp, String moment, Supplier<ObjectNode> body) {
        String sent = Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), "");
        String known = known(stamp);
        if (!known.isEmpty() && sent.contains('"' + known + '"')) {
            return unchanged(known);
        }
        ObjectNode made = body.get();
        ObjectNode counted = made.deepCopy();
        counted.remove(moment);
        String tag = Hashes.sha256(Json.write(counted).getBytes(StandardCharsets.UTF_8))
                .substring(0, 32);
        keep(stamp, tag);
        return sent.contains('"' + tag + '"') ? unchanged(tag) : whole(made, tag);
    }

    private static Response whole(ObjectNode body, String tag) {
        Response.ResponseBuilder answer =
                Response.fromResponse(Answers.ok(body)).tag(new EntityTag(tag));
        return revalidated(answer);
    }

    private static Response unchanged(String tag) {
        return revalidated(Response.notModified(new EntityTag(tag)));
    }

    /** The browser may keep it, and asks each time whether it is still the newest. */
    private static Response revalidated(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private synchronized String known(String stamp) {
        Known known = byStamp.get(stamp);
        return known == null || known.at().plus(TRUSTED).isBefore(clock.instant()) ? "" : known.tag();
    }

    private synchronized void keep(String stamp, String tag) {
        byStamp.remove(stamp);
        byStamp.put(stamp, new Known(tag, clock.instant()));
        if (byStamp.size() > MOST) {
            byStamp.remove(byStamp.keySet().iterator().next());
        }
    }
}
