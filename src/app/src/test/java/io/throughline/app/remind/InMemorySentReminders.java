package io.throughline.app.remind;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The twin of the table. */
public final class InMemorySentReminders implements SentReminders {
    private final TreeMap<Long, Sent> rows = new TreeMap<>();

    @Override
    public List<Sent> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public void keep(Collection<Sent> sent) {
        sent.forEach(each -> rows.put(each.id(), each));
    }

    @Override
    public void forget(Collection<Sent> sent) {
        sent.forEach(each -> rows.remove(each.id()));
    }

    public void clear() {
        rows.clear();
    }
}
