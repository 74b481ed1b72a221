package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers 304 to whoever has the present answer already.
 *
 * <p>The ETag is a hash of the answer. What the answer follows from (versions, day, what the caller may browse) has a
 * stamp; while that stays the same the answer is not made again, for a minute: names of people and single permissions may
 * change without a stamp. A stamp is one person's; people whose answers came out the same share the bytes, and when the bytes
 * had to go for newer ones, the tag still tells that nothing changed.
 */
@JiraComponent
public final class Freshness {
    private static final int MOST = 10_000;
    /** Of all answers that are kept: one of a plan of 2,000 objectives and 5,000 KPIs has 5 million. */
    private static final int MOST_BYTES = 32_000_000;

    private static final Duration TRUSTED = Duration.ofMinutes(1);

    /** An answer that was given. */
    private record Known(String tag, Instant at) {}

    private final Clock clock;
    private final Map<String, Known> byStamp = new LinkedHashMap<>();
    /** The JSON of answers by tag, the one used last at the end. */
    private final Map<String, byte[]> wholes = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    @Inject
    public Freshness() {
        this(Clock.systemUTC());
    }

    Freshness(Clock clock) {
        this.clock = clock;
    }

    /** What a page shows, for whoever has some of it: the header names the tag of each answer that they have. */
    Response answer(HttpHeaders headers, Part part) {
        return answer(headers, part.stamp(), Part.MOMENT, part.json());
    }

    /**
     * @param stamp what the answer follows from, its kind and caller included; null where nobody can tell, and it is made each time
     * @param moment a field that says when the answer was made, and does not count
     */
    Response answer(HttpHeaders headers, @Nullable String stamp, String moment, Supplier<ObjectNode> body) {
        String sent = Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), "");
        // a stamp names every project that somebody may browse, and thousands of them are kept
        String follows = stamp == null ? null : Hashes.sha256(stamp.getBytes(StandardCharsets.UTF_8));
        Known known = follows == null ? null : known(follows);
        if (known != null && sent.contains('"' + known.tag() + '"')) {
            return unchanged(known.tag());
        }
        byte[] kept = known == null ? null : kept(known.tag());
        if (known != null && kept != null) {
            return whole(kept, known.tag());
        }
        ObjectNode made = body.get();
        JsonNode at = made.remove(moment);
        byte[] counted = Json.bytes(made); // megabytes for a large plan: written once, and not copied for the hash
        String tag = Hashes.sha256(counted).substring(0, 32);
        byte[] whole = at == null ? counted : with("{\"" + moment + "\":" + Json.write(at) + ",", counted);
        if (follows != null) {
            keep(follows, tag, whole);
        }
        return sent.contains('"' + tag + '"') ? unchanged(tag) : whole(whole, tag);
    }

    /** An object with one more field in front. */
    private static byte[] with(String field, byte[] object) {
        byte[] first = field.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(first, first.length + object.length - 1);
        System.arraycopy(object, 1, all, first.length, object.length - 1);
        return all;
    }

    private static Response whole(byte[] json, String tag) {
        return revalidated(Answers.text(200, json).tag(new EntityTag(tag)));
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

    private synchronized @Nullable Known known(String stamp) {
        Known known = byStamp.get(stamp);
        return known == null || known.at().plus(TRUSTED).isBefore(clock.instant()) ? null : known;
    }

    private synchronized byte @Nullable [] kept(String tag) {
        return wholes.get(tag);
    }

    private synchronized void keep(String stamp, String tag, byte[] whole) {
        byStamp.remove(stamp);
        byStamp.put(stamp, new Known(tag, clock.instant()));
        forgetTheEldest(byStamp, byStamp.size() - MOST);
        if (whole.length > MOST_BYTES / 4) {
            return;
        }
        byte[] before = wholes.put(tag, whole);
        bytes += whole.length - (before == null ? 0 : before.length);
        Iterator<byte[]> eldest = wholes.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }

    private static void forgetTheEldest(Map<String, ?> from, int count) {
        Iterator<String> eldest = from.keySet().iterator();
        for (int left = count; left > 0; left--) {
            eldest.next();
            eldest.remove();
        }
    }
}
