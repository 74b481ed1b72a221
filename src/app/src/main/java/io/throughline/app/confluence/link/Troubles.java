package io.throughline.app.confluence.link;

import io.throughline.app.confluence.link.Copies.Key;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Questions at which Jira failed: for 5 to 15 seconds, by chance, they are not asked again by the same reader. */
final class Troubles {
    private static final int MOST = 10_000;
    private static final int LEAST_MILLIS = 5_000;
    private static final int SPREAD_MILLIS = 10_000;

    private final Clock clock;
    private final Random random;
    private final Map<Key, Trouble> troubles = new LinkedHashMap<>();

    Troubles(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    private record Trouble(Refusal refusal, Instant until) {}

    synchronized @Nullable Refusal of(Key key) {
        Trouble trouble = troubles.get(key);
        if (trouble == null) {
            return null;
        }
        if (trouble.until().isAfter(clock.instant())) {
            return trouble.refusal();
        }
        troubles.remove(key);
        return null;
    }

    synchronized void remember(Key key, Refusal refusal) {
        troubles.remove(key);
        troubles.put(
                key, new Trouble(refusal, clock.instant().plusMillis(LEAST_MILLIS + random.nextInt(SPREAD_MILLIS))));
        if (troubles.size() > MOST) {
            troubles.remove(troubles.keySet().iterator().next());
        }
    }

    synchronized void forget(Key key) {
        troubles.remove(key);
    }
}
