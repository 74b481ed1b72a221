package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.store.FillPace;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the work index in the background and keeps it current.
 *
 * <p>One thread of its own reads and writes; that is what makes it right. A fill runs in chunks, and between two of them
 * the issues noted as changed are read, so an older reading can never overwrite a newer one and a change during the
 * first fill is not lost. What cannot be read is tried again, never skipped in silence. Here is what is noted as changed;
 * the whole is brought in by {@link IndexFilling}.
 */
@JiraComponent
public class IndexKeeper {
    /** Issues per reading: Jira's issue manager wants a few hundred at a time (platform facts, 3.3). */
    static final int CHUNK = 500;

    /** The other nodes are asked every second: not to know of them for longer is a lag. */
    private static final Duration UNHEARD = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final WorkSource source;
    private final Supplier<WorkRules> rules;
    private final Clock clock;
    private final IndexThread thread;
    private final WorkIndex index = new WorkIndex();
    private final IndexMemory memory;
    private final IndexFilling filling;
    private final ChangedIssues changed = new ChangedIssues();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicInteger openProjects = new AtomicInteger();
    private final List<Consumer<Collection<Long>>> readers = new CopyOnWriteArrayList<>();
    /** Until when it is known what the other nodes noted; null as long as nobody follows them. */
    private volatile @Nullable Instant followed;

    @Inject
    public IndexKeeper(WorkSource source, StrategyStore store, Threads threads, SavedIndex saved) {
        this(
                source,
                () -> store.settings().workRules(),
                threads,
                Clock.systemUTC(),
                Duration.ofSeconds(5),
                saved,
                () -> store.settings().fill());
    }

    IndexKeeper(WorkSource source, Supplier<WorkRules> rules, Threads threads, Clock clock, Duration patience) {
        this(source, rules, threads, clock, patience, SavedIndex.nowhere());
    }

    IndexKeeper(
            WorkSource source,
            Supplier<WorkRules> rules,
            Threads threads,
            Clock clock,
            Duration patience,
            SavedIndex saved) {
        this(source, rules, threads, clock, patience, saved, () -> FillPace.USUAL);
    }

    /**
     * @param rules the rules of now; asked for each reading
     * @param threads around everything that the thread of this keeper does
     * @param patience how long to wait before something that failed is tried again
     * @param pace how gently all issues are read; asked for each reading
     */
    IndexKeeper(
            WorkSource source,
            Supplier<WorkRules> rules,
            Threads threads,
            Clock clock,
            Duration patience,
            SavedIndex saved,
            Supplier<FillPace> pace) {
        this.source = source;
        this.rules = rules;
        this.clock = clock;
        thread = new IndexThread(threads, patience);
        memory = new IndexMemory(saved, index, clock);
        filling = new IndexFilling(
                source, rules, index, memory, thread, new Pacer(pace), clock, this::write, changed, this::isQuiet);
    }

    /** The index that this keeper writes; others only read it. */
    public WorkIndex index() {
        return index;
    }

    public IndexHealth health() {
        IndexHealth now = filling.progress();
        Instant at = clock.instant();
        Duration lag = changed.lag(at);
        Instant heard = followed;
        Duration unheard = heard == null ? Duration.ZERO : Duration.between(heard, at);
        if (unheard.compareTo(UNHEARD) > 0 && unheard.compareTo(lag) > 0) {
            lag = unheard;
        }
        return new IndexHealth(now.ready(), now.indexed(), now.total(), lag.toSeconds());
    }

    /** Starts the thread, which loads what was saved or else begins the first fill; returns at once. */
    public synchronized void start() {
        if (!thread.isRunning()) {
            thread.begin();
            woken.set(false);
            openProjects.set(0); // what was to be read of projects was dropped with the thread of before
            filling.begin();
            wake();
        }
    }

    /** Whether all that was noted so far is in the index. */
    private boolean isQuiet() {
        return changed.isEmpty() && openProjects.get() == 0;
    }

    /** Stops reading, waits a little for the thread to end, and saves. */
    public synchronized void stop() {
        if (thread.end()) {
            filling.end();
        }
    }

    /** Tells ids of issues that changed, each time such were read into the index. */
    public void onRead(Consumer<Collection<Long>> reader) {
        readers.add(reader);
    }

    /** Tells the time up to which the index is current that was loaded, each time one was. */
    void onLoaded(Consumer<Instant> loader) {
        filling.onLoaded(loader);
    }

    /** Tells when {@link #awaitsCatchUp} becomes true; whoever is told must do the work on a thread of its own. */
    public void onAwaitingCatchUp(Runnable finder) {
        filling.onAwaiting(finder);
    }

