package io.throughline.app.store;

import io.throughline.app.store.Verification.Difference;
import io.throughline.app.store.Verification.How;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plays the change log from its first row, and knows after each what is stored and which numbers were given. */
public final class Replay {
    private final Map<String, Object> objects = new LinkedHashMap<>();
    private final Map<Kind<?>, Long> numbers = new HashMap<>();
    private final Map<String, How> odd = new TreeMap<>(Refs.ORDER);
    private final Map<String, Long> lastTouched = new HashMap<>();
    private Instant at = Instant.EPOCH;

    /** What is wrong with a row beside its hash. */
    public enum Fault {
        /** Names no kind of object. */
        OBJECT,
        /** Cannot be read as what the object is. */
        UNREADABLE,
        /** Is not what the rows above leave. */
        BEFORE,
        /** Is under another name than its own. */
        NAME
    }

    /**
     * Takes the next row.
     *
     * @return what is wrong with it, if anything; the row counts nevertheless
     */
    public Optional<Fault> follow(LoggedChange row) {
        at = row.at();
        Optional<Kind<?>> kind = Kind.named(row.object());
        if (kind.isEmpty()) {
            odd.put(row.object(), How.UNREADABLE);
            return Optional.of(Fault.OBJECT);
        }
        lastTouched.put(row.object(), row.seq());
        return follow(kind.get(), row);
    }

    private <T> Optional<Fault> follow(Kind<T> kind, LoggedChange row) {
        String ref = row.object();
        T before;
        T after;
        boolean isItself;
        try {
            before = row.before() == null ? null : kind.read(row.before());
            after = row.after() == null ? null : kind.read(row.after());
            isItself = after == null || kind.ref(after).equals(ref);
        } catch (IllegalArgumentException | NullPointerException | ClassCastException | DateTimeException e) {
            odd.put(ref, How.UNREADABLE);
            return Optional.of(Fault.UNREADABLE);
        }
        if (before == null) {
            count(kind, ref);
        }
        Object stood = after == null ? objects.remove(ref) : objects.put(ref, after);
        if (!Objects.equals(stood, before)) {
            // an object that was changed by SQL and then through the app: the log itself tells of it
            odd.put(ref, How.CHANGED);
            return Optional.of(Fault.BEFORE);
        }
        return isItself ? Optional.empty() : Optional.of(Fault.NAME);
    }

    private void count(Kind<?> kind, String ref) {
        if (ref.indexOf('/') >= 0) {
            numbers.merge(kind, 1L, Long::sum);
        } else {
            Refs.number(ref).ifPresent(number -> numbers.merge(kind, number, Math::max));
        }
    }

    /** The object that the rows so far leave under a name. */
    public @Nullable Object find(String ref) {
        return objects.get(ref);
    }

    /** The names of the objects that the rows so far leave. */
    public Set<String> refs() {
        return Set.copyOf(objects.keySet());
    }

    /** The last number given to a kind. */
    public long lastNumber(Kind<?> kind) {
        return numbers.getOrDefault(kind, 0L);
    }

    /** Whether a head says of instant and numbers what the rows say. */
    boolean endsAt(HeadOfLog.Head head) {
        return head.at().equals(at)
                && head.numbers().entrySet().stream().allMatch(each -> each.getValue() == lastNumber(each.getKey()));
    }

    /**
     * Compares what is stored with what the rows leave.
     *
     * @param stored as read from the tables
     * @param unreadable names of rows that could not be read
     * @param since what rows after this one touched may have been read before or after them, and is left out
     */
    List<Difference> compare(List<Object> stored, List<String> unreadable, long since) {
        Set<String> present = new HashSet<>(unreadable);
        unreadable.forEach(ref -> odd.put(ref, How.UNREADABLE));
        for (Object each : stored) {
            String ref = Kind.of(each).ref(each);
            Object logged = objects.get(ref);
            if (isNewer(ref, since)) {
                present.add(ref);
            } else if (!present.add(ref) || logged == null) {
                odd.put(ref, How.ADDED);
            } else if (!logged.equals(each)) {
                odd.put(ref, How.CHANGED);
            }
        }
        for (String ref : objects.keySet()) {
            if (!present.contains(ref) && !isNewer(ref, since)) {
                odd.put(ref, How.MISSING);
            }
        }
        List<Difference> differences = new ArrayList<>();
        odd.forEach((ref, how) -> differences.add(new Difference(ref, how)));
        return differences;
    }

    private boolean isNewer(String ref, long since) {
        return lastTouched.getOrDefault(ref, 0L) > since;
    }
}
