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
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers 304 to whoever has the present answer already.
 *
 * <p>The ETag is a hash of the answer and the version of the strategy. What the answer follows from (the plan as it is, the day, what
 * the caller may browse) has a stamp; while that stays the same the answer is not made again, for a minute: names of people and
 * single permissions may change without a stamp. A stamp is one person's; people whose answers came out the same share the bytes,
 * and when the bytes had to go for newer ones, the tag still tells that nothing changed.
 *
 * <p>The moment and the version are written in front of what is kept: a change elsewhere in the strategy is another version of
 * the same answer. Who watches is told 304 as long as it says the same; who keeps it and says of which version it is, as
 * Confluence does, asks {@link #exactly}.
 */
@JiraComponent
public final class Freshness {
    private static final int MOST = 10_000;
    /** Of all answers that are kept: one of a plan of 2,000 objectives and 5,000 KPIs has 5 million. */
    private static final int MOST_BYTES = 32_000_000;

    private static final Duration TRUSTED = Duration.ofMinutes(1);

    /**
     * An answer that was given.
     *
     * @param hash of what it says
     * @param moment the field that says when it was made, with its comma; empty of an answer without one
     */
    private record Known(String hash, String moment, Instant at) {}

    private final Clock clock;
    private final Map<String, Known> byStamp = new LinkedHashMap<>();
    /** The JSON of answers by hash, without moment and version, the one used last at the end. */
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
        String sent = sent(headers);
        return answer(part, (hash, version) -> sent.contains('"' + hash + '-'));
    }

    /** The same, for whoever says of which version of the strategy it is: what says the same at another one is sent again. */
    Response exactly(HttpHeaders headers, Part part) {
        String sent = sent(headers);
        return answer(part, (hash, version) -> sent.contains('"' + tag(hash, version) + '"'));
    }

    private static String sent(HttpHeaders headers) {
        return Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), "");
    }

    private static String tag(String hash, long version) {
        return hash + '-' + version;
    }

    /** @param has whether the caller has what has this hash, of this version */
    private Response answer(Part part, BiPredicate<String, Long> has) {
        // a stamp names every project that somebody may browse, and thousands of them are kept
        String follows = part.stamp() == null ? null : Hashes.sha256(utf8(part.stamp()));
        Known known = follows == null ? null : known(follows);
        if (known != null && has.test(known.hash(), part.version())) {
            return unchanged(tag(known.hash(), part.version()));
        }
        byte[] kept = known == null ? null : kept(known.hash());
        if (known != null && kept != null) {
            return whole(known, part.version(), kept);
        }
        ObjectNode made = part.json().get();
        JsonNode at = made.remove(Part.MOMENT);
        String moment = at == null ? "" : "\"" + Part.MOMENT + "\":" + Json.write(at) + ',';
        long version = made.remove(Part.VERSION).longValue();
        byte[] says = Json.bytes(made); // megabytes for a large plan: written once, and not copied for the hash
        Known now = new Known(Hashes.sha256(says).substring(0, 32), moment, clock.instant());
        if (follows != null) {
            keep(follows, now, says);
        }
        return has.test(now.hash(), version) ? unchanged(tag(now.hash(), version)) : whole(now, version, says);
    }

    /** What it says with the two fields in front that do not count. */
    private static Response whole(Known known, long version, byte[] says) {
        byte[] front = utf8('{' + known.moment() + '"' + Part.VERSION + "\":" + version + ',');
        byte[] all = Arrays.copyOf(front, front.length + says.length - 1);
        System.arraycopy(says, 1, all, front.length, says.length - 1);
        return revalidated(Answers.text(200, all).tag(new EntityTag(tag(known.hash(), version))));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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

    private synchronized byte @Nullable [] kept(String hash) {
        return wholes.get(hash);
    }

    private synchronized void keep(String stamp, Known known, byte[] says) {
        byStamp.remove(stamp);
        byStamp.put(stamp, known);
        forgetTheEldest(byStamp, byStamp.size() - MOST);
        if (says.length > MOST_BYTES / 4) {
            return;
        }
        byte[] before = wholes.put(known.hash(), says);
        bytes += says.length - (before == null ? 0 : before.length);
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
