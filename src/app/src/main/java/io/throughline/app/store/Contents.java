package io.throughline.app.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Everything that is stored, as of one row of the change log, however long the reading of it takes. */
public final class Contents {
    /** The kinds whose objects are numbered. */
    public static final List<Kind<?>> COUNTED = HeadOfLog.COUNTED;

    /** The rows of the change log. */
    interface Log {
        /** Hands out the rows up to a sequence, oldest first, without holding them all. */
        void each(long upTo, Consumer<ObjectNode> found);
    }

    private final HeadOfLog.Head head;
    private final Snapshot snapshot;
    private final Log log;

    Contents(HeadOfLog.Head head, Snapshot snapshot, Log log) {
        this.head = head;
        this.snapshot = snapshot;
        this.log = log;
    }

    /** The sequence of the newest change. */
    public long sequence() {
        return head.seq();
    }

    public String hash() {
        return Objects.requireNonNullElse(head.hash(), "");
    }

    public Instant at() {
        return head.at();
    }

    /** The last number given to each kind, by its prefix. */
    public Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        COUNTED.forEach(kind -> numbers.put(kind.toString(), head.numbers().getOrDefault(kind, 0L)));
        return numbers;
    }

    /** The objects of a kind, in the order of their names. */
    public <T> List<T> all(Kind<T> kind) {
        return snapshot.all(kind).stream()
                .sorted((one, other) -> Refs.ORDER.compare(kind.ref(one), kind.ref(other)))
                .toList();
    }

    /** The whole change log as it lies, oldest row first. */
    public void changes(Consumer<ObjectNode> found) {
        log.each(head.seq(), found);
    }
}
