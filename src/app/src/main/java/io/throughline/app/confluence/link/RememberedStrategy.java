package io.throughline.app.confluence.link;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ConfluenceImport;
import io.throughline.app.confluence.link.Copies.Copy;
import io.throughline.app.confluence.link.Copies.Key;
import io.throughline.app.confluence.link.JiraReply.Body;
import io.throughline.app.confluence.link.JiraReply.Reason;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Jira seldom, and stays readable when Jira does not answer.
 *
 * <p>What Jira told a reader is shown to that reader for {@link #FRESH} without asking again; in the second half of that
 * time it is asked again in the background, so that a page in use never waits. After it, Jira decides first, mostly by
 * saying 304: rights that were taken away are seen no longer than that. Where Jira cannot be asked, the reader gets the
 * last good copy of their own, with what is wrong. At most one request per reader and question is under way, and a page that has
 * to ask one question asks all of its questions with it.
 *
 * @see "ADR 019: reading strategy from Confluence"
 */
@ConfluenceComponent
public class RememberedStrategy implements LinkedStrategy {
    static final Duration FRESH = Duration.ofSeconds(30);
    /** Whoever could wait no longer than this, because the page's time was nearly spent, cannot say that Jira hangs. */
    private static final Duration FAIR = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(RememberedStrategy.class);

    private final ApplicationLinkService links;
    private final Executor threads;
    private final Waiting waiting;
    private final Clock clock;
    private final Memory memory;
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
        this.memory = new Memory(clock, random);
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
            this.circuit = memory.circuit(link.id());
        }

        JiraReply reply() {
            Copy copy = memory.of(key);
            if (copy != null && !memory.isOlderThan(copy, FRESH)) {
                if (memory.isOlderThan(copy, FRESH.dividedBy(2)) && knownTrouble() == null) {
                    ask();
                }
                return body(copy, null);
            }
            Refusal before = circuit.trouble();
            Refusal trouble = knownTrouble();
            if (trouble != null) {
                return memory.copyOr(key, link.jira(), trouble);
            }
            CompletableFuture<JiraReply> asked = time.asked(key.path());
            CompletableFuture<JiraReply> answer = asked == null ? ask() : asked;
            if (before != null && copy != null) {
                // Jira is tried again, and nobody who has something to look at waits for that; what was wrong is still
                // said, even if another question has been answered by now: the copy is as old as before
                return body(copy, before);
            }
            return waitedFor(answer);
        }

        /** What is known to be wrong, null when Jira may be asked now. */
        private @Nullable Refusal knownTrouble() {
            Refusal own = memory.trouble(key);
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
            return memory.copyOr(key, link.jira(), slow);
        }

        /**
         * Starts a request, unless one is under way or has just come back; it asks for all that the page is going to ask and
         * that the reader does not have. Never fails.
         */
        private CompletableFuture<JiraReply> ask() {
            List<String> others = time.questions();
            Map<Asking, CompletableFuture<JiraReply>> mine = new LinkedHashMap<>();
            CompletableFuture<JiraReply> answer;
            synchronized (underWay) {
                answer = started(mine);
                for (String path : others) {
                    Asking other = path.equals(key.path()) ? this : new Asking(link, reader, path, time);
                    if (other != this && (underWay.containsKey(other.key) || other.isWanted(mine.size()))) {
                        other.started(mine);
                    }
                }
            }
            if (!mine.isEmpty()) {
                try {
                    threads.execute(() -> fetch(mine));
                } catch (RejectedExecutionException tooMuch) {
                    settle(
                            mine,
                            each -> memory.copyOr(
                                    each.key, link.jira(), new Refusal(Reason.SLOW, link.jira(), null, "")));
                }
            }
            return answer;
        }

        /** Whether the page should ask it together with so many others: it has not yet, and nothing is known to be wrong. */
        private boolean isWanted(int others) {
            return others < PartsAnswer.MOST
                    && memory.trouble(key) == null
                    && time.asked(key.path()) == null
                    && time.refused(key.path()) == null;
        }

        /** The request that is under way for it, or has just come back, or is now to be made, as one of {@code mine}. */
        private CompletableFuture<JiraReply> started(Map<Asking, CompletableFuture<JiraReply>> mine) {
            CompletableFuture<JiraReply> answer = underWay.get(key);
            if (answer == null) {
                answer = new CompletableFuture<>();
                Copy copy = memory.of(key);
                if (copy != null && !memory.isOlderThan(copy, FRESH.dividedBy(2))) {
                    answer.complete(body(copy, null));
                    return answer;
                }
                underWay.put(key, answer);
                mine.put(this, answer);
            }
            time.asks(key.path(), answer);
            return answer;
        }

        private void fetch(Map<Asking, CompletableFuture<JiraReply>> mine) {
            Instant askedAt = clock.instant();
            try {
                Map<String, @Nullable String> questions = new LinkedHashMap<>();
                Map<Asking, Copy> had = new HashMap<>();
                for (Asking each : mine.keySet()) {
                    Copy copy = memory.of(each.key);
                    had.put(each, copy);
                    questions.put(each.key.path(), copy == null ? null : copy.tag());
                }
                Map<String, Fetched> answers = reader.acting(() -> link.get(questions));
                Map<Asking, JiraReply> replies = new HashMap<>();
                had.forEach((each, copy) -> replies.put(
                        each, memory.learned(each.key, link.jira(), answers.get(each.key.path()), copy, askedAt)));
                settle(mine, replies::get);
            } catch (RuntimeException | Error e) {
                LOG.error("{} could not be asked", link.jira().url(), e);
                throw e;
            } finally {
                settle(
                        mine,
                        each -> memory.copyOr(
                                each.key, link.jira(), new Refusal(Reason.FAILED, link.jira(), null, "")));
            }
        }

        /** Whoever waits gets what came of it; copies are kept by now: whoever comes between finds them, and does not ask again. */
        private void settle(
                Map<Asking, CompletableFuture<JiraReply>> mine, Function<Asking, @Nullable JiraReply> replies) {
            synchronized (underWay) {
                mine.forEach((each, answer) -> underWay.remove(each.key, answer));
            }
            mine.forEach((each, answer) -> {
                if (!answer.isDone()) {
                    answer.complete(replies.apply(each));
                }
            });
        }

        private Body body(Copy copy, @Nullable Refusal instead) {
            return Memory.body(copy, link.jira(), instead);
        }
    }
}
