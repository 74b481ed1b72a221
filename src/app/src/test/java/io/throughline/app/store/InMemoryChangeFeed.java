package io.throughline.app.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A feed in memory that many nodes share; it can be cut off and pruned by hand. */
public final class InMemoryChangeFeed implements ChangeFeed {
    private record Kept(String node, WorkNote note) {}

    private final TreeMap<Long, Kept> notes = new TreeMap<>();
    private final Map<String, Long> readers = new HashMap<>();
    private long last;
    private boolean cutOff;

    public synchronized void cutOff(boolean isCutOff) {
        cutOff = isCutOff;
    }

    public synchronized void pruneBefore(long number) {
        notes.headMap(number).clear();
    }

    public synchronized Map<String, Long> readers() {
        return Map.copyOf(readers);
    }

    @Override
    public synchronized void append(String node, List<WorkNote> added) {
        failIfCutOff();
        added.forEach(note -> notes.put(++last, new Kept(node, note)));
    }

    @Override
    public synchronized News since(long number, String node) {
        failIfCutOff();
        List<WorkNote> found = new ArrayList<>();
        notes.tailMap(number, false).values().stream()
                .filter(kept -> !kept.node().equals(node))
                .forEach(kept -> found.add(kept.note()));
        boolean complete = notes.isEmpty() ? number == 0 : notes.firstKey() <= number + 1 && number <= last;
        return new News(found, notes.isEmpty() ? number : Math.max(number, last), complete, false);
    }

    @Override
    public synchronized long newest() {
        failIfCutOff();
        return last;
    }

    @Override
    public synchronized void seen(String node, long number) {
        failIfCutOff();
        readers.put(node, number);
    }

    private void failIfCutOff() {
        if (cutOff) {
            throw new StoreBusy("cut off", null);
        }
    }
}
