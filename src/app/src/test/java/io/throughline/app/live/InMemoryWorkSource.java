package io.throughline.app.live;

import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Issues in a map. A test can look in between readings, break an issue, or take the source down. */
public final class InMemoryWorkSource implements WorkSource {
    private final Map<Long, WorkItem> items = new ConcurrentSkipListMap<>();
    private final Set<Long> lost = ConcurrentHashMap.newKeySet();
    private final Set<Long> broken = ConcurrentHashMap.newKeySet();
    private volatile boolean down;
    private volatile Consumer<Collection<Long>> beforeReading = ids -> {};
    private volatile Consumer<Collection<Long>> afterReading = ids -> {};

    /** An item of level 0 without parent, to do. */
    public static WorkItem item(long id, long project) {
        return item(id, project, 0, "Story", StatusCategory.TO_DO);
    }

    public static WorkItem item(long id, long project, long parent, String type, StatusCategory category) {
        Instant updated = Instant.parse("2026-03-01T10:00:00Z");
        String key = "P" + project;
        return new WorkItem(
                id,
                key + "-" + id,
                project,
                key,
                type,
                type.equals("Sub-task"),
                parent,
                category,
                null,
                null,
                null,
                updated,
                null,
                false,
                null);
    }

    public InMemoryWorkSource put(WorkItem... changed) {
        for (WorkItem item : changed) {
            items.put(item.id(), item);
        }
        return this;
    }

    public void delete(long id) {
        items.remove(id);
    }

    /** From now on no search finds the issue, though it is there. */
    public void lose(long id) {
        lost.add(id);
    }

    public void breakIssue(long id) {
        broken.add(id);
    }

    public void mend(long id) {
        broken.remove(id);
    }

    public void takeDown(boolean isDown) {
        down = isDown;
    }

    public void beforeReading(Consumer<Collection<Long>> look) {
        beforeReading = look;
    }

    /** Runs when the items are read but not handed out: what changes now is not in them. */
    public void afterReading(Consumer<Collection<Long>> look) {
        afterReading = look;
    }

    @Override
    public List<Long> projects() {
        failIfDown();
        return items.values().stream().map(WorkItem::projectId).distinct().toList();
    }

    @Override
    public Collection<Long> issues(long project) {
        failIfDown();
        return items.values().stream()
                .filter(item -> item.projectId() == project)
                .map(WorkItem::id)
                .toList();
    }

    @Override
    public Optional<Map<Long, Instant>> updatedSince(Instant since) {
        failIfDown();
        Map<Long, Instant> updated = new HashMap<>();
        items.values().stream()
                .filter(item -> !item.updated().isBefore(since) && !item.archived())
                .forEach(item -> updated.put(item.id(), item.updated()));
        return Optional.of(updated);
    }

    @Override
    public long searchable(long project) {
        failIfDown();
        return items.values().stream()
                .filter(item -> item.projectId() == project && !item.archived() && !lost.contains(item.id()))
                .count();
    }

    @Override
    public long searchable() {
        return projects().stream().mapToLong(this::searchable).sum();
    }

    @Override
    public List<WorkItem> read(Collection<Long> ids, WorkRules rules) {
        beforeReading.accept(ids);
        failIfDown();
        if (ids.stream().anyMatch(broken::contains)) {
            throw new IllegalStateException("a broken issue");
        }
        List<WorkItem> read =
                ids.stream().map(items::get).filter(Objects::nonNull).toList();
        afterReading.accept(ids);
        return read;
    }

    private void failIfDown() {
        if (down) {
            throw new IllegalStateException("the source is down");
        }
    }
}
