package io.throughline.app.confluence.link;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ConfluenceImport;
import io.throughline.app.confluence.link.Copies.Copy;
import io.throughline.app.confluence.link.Copies.Key;
import io.throughline.app.confluence.link.JiraReply.Body;
import io.throughline.app.confluence.link.JiraReply.Meaning;
import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Jira seldom, and stays readable when Jira does not answer.
 *
 * <p>What Jira told a reader is shown to that reader for {@link #FRESH} without asking again; in the second half of that
 * time it is asked again in the background, so that a page in use never waits. After it, Jira decides first, mostly by
 * saying 304: rights that were taken away are seen no longer than that. Where Jira cannot be asked, the reader gets the
 * last good copy of their own, with what is wrong. At most one request per reader and question is under way.
 *
 * @see "ADR 019: reading strategy from Confluence"
 */
@ConfluenceComponent
public class RememberedStrategy implements LinkedStrategy {
    static final Duration FRESH = Duration.ofSeconds(30);
    /** Whoever could wait no longer than this, because the page's time was nearly spent, cannot say that Jira hangs. */
    private static final Duration FAIR = Duration.ofMillis(500);

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(RememberedStrategy.class);

    private final ApplicationLinkService links;
    private final Executor threads;
    private final Waiting waiting;
    private final Clock clock;
    private final Random random;
    private final Copies copies;
    private final Troubles troubles;
    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();
    private final Map<Key, CompletableFuture<JiraReply>> underWay = new ConcurrentHashMap<>();

    @Inject
    public RememberedStrategy(@ConfluenceImport ApplicationLinkService links, ReadingThreads threads) {
        this(links, threads, Waiting.real(), Clock.systemUTC(), new Random());
    }

    RememberedStrategy(ApplicationLinkService links, Executor threads, Waiting waiting, Clock clock, Random random) {
        this.links = links;
        this.threads = threads;
        this.waiting = waiting;
        this.clock = clock;
        this.random = random;
        this.copies = new Copies(MOST_BYTES, LONGEST, clock);
        this.troubles = new Troubles(clock, random);
    }

    @Override
    public JiraReply ask(String path, PageTime time) {
        Refusal refused = time.refused(path);
        if (refused != null) {
            return refused;
        }
        JiraLink link = link();
        if (link == null) {
            return new Refusal(Reason.NO_LINK, null, null, "");
        }
        JiraReply reply = new Asking(link, Reader.current(), path, time).reply();
        if (reply instanceof Refusal refusal) {
            time.remember(path, refusal);
        }
        return reply;
    }

    private @Nullable JiraLink link() {
        try {
            ApplicationLink link = links.getPrimaryApplicationLink(JiraApplicationType.class);
            return link == null ? null : new JiraLink(link, clock);
        } catch (RuntimeException e) {
            LOG.warn("The application links could not be read", e);
            return null;
        }
    }

    /** How many questions wait for Jira right now. */
    int underWay() {
        return underWay.size();
    }

    /** One question of one reader. */
    private final class Asking {
        private final JiraLink link;
        private final Reader reader;
        private final PageTime time;
        private final Key key;
        private final Circuit circuit;

        Asking(JiraLink link, Reader reader, String path, PageTime time) {
            this.link = link;
            this.reader = reader;
            this.time = time;
            this.key = new Key(reader.key(), link.id(), path);
            this.circuit = circuits.computeIfAbsent(link.id(), id -> new Circuit(clock, random));
        }

        JiraReply reply() {
            Copy copy = copies.of(key);
            if (copy != null && isFresh(copy)) {
                if (isOlderThan(copy, FRESH.dividedBy(2)) && knownTrouble() == null) {
                    ask();
                }
                return body(copy, null);
            }
            Refusal before = circuit.trouble();
            Refusal trouble = knownTrouble();
            if (trouble != null) {
                return copyOr(trouble);
            }
            CompletableFuture<JiraReply> answer = ask();
            if (before != null && copy != null) {
                // Jira is tried again, and nobody who has something to look at waits for that; what was wrong is still
                // said,
                // even if another question has been answered by now: the copy is as old as before
                return body(copy, before);
            }
            return waitedFor(answer);
        }

        /** What is known to be wrong, null when Jira may be asked now. */
        private @Nullable Refusal knownTrouble() {
            Refusal own = troubles.of(key);
            if (own != null) {
                return own;
            }
            return circuit.mayAsk() ? null : circuit.trouble();
        }

        private JiraReply waitedFor(CompletableFuture<JiraReply> answer) {
            Instant askedAt = clock.instant();
            Duration most = time.left();
            time.spend(waiting.until(answer, most));
            if (answer.isDone()) {
                return answer.join();
            }
            Refusal slow = new Refusal(Reason.SLOW, link.jira(), null, "");
            if (most.compareTo(FAIR) >= 0 && !Thread.currentThread().isInterrupted()) {
                circuit.failed(slow, askedAt);
            }
            return copyOr(slow);
        }

        /** Starts a request, unless one is under way or has just come back. Never fails. */
        private CompletableFuture<JiraReply> ask() {
            CompletableFuture<JiraReply> mine = new CompletableFuture<>();
            CompletableFuture<JiraReply> others = underWay.putIfAbsent(key, mine);
            if (others != null) {
                return others;
            }
            Copy copy = copies.of(key);
            if (copy != null && !isOlderThan(copy, FRESH.dividedBy(2))) {
                underWay.remove(key, mine);
                mine.complete(body(copy, null));
                return mine;
            }
            try {
                threads.execute(() -> fetch(copy, mine));
            } catch (RejectedExecutionException tooMuch) {
                underWay.remove(key, mine);
                mine.complete(copyOr(new Refusal(Reason.SLOW, link.jira(), null, "")));
            }
            return mine;
        }

        private void fetch(@Nullable Copy copy, CompletableFuture<JiraReply> mine) {
            JiraReply reply = copyOr(new Refusal(Reason.FAILED, link.jira(), null, ""));
            try {
                Instant askedAt = clock.instant();
                Fetched fetched = reader.acting(() -> link.get(key.path(), copy == null ? null : copy.tag()));
                reply = settled(fetched, copy, askedAt);
            } catch (RuntimeException | Error e) {
                LOG.error("{} could not be asked", link.jira().url(), e);
                throw e;
            } finally {
                // the copy is kept by now: whoever comes between finds it, and does not ask once more
                underWay.remove(key, mine);
                mine.complete(reply);
            }
        }

        private JiraReply settled(Fetched fetched, @Nullable Copy copy, Instant askedAt) {
            if (fetched instanceof Fetched.None none) {
                return refused(none.refusal(), askedAt);
            }
            circuit.answered();
            troubles.forget(key);
            Copy now = fetched instanceof Fetched.Answer answer
                    ? new Copy(answer.bytes(), answer.tag(), clock.instant())
                    : copy == null ? null : new Copy(copy.bytes(), copy.tag(), clock.instant());
            if (now == null) {
                return new Refusal(Reason.GARBLED, link.jira(), null, ""); // unchanged, to one who had nothing
            }
            copies.keep(key, now);
            return body(now, null);
        }

        private JiraReply refused(Refusal refusal, Instant askedAt) {
            Meaning meaning = refusal.reason().meaning();
            switch (meaning) {
                case READER_MAY_NOT -> copies.forgetReader(key.reader(), key.link());
                case NOTHING_THERE -> copies.forget(key);
                case JIRA_AWAY -> circuit.failed(refusal, askedAt);
                case JIRA_FAILED -> troubles.remember(key, refusal);
                case ASK_AGAIN -> LOG.debug("{}: {}", key.path(), refusal.reason());
            }
            if (meaning.jiraSpoke()) {
                circuit.answered();
            }
            return copyOr(refusal);
        }

        /** The reader's own last good copy with what is wrong, unless what is wrong is that there must not be one. */
        private JiraReply copyOr(Refusal refusal) {
            Copy copy = refusal.reason().meaning().leavesCopies() ? copies.of(key) : null;
            return copy == null ? refusal : body(copy, refusal);
        }

        private Body body(Copy copy, @Nullable Refusal instead) {
            return new Body(copy.bytes(), link.jira(), copy.readAt(), instead);
        }

        private boolean isFresh(Copy copy) {
            return !isOlderThan(copy, FRESH);
        }

        private boolean isOlderThan(Copy copy, Duration age) {
            return copy.readAt().plus(age).isBefore(clock.instant());
        }
    }
}