    /** Tells before a saved index is loaded, so that what is needed then is at hand; on a thread of one's own as well. */
    public void onLoading(Runnable forerunner) {
        filling.onLoading(forerunner);
    }

    /** Whether what changed since the index was saved has to be noted before anything is shown. */
    boolean awaitsCatchUp() {
        return filling.awaitsCatchUp();
    }

    /** All that changed until then and can be found by its stamp is noted. */
    void caughtUp(Instant until) {
        filling.caughtUp(until);
    }

    /** Who follows the other nodes: how far, and from where on to do so again. */
    void standsAt(LongSupplier position, LongConsumer goBackTo) {
        memory.standsAt(position, goBackTo);
    }

    /** Up to where the feed is not needed any more, even if this node starts again. */
    long savedUpTo(long seen) {
        return memory.savedUpTo(seen);
    }

    /** All that the other nodes wrote until then is noted here. */
    void followed(Instant until) {
        followed = until;
    }

    /** Notes issues that were created, changed, moved or deleted. */
    public void changed(Collection<Long> ids) {
        changed(ids, clock.instant());
    }

    /** The same, of another node that noted it before. */
    void changed(Collection<Long> ids, Instant at) {
        changed.note(ids, at);
        wake();
    }

    /** Notes an issue that is about to be deleted: looked at a little later, and once more for a slow deletion. */
    public void changedSoon(long id) {
        thread.later(Duration.ofSeconds(1), () -> changed(List.of(id)));
        thread.later(Duration.ofSeconds(30), () -> changed(List.of(id)));
    }

    /** Notes every issue of a project: those that are in it now and those that were. */
    public void projectChanged(long project) {
        openProjects.incrementAndGet();
        thread.soon(() -> {
            Set<Long> ids = new HashSet<>(source.issues(project));
            ids.addAll(neighbours().inProject(project));
            changed(ids);
            openProjects.decrementAndGet();
        });
    }

    /**
     * Reads everything again if levels were mapped anew since the last fill began: they decide which field names an
     * issue's parent.
     */
    void follow(WorkRules now) {
        filling.follow(now);
    }

    /** Reads everything again; numbers about work are withheld until that is done. */
    public void refill() {
        filling.refill();
    }

    /**
     * Reads everything once more, for changes that nobody announced. Numbers are shown meanwhile, unless so much turns
     * out to be unknown here that they would be partial.
     */
    void readAllAgain() {
        filling.readAllAgain();
    }

    /** The same, and counts what nobody announced: see {@link #drift}. */
    void compareAll() {
        filling.compareAll();
    }

    /** What the last comparison of everything found; empty before the first one. */
    Optional<Drift> drift() {
        return filling.drift();
    }

    /** The ids of items with these keys, as far as they are in the index. */
    public List<Long> idsOf(Collection<String> keys) {
        return neighbours().withKeys(new HashSet<>(keys));
    }

    /** The ids that are in only one of both: here, or among {@code there}, which is ascending. */
    List<Long> differing(long[] there) {
        return neighbours().differing(there);
    }

    /** How many items there are per project, by Jira's id, that are not archived. */
    Map<Long, Long> notArchivedByProject() {
        return neighbours().notArchivedByProject();
    }

    private Neighbours neighbours() {
        return new Neighbours(index.view(rules.get()));
    }

    private void wake() {
        if (thread.isRunning() && woken.compareAndSet(false, true)) {
            thread.soon(this::readChanged);
        }
    }

    private void readChanged() {
        woken.set(false);
        Collection<Long> ids = changed.take(CHUNK);
        if (ids.isEmpty()) {
            return;
        }
        Reading reading;
        try {
            reading = Reading.of(source, ids, rules.get());
        } catch (RuntimeException down) {
            changed.giveBack();
            throw down;
        }
        Set<Long> elsewhere = new HashSet<>(reading.gone());
        reading.items().stream().filter(this::isInAnotherProjectNow).forEach(item -> elsewhere.add(item.id()));
        Set<Long> children = elsewhere.isEmpty() ? Set.of() : neighbours().childrenOf(elsewhere);
        write(reading);
        changed.done();
        readers.forEach(reader -> reader.accept(ids));
        changed(children);
        if (!changed.isEmpty()) {
            wake();
        }
    }

    private boolean isInAnotherProjectNow(WorkItem item) {
        return index.get(item.id())
                .filter(before -> before.projectId() != item.projectId())
                .isPresent();
    }

    private void write(Reading reading) {
        index.upsertAll(reading.items());
        reading.gone().forEach(index::remove);
        if (!reading.unreadable().isEmpty()) {
            LOG.warn("Issues that cannot be read now, they are tried again: {}", reading.unreadable());
            thread.afterPatience(() -> changed(reading.unreadable()));
        }
    }
}
