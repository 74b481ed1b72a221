package io.throughline.app.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.strategy.StrategyModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The strategy in memory, for tests of everything that stands on a store. Held to the same contract as the real one. */
public final class InMemoryStrategyStore implements StrategyStore {
    private record Kept(Once once, Answer answer, Instant at) {}

    private final Clock clock;
    private final List<LoggedChange> log = new ArrayList<>();
    private final Map<String, Kept> answers = new HashMap<>();
    private Map<Kind<?>, Long> numbers = Map.of();
    private Snapshot newest = Snapshot.EMPTY;

    public InMemoryStrategyStore(Clock clock) {
        this.clock = clock;
    }

    /** Forgets everything. */
    public synchronized void reset() {
        log.clear();
        answers.clear();
        numbers = Map.of();
        newest = Snapshot.EMPTY;
    }

    @Override
    public synchronized StrategyModel model() {
        return newest.model();
    }

    /** There is no other node that could be late. */
    @Override
    public StrategyModel recent() {
        return model();
    }

    /** Forwards from nothing, where the real one goes backwards from now. */
    @Override
    public synchronized StrategyModel modelBefore(Instant end) {
        return Snapshot.EMPTY
                .with(log.stream().filter(row -> row.at().isBefore(end)).toList())
                .model();
    }

    @Override
    public synchronized Map<String, KeptBlocks> kept(StrategyModel model) {
        return Snapshot.EMPTY
                .with(log.stream().filter(row -> row.seq() <= model.version()).toList())
                .kept();
    }

    @Override
    public synchronized Settings settings(StrategyModel model) {
        return Snapshot.EMPTY
                .with(log.stream().filter(row -> row.seq() <= model.version()).toList())
                .settings();
    }

    @Override
    public synchronized Settings settings() {
        return newest.settings();
    }

    @Override
    public synchronized <T> T write(String actor, Change<T> change) {
        Draft draft = new Draft(newest, numbers, now());
        T result = change.decide(draft);
        List<LoggedChange> rows = new ArrayList<>();
        long seq = newest.seq();
        String hash = newest.hash();
        for (Edit<?> edit : draft.edits()) {
            LoggedChange row = ChangeLog.next(hash, ++seq, draft.now(), actor, edit);
            rows.add(row);
            hash = row.hash();
            if (edit.kind() == Kind.ACTUAL && edit.before() == null) {
                draft.nextNumber(Kind.ACTUAL); // the number of its row, where there are rows
            }
        }
        if (!rows.isEmpty()) {
            newest = newest.with(rows);
            numbers = draft.lastNumbers();
            log.addAll(rows);
        }
        return result;
    }

    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant last = log.isEmpty() ? Instant.EPOCH : log.get(log.size() - 1).at();
        return now.isBefore(last) ? last : now;
    }

    @Override
    public synchronized <T> T tryOut(Change<T> change) {
        return change.decide(new Draft(newest, numbers, now()));
    }

    @Override
    public synchronized Answer writeOnce(String actor, Once once, Change<Answer> change) {
        Optional<Answer> first = remembered(once);
        if (first.isPresent()) {
            return first.get();
        }
        Answer answer = write(actor, change);
        answers.put(once.fingerprint(), new Kept(once, answer, clock.instant()));
        return answer;
    }

    @Override
    public synchronized Optional<Answer> remembered(Once once) {
        Kept kept = answers.get(once.fingerprint());
        if (kept == null || kept.at().isBefore(clock.instant().minus(Duration.ofHours(24)))) {
            return Optional.empty();
        }
        if (!kept.once().input().equals(once.input())) {
            throw new OnceMismatch();
        }
        return Optional.of(kept.answer());
    }

    @Override
    public synchronized Optional<String> madeBy(String object) {
        return log.stream()
                .filter(row -> row.object().equals(object))
                .map(LoggedChange::actor)
                .findFirst();
    }

    @Override
    public synchronized ChangePage changes(String object, long start, int limit) {
        List<LoggedChange> rows = log.stream()
                .filter(row -> object == null
                        || row.object().equals(object)
                        || row.object().startsWith(object + "/"))
                .toList();
        return new ChangePage(
                rows.size(), rows.stream().skip(start).limit(limit).toList());
    }

    @Override
    public synchronized ChangePage changesBetween(Instant from, Instant before, int most) {
        List<LoggedChange> rows = log.stream()
                .filter(row -> !row.at().isBefore(from) && row.at().isBefore(before))
                .toList();
        return new ChangePage(
                rows.size(), rows.stream().skip(Math.max(0, rows.size() - most)).toList());
    }

    @Override
    public synchronized Verification verify() {
        long above = 0;
        String hash = ChangeLog.NOTHING;
        Replay replay = new Replay();
        for (LoggedChange row : log) {
            if (!ChangeLog.follows(above, hash, row)) {
                return new Verification(above, above + 1);
            }
            replay.follow(row);
            above = row.seq();
            hash = row.hash();
        }
        List<Object> stored = new ArrayList<>();
        Kind.ALL.forEach(kind -> stored.addAll(newest.all(kind)));
        return new Verification(above, null).with(replay.compare(stored, List.of(), above));
    }

    @Override
    public synchronized Contents contents() {
        List<LoggedChange> rows = List.copyOf(log);
        Instant at = rows.isEmpty() ? Instant.EPOCH : rows.get(rows.size() - 1).at();
        return new Contents(
                new HeadOfLog.Head(newest.seq(), newest.hash(), at, numbers),
                newest,
                (upTo, found) -> rows.forEach(row -> found.accept(json(row))));
    }

    private static ObjectNode json(LoggedChange row) {
        ObjectNode json = Json.object().put("seq", row.seq()).put("at", row.at().toString());
        json.put("actor", row.actor()).put("object", row.object());
        json.<ObjectNode>set("before", row.before()).set("after", row.after());
        return json.put("previous", row.previous()).put("hash", row.hash());
    }

    @Override
    public synchronized void restoreOnce(String actor, Restoration from, Once once, Answer answer) {
        restore(actor, from);
        answers.put(once.fingerprint(), new Kept(once, answer, clock.instant()));
    }

    @Override
    public synchronized void restore(String actor, Restoration from) {
        requireEmpty();
        List<LoggedChange> rows = new ArrayList<>();
        from.changes(rows::add);
        newest = newest.with(rows);
        numbers = Restoring.numbers(from);
        log.addAll(rows);
        from.rest();
    }

    @Override
    public synchronized void requireEmpty() {
        if (!log.isEmpty()) {
            throw new NotEmpty(log.size(), newest.model().plans().size());
        }
    }
}
