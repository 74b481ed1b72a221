package io.throughline.app.remind;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.live.InstanceTime;
import io.throughline.app.remind.SentReminders.Sent;
import io.throughline.app.store.Delegation;
import io.throughline.app.store.Kind;
import io.throughline.app.store.OncePerCluster;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds by mail, once in the cluster: everybody gets one mail with all that is newly due for a reminder.
 *
 * <p>That a reminder was sent is committed before the mail goes into the queue, which takes part in no transaction. A node
 * that dies between the two loses that mail, and the next week's is sent; the other way round people would get it twice.
 */
@JiraComponent
public class ReminderKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderKeeper.class);
    private static final String LOCK = "io.throughline.strategy.reminders";

    private static final Duration EVERY = Duration.ofHours(1);

    /**
     * What one round did.
     *
     * @param mails how many were put into the queue
     * @param reminders how many things they named
     */
    public record Round(int mails, int reminders) {
        static final Round NOTHING = new Round(0, 0);
    }

    private final StrategyStore store;
    private final SentReminders sent;
    private final Recipients recipients;
    private final Postbox postbox;
    private final ReminderLetter letter;
    private final ClusterLockService locks;
    private final Clock clock;
    private @Nullable Instant looked;

    @Inject
    public ReminderKeeper(
            StrategyStore store,
            Access access,
            SentReminders sent,
            MailChoices choices,
            Postbox postbox,
            ReminderLetter letter,
            @ComponentImport ClusterLockService locks) {
        this(store, access::of, sent, choices, postbox, letter, locks, InstanceTime.clock());
    }

    /** @param rights of a user key; empty for nobody */
    public ReminderKeeper(
            StrategyStore store,
            Function<String, Optional<Caller>> rights,
            SentReminders sent,
            MailChoices choices,
            Postbox postbox,
            ReminderLetter letter,
            ClusterLockService locks,
            Clock clock) {
        this.store = store;
        this.sent = sent;
        recipients = new Recipients(rights, choices, postbox, clock);
        this.postbox = postbox;
        this.letter = letter;
        this.locks = locks;
        this.clock = clock;
    }

    /** Sends what is due, by day and at most every hour. Call it every few seconds, on every node. */
    public synchronized void tick() {
        Instant now = clock.instant();
        boolean isEarly = looked != null && now.isBefore(looked.plus(EVERY));
        if (!recipients.isNight() && !isEarly && round().isPresent()) {
            looked = now;
        }
    }

    /** Sends what is due now; empty when another node is at it. */
    public Optional<Round> round() {
        return OncePerCluster.call(locks, LOCK, () -> postbox.isOpen() ? send() : Round.NOTHING);
    }

    private Round send() {
        StrategyModel model = store.model();
        LocalDate today = LocalDate.now(clock);
        Map<Long, Sent> before = sent.all().stream().collect(Collectors.toMap(Sent::id, each -> each));
        int mails = 0;
        int reminders = 0;
        for (Map.Entry<String, List<Reminder>> each :
                byReader(model, today, before).entrySet()) {
            if (send(model, today, each.getKey(), each.getValue(), before)) {
                mails++;
                reminders += each.getValue().size();
            }
        }
        return new Round(mails, reminders);
    }

    private Map<String, List<Reminder>> byReader(StrategyModel model, LocalDate today, Map<Long, Sent> before) {
        Set<String> owners =
                model.kpis().stream().map(Kpi::owner).filter(Objects::nonNull).collect(Collectors.toSet());
        List<Delegation> delegations = store.contents().all(Kind.DELEGATION).stream()
                .filter(each -> each.holdsOn(today))
                .toList();
        Map<String, Optional<String>> readers = new HashMap<>();
        Map<String, List<Reminder>> letters = new LinkedHashMap<>();
        for (Reminder each : Reminder.of(model, today, clock.getZone(), owners)) {
            Sent last = before.get(each.id());
            if (last == null || !last.covers(each)) {
                readers.computeIfAbsent(each.due().owner(), owner -> reader(owner, delegations))
                        .ifPresent(reader -> letters.computeIfAbsent(reader, unread -> new ArrayList<>())
                                .add(each));
            }
        }
        return letters;
    }

    /** Who stands in, if that can be told; else the owner. Who left or may not look any more has no right to lend. */
    private Optional<String> reader(String owner, List<Delegation> delegations) {
        if (!recipients.mayView(owner)) {
            return Optional.empty();
        }
        return delegations.stream()
                .filter(each -> each.owner().equals(owner))
                .map(Delegation::to)
                .filter(recipients::isToBeTold)
                .findFirst()
                .or(() -> Optional.of(owner).filter(recipients::isToBeTold));
    }

    private boolean send(
            StrategyModel model, LocalDate today, String reader, List<Reminder> reminders, Map<Long, Sent> before) {
        try {
            ReminderLetter.Written mail = letter.write(model, today, reader, reminders);
            List<Sent> now = reminders.stream().map(Sent::of).toList();
            sent.keep(now);
            try {
                postbox.send(reader, mail.subject(), mail.html());
                return true;
            } catch (RuntimeException failed) {
                sent.forget(now);
                sent.keep(now.stream()
                        .map(each -> before.get(each.id()))
                        .filter(Objects::nonNull)
                        .toList());
                throw failed;
            }
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be reminded; it is tried again", reader, failed);
            return false;
        }
    }
}
