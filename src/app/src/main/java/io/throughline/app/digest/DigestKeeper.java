package io.throughline.app.digest;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.live.InstanceTime;
import io.throughline.app.remind.MailChoices;
import io.throughline.app.remind.Postbox;
import io.throughline.app.remind.Recipients;
import io.throughline.app.store.OncePerCluster;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends digests, once a week and once in the cluster: on Monday morning, or as soon as a node runs in that week.
 *
 * <p>As with reminders, that one was sent is kept before the mail goes into the queue: a node that dies between the two
 * loses a mail, and nobody gets it twice. Who has nothing to be told is done for the week. A tick takes a few readers, so
 * that what else ticks does not wait for hundreds.
 */
@JiraComponent
public class DigestKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DigestKeeper.class);
    private static final String LOCK = "io.throughline.strategy.digests";
    private static final int READERS_IN_A_TICK = 20;
    private static final Duration PAUSE = Duration.ofHours(1);

    private final StrategyStore store;
    private final Findings findings;
    private final DigestLetter letter;
    private final SentDigests sent;
    private final Recipients recipients;
    private final Postbox postbox;
    private final ClusterLockService locks;
    private final Clock clock;
    /** The week that is done, as far as this node knows; only saves asking. */
    private @Nullable LocalDate done;
    /** Not before this instant is tried again what failed. */
    private Instant pausedUntil = Instant.EPOCH;

    @Inject
    public DigestKeeper(
            StrategyStore store,
            Access access,
            Findings findings,
            DigestLetter letter,
            SentDigests sent,
            MailChoices choices,
            Postbox postbox,
            @ComponentImport ClusterLockService locks) {
        this(store, access::of, findings, letter, sent, choices, postbox, locks, InstanceTime.clock());
    }

    /** @param rights of a user key; empty for nobody */
    public DigestKeeper(
            StrategyStore store,
            Function<String, Optional<Caller>> rights,
            Findings findings,
            DigestLetter letter,
            SentDigests sent,
            MailChoices choices,
            Postbox postbox,
            ClusterLockService locks,
            Clock clock) {
        this.store = store;
        this.findings = findings;
        this.letter = letter;
        this.sent = sent;
        recipients = new Recipients(rights, choices, postbox, clock);
        this.postbox = postbox;
        this.locks = locks;
        this.clock = clock;
    }

    /** Sends some of what is due. Call it every few seconds, on every node. */
    public synchronized void tick() {
        LocalDate monday = monday();
        boolean isPaused = clock.instant().isBefore(pausedUntil);
        if (!recipients.isNight() && !isPaused && !monday.equals(done) && postbox.isOpen() && findings.isReady()) {
            round(READERS_IN_A_TICK);
        }
    }

    /** Sends all that is due now; empty when another node is at it, or the work is still being read. */
    public synchronized OptionalInt round() {
        if (!findings.isReady()) {
            return OptionalInt.empty();
        }
        return postbox.isOpen() ? round(Integer.MAX_VALUE) : OptionalInt.of(0);
    }

    private OptionalInt round(int most) {
        return OncePerCluster.call(locks, LOCK, () -> send(most))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private LocalDate monday() {
        return LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private int send(int most) {
        LocalDate monday = monday();
        StrategyModel model = store.model();
        int mails = 0;
        int looked = 0;
        for (String reader : findings.readers(model)) {
            Optional<Caller> caller = recipients.toBeTold(reader);
            if (caller.isEmpty() || sent.covers(reader, monday)) {
                continue;
            }
            if (looked++ == most) {
                return mails; // the next tick goes on
            }
            try {
                mails += send(caller.get(), model, monday) ? 1 : 0;
            } catch (RuntimeException failed) {
                pausedUntil = clock.instant().plus(PAUSE);
                LOG.warn("{} could not be sent a digest; it is tried again", reader, failed);
            }
        }
        done = pausedUntil.isAfter(clock.instant()) ? null : monday;
        return mails;
    }

    private boolean send(Caller caller, StrategyModel model, LocalDate monday) {
        String reader = caller.key();
        LocalDate today = LocalDate.now(clock);
        Digest digest = findings.of(caller, model, today);
        if (digest.isEmpty()) {
            sent.keep(reader, monday);
            return false;
        }
        DigestLetter.Written mail = letter.write(reader, model, today, digest);
        sent.keep(reader, monday);
        try {
            postbox.send(reader, mail.subject(), mail.html());
            return true;
        } catch (RuntimeException failed) {
            sent.forget(reader);
            throw failed;
        }
    }
}
