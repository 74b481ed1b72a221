package io.throughline.app.confluence.link;

import io.throughline.app.confluence.link.Copies.Copy;
import io.throughline.app.confluence.link.Copies.Key;
import io.throughline.app.confluence.link.JiraReply.Body;
import io.throughline.app.confluence.link.JiraReply.Jira;
import io.throughline.app.confluence.link.JiraReply.Meaning;
import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of every Jira: what it answered to whom, at which questions it failed, and whether it answers at all. */
final class Memory {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final Clock clock;
    private final Random random;
    private final Copies copies;
    private final Troubles troubles;
    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

    Memory(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
        this.copies = new Copies(MOST_BYTES, LONGEST, clock);
        this.troubles = new Troubles(clock, random);
    }

    /** The reader's own last good copy. */
    @Nullable
    Copy of(Key key) {
        return copies.of(key);
    }

    boolean isOlderThan(Copy copy, Duration age) {
        return copy.readAt().plus(age).isBefore(clock.instant());
    }

    /** What is wrong with a question, null for nothing. */
    @Nullable
    Refusal trouble(Key key) {
        return troubles.of(key);
    }

    /** @param link id of the application link */
    Circuit circuit(String link) {
        return circuits.computeIfAbsent(link, id -> new Circuit(clock, random));
    }

    /**
     * Keeps what came of a question.
     *
     * @param copy that the reader had when it was asked
     * @return what to show
     */
    JiraReply learned(Key key, Jira jira, @Nullable Fetched fetched, @Nullable Copy copy, Instant askedAt) {
        if (fetched instanceof Fetched.None none) {
            return refused(key, jira, none.refusal(), askedAt);
        }
        circuit(key.link()).answered();
        troubles.forget(key);
        Copy now = fetched instanceof Fetched.Answer answer
                ? new Copy(answer.bytes(), answer.tag(), clock.instant())
                : copy == null ? null : new Copy(copy.bytes(), copy.tag(), clock.instant());
        if (now == null) {
            return new Refusal(Reason.GARBLED, jira, null, ""); // unchanged, to one who had nothing
        }
        copies.keep(key, now);
        return body(now, jira, null);
    }

    private JiraReply refused(Key key, Jira jira, Refusal refusal, Instant askedAt) {
        Meaning meaning = refusal.reason().meaning();
        switch (meaning) {
            case READER_MAY_NOT -> copies.forgetReader(key.reader(), key.link());
            case NOTHING_THERE -> {
                copies.forget(key);
                troubles.remember(key, refusal); // a page about what is gone is read as often as any other
            }
            case JIRA_AWAY -> circuit(key.link()).failed(refusal, askedAt);
            case JIRA_FAILED -> troubles.remember(key, refusal);
            case ASK_AGAIN -> LOG.debug("{}: {}", key.path(), refusal.reason());
        }
        if (meaning.jiraSpoke()) {
            circuit(key.link()).answered();
        }
        return copyOr(key, jira, refusal);
    }

    /** The reader's own last good copy with what is wrong, unless what is wrong is that there must not be one. */
    JiraReply copyOr(Key key, Jira jira, Refusal refusal) {
        Copy copy = refusal.reason().meaning().leavesCopies() ? copies.of(key) : null;
        return copy == null ? refusal : body(copy, jira, refusal);
    }

    static Body body(Copy copy, Jira jira, @Nullable Refusal instead) {
        return new Body(copy.bytes(), jira, copy.readAt(), instead);
    }
}
