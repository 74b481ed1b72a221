package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The strategy in Active Objects. */
@JiraComponent
public final class AoStrategyStore implements StrategyStore {
    private static final String LOCK = "io.throughline.strategy.write";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** They share what no edit touched. So many writes may happen while an answer is made, before it has to look back. */
    private static final int RECENT_SNAPSHOTS = 16;

    private final WriteGate gate;
    private final Journal journal;
    private final PastSnapshots past;
    private final Answers answers;
    private final HeadOfLog heads;
    private final ActiveObjects ao;
    private final Clock clock;
    private final AuditTrail audit;
    private final Object loading = new Object();
    private final AtomicReference<Snapshot> newest = new AtomicReference<>(Snapshot.EMPTY);
    private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(Snapshot.EMPTY, Instant.EPOCH, -1));
    private final AtomicLong ownWrites = new AtomicLong();
    private final Deque<Snapshot> recent = new ConcurrentLinkedDeque<>();

    /**
     * What the database last said.
     *
     * @param writes how many writes this node had made when it was asked
     */
    private record Seen(Snapshot snapshot, Instant at, long writes) {}

    @Inject
    public AoStrategyStore(
            @ComponentImport ActiveObjects ao, @ComponentImport ClusterLockService locks, AuditTrail audit) {
        this(ao, locks, audit, Clock.systemUTC(), PATIENCE);
    }

    AoStrategyStore(ActiveObjects ao, ClusterLockService locks, AuditTrail audit, Clock clock, Duration patience) {
        this.ao = ao;
        this.clock = clock;
        this.audit = audit;
        gate = new WriteGate(ao, locks, LOCK, patience);
        journal = new Journal(ao);
        past = new PastSnapshots(journal);
        answers = new Answers(ao);
        heads = new HeadOfLog(ao);
    }

    @Override
    public StrategyModel model() {
        return snapshot().model();
    }

    @Override
    public StrategyModel recent() {
        Seen last = seen.get();
        Instant now = clock.instant();
        boolean fresh = last.writes() == ownWrites.get()
                && !now.isBefore(last.at())
                && now.isBefore(last.at().plus(RECENT));
        return fresh ? last.snapshot().model() : model();
    }

    @Override
    public Settings settings() {
        // a start asks for these first, and should not wait for all the rest of the strategy
        return newest.get() == Snapshot.EMPTY
                ? gate.read(() -> Tables.settings(ao))
                : snapshot().settings();
    }

    @Override
    public StrategyModel modelBefore(Instant end) {
        return gate.read(() -> past.before(end, snapshot()).model());
    }

    @Override
    public Map<String, KeptBlocks> kept(StrategyModel model) {
        return with(model).kept();
    }

    @Override
    public Settings settings(StrategyModel model) {
        return with(model).settings();
    }

    private Snapshot with(StrategyModel model) {
        Snapshot last = newest.get();
        if (last.model() == model) {
            return last;
        }
        // somebody wrote since the caller asked for its model, which happens all the time when many write
        for (Snapshot before : recent) {
            if (before.model() == model) {
                return before;
            }
        }
        return gate.read(() -> past.at(model.version(), snapshot()));
    }

    private Snapshot snapshot() {
        long writes = ownWrites.get();
        Instant now = clock.instant();
        Snapshot snapshot = gate.read(() -> at(heads.read()));
        // counted before the database was asked: a write that ended meanwhile makes this one old at once
        seen.set(new Seen(snapshot, now, writes));
        return snapshot;
    }

    /** The snapshot at a head that was read in the same transaction, if there is one. */
    private Snapshot at(HeadOfLog.Head head) {
        Snapshot known = newest.get();
        if (known.seq() == head.seq() && known.hash().equals(head.hash())) {
            return known;
        }
        Snapshot now = journal.advance(known, head).orElseGet(() -> loadedOnce(head));
        newest.set(now);
        recent.addFirst(now);
        while (recent.size() > RECENT_SNAPSHOTS) {
            recent.pollLast();
        }
        return now;
    }

    /** After a start many ask at once, and one of them reading the tables is enough. */
    private Snapshot loadedOnce(HeadOfLog.Head head) {
        synchronized (loading) {
            Snapshot meanwhile = newest.get();
            boolean isThere = meanwhile.seq() == head.seq() && meanwhile.hash().equals(head.hash());
            Snapshot now =
                    isThere ? meanwhile : journal.advance(meanwhile, head).orElseGet(this::load);
            newest.set(now);
            return now;
        }
    }

    /**
     * Reads every table. Others may write meanwhile, and no isolation level is relied on: rows that were logged while
     * the tables were read are laid on top, which makes every object as it is at the end.
     */
    private Snapshot load() {
        for (int attempt = 0; attempt < 5; attempt++) {
            HeadOfLog.Head before = heads.read();
            Snapshot loaded = Snapshot.of(before.seq(), before.hash(), Tables.load(ao));
            Optional<Snapshot> caughtUp = journal.advance(loaded, heads.read());
            if (caughtUp.isPresent()) {
                return caughtUp.get();
            }
        }
        throw new StoreBusy("the strategy changed faster than it could be read", null);
    }

    @Override
    public <T> T write(String actor, Change<T> change) {
        return pass(actor, change);
    }

    @Override
    public <T> T tryOut(Change<T> change) {
        return gate.read(() -> {
            HeadOfLog.Head head = heads.read();
            return change.decide(new Draft(at(head), head.numbers(), now(head)));
        });
    }

    /** Never before the newest change, to the millisecond. */
    private Instant now(HeadOfLog.Head head) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(head.at()) ? head.at() : now;
    }

    @Override
    public Answer writeOnce(String actor, Once once, Change<Answer> change) {
        return pass(actor, draft -> {
            Optional<Answer> first = answers.find(once, draft.now());
            if (first.isPresent()) {
                return first.get();
            }
            Answer answer = change.decide(draft);
            answers.keep(once, answer, draft.now());
            return answer;
        });
    }

    private record Passed<T>(T result, HeadOfLog.Head before, HeadOfLog.Head after) {}

    private <T> T pass(String actor, Change<T> change) {
        Passed<T> passed = gate.pass(() -> {
            HeadRow row = heads.open();
            HeadOfLog.Head head = HeadOfLog.read(row);
            Draft draft = new Draft(at(head), head.numbers(), now(head));
            T result = change.decide(draft);
            List<Edit<?>> edits = draft.edits();
            if (edits.isEmpty()) {
                return new Passed<>(result, head, head);
            }
            Tables.apply(ao, edits, draft);
            HeadOfLog.Head after = journal.append(head, actor, draft, edits);
            HeadOfLog.write(row, after);
            return new Passed<>(result, head, after);
        });
        if (passed.after().seq() > passed.before().seq()) {
            ownWrites.incrementAndGet();
            audit.noteHead(passed.after().seq(), passed.after().hash());
        }
        return passed.result();
    }

    @Override
    public Optional<Answer> remembered(Once once) {
        return gate.read(() -> answers.find(once, clock.instant()));
    }

    @Override
    public ChangePage changes(@Nullable String object, long start, int limit) {
        return gate.read(() -> journal.page(object, start, limit));
    }

    @Override
    public Optional<String> madeBy(String object) {
        return gate.read(() -> journal.firstActor(object));
    }

    @Override
    public ChangePage changesBetween(Instant from, Instant before, int most) {
        return gate.read(() -> journal.between(from, before, most));
    }

    @Override
    public Verification verify() {
        return gate.read(() -> {
            HeadOfLog.Head since = heads.read();
            List<Object> stored = new ArrayList<>();
            List<String> unreadable = new ArrayList<>();
            Tables.each(ao, stored::add, unreadable::add);
            long last = journal.last();
            Replay replay = new Replay();
            Verification walked = journal.verify(last, heads.read(), replay);
            return walked.intact() ? walked.with(replay.compare(stored, unreadable, since.seq())) : walked;
        });
    }

    @Override
    public Contents contents() {
        return gate.read(() -> {
            for (int attempt = 0; attempt < 5; attempt++) {
                HeadOfLog.Head head = heads.read();
                Snapshot snapshot = at(head);
                if (snapshot.seq() == head.seq()) {
                    return new Contents(head, snapshot, (upTo, found) -> journal.each(upTo, found));
                }
            }
            throw new StoreBusy("the strategy changed faster than it could be read", null);
        });
    }

    @Override
    public void restore(String actor, Restoration from) {
        restore(actor, from, () -> {});
    }

    @Override
    public void restoreOnce(String actor, Restoration from, Once once, Answer answer) {
        restore(actor, from, () -> answers.keep(once, answer, clock.instant()));
    }

    private void restore(String actor, Restoration from, Runnable beside) {
        HeadOfLog.Head restored = gate.pass(() -> {
            HeadRow row = heads.open();
            requireEmpty(HeadOfLog.read(row));
            Kind.ALL.forEach(kind -> restore(kind, from));
            HeadOfLog.Head head = Restoring.log(from, journal);
            HeadOfLog.write(row, head);
            from.rest();
            beside.run();
            return head;
        });
        ownWrites.incrementAndGet();
        audit.noteImport(actor, restored.seq(), restored.hash());
    }

    @Override
    public void requireEmpty() {
        gate.read(() -> {
            requireEmpty(heads.read());
            return true;
        });
    }

    private <T> void restore(Kind<T> kind, Restoration from) {
        Tables.restore(ao, kind, from.all(kind));
    }

    private void requireEmpty(HeadOfLog.Head head) {
        int objects = Tables.load(ao).size();
        if (head.seq() > 0 || objects > 0 || journal.last() > 0) {
            throw new NotEmpty(Math.max(head.seq(), journal.last()), objects);
        }
    }
}
