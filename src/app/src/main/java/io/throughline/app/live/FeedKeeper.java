package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.store.ChangeFeed;
import io.throughline.app.store.WorkNote;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between this node's index and those of the other nodes: what events say here goes into the index at once and into the
 * feed a moment later, and what others put there goes into this index.
 *
 * <p>An event only leaves a note, it does not wait for the database. Notes that cannot be written are kept and written
 * later; those of a node that dies in between are found by {@link CatchUp}, like every event that was never published.
 */
@JiraComponent
public class FeedKeeper {
    static final Duration BETWEEN_TELLING = Duration.ofSeconds(30);
    /** So many ids a row, so that none grows out of bounds in a bulk change. */
    private static final int IDS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(FeedKeeper.class);

    private final ChangeFeed feed;
    private final IndexKeeper keeper;
    private final String node;
    private final Clock clock;
    private final Map<WorkNote.Kind, Set<Long>> noted = new EnumMap<>(WorkNote.Kind.class);
    private Instant notedAt = Instant.MAX;
    private long seen;
    private Instant toldAt = Instant.MIN;

    @Inject
    public FeedKeeper(ChangeFeed feed, IndexKeeper keeper) {
        this(feed, keeper, NodeName.HERE, Clock.systemUTC());
    }

    FeedKeeper(ChangeFeed feed, IndexKeeper keeper, String node, Clock clock) {
        this.feed = feed;
        this.keeper = keeper;
        this.node = node;
        this.clock = clock;
    }

    /** Goes on from the end of the feed: to be called before the index is filled, which reads all that was before. */
    public synchronized void start() {
        try {
            seen = feed.newest();
        } catch (RuntimeException down) {
            LOG.warn("The feed of changed work cannot be read now; it will be from its beginning", down);
        }
        keeper.standsAt(this::seen, this::goBackTo);
    }

    private synchronized long seen() {
        return seen;
    }

    /** An index that was saved knows what was in the feed up to then. */
    private synchronized void goBackTo(long number) {
        seen = number;
    }

    /** Issues changed on this node. */
    public void changed(Collection<Long> ids) {
        keeper.changed(ids);
        note(WorkNote.Kind.ISSUES, ids);
    }

    /** An issue is about to be deleted on this node. */
    public void changedSoon(long id) {
        keeper.changedSoon(id);
        note(WorkNote.Kind.DELETIONS, List.of(id));
    }

    /** A project changed on this node, and with it perhaps every issue in it. */
    public void projectChanged(long project) {
        keeper.projectChanged(project);
        note(WorkNote.Kind.PROJECTS, List.of(project));
    }

    /** Nothing known before can be trusted. */
    public void everythingChanged() {
        keeper.refill();
        note(WorkNote.Kind.EVERYTHING, List.of());
    }

    private void note(WorkNote.Kind kind, Collection<Long> ids) {
        synchronized (noted) {
            noted.computeIfAbsent(kind, none -> new LinkedHashSet<>()).addAll(ids);
            Instant now = clock.instant();
            notedAt = notedAt.isBefore(now) ? notedAt : now;
        }
    }

    /** Writes what was noted here, reads what others wrote, and says from time to time how far it is. */
    public void tick() {
        try {
            write();
        } finally {
            follow();
        }
        tell();
    }

    private void write() {
        Map<WorkNote.Kind, Set<Long>> taken;
        Instant since;
        synchronized (noted) {
            taken = new EnumMap<>(noted);
            since = notedAt;
            noted.clear();
            notedAt = Instant.MAX;
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            feed.append(node, notes(taken, since));
        } catch (RuntimeException later) {
            giveBack(taken, since);
            throw later;
        }
    }

    private static List<WorkNote> notes(Map<WorkNote.Kind, Set<Long>> taken, Instant since) {
        List<WorkNote> notes = new ArrayList<>();
        taken.forEach((kind, ids) -> {
            long[] all = ids.stream().mapToLong(Long::longValue).toArray();
            for (int from = 0; from == 0 || from < all.length; from += IDS) {
                notes.add(new WorkNote(kind, Arrays.copyOfRange(all, from, Math.min(from + IDS, all.length)), since));
            }
        });
        return notes;
    }

    private void giveBack(Map<WorkNote.Kind, Set<Long>> taken, Instant since) {
        synchronized (noted) {
            taken.forEach((kind, ids) ->
                    noted.computeIfAbsent(kind, none -> new LinkedHashSet<>()).addAll(ids));
            notedAt = notedAt.isBefore(since) ? notedAt : since;
        }
    }

    private synchronized void follow() {
        ChangeFeed.News news;
        do {
            news = feed.since(seen, node);
            news.notes().forEach(this::take);
            seen = news.upTo();
            if (!news.complete()) {
                LOG.warn(
                        "The feed of changed work no longer has what this node did not read; every issue is read again");
                seen = Math.min(seen, feed.newest()); // less if the database is an older copy
                keeper.readAllAgain();
            }
        } while (news.more());
        keeper.followed(clock.instant());
    }

    private void take(WorkNote note) {
        List<Long> ids = Arrays.stream(note.ids()).boxed().toList();
        switch (note.kind()) {
            case ISSUES -> keeper.changed(ids, note.at());
            case DELETIONS -> ids.forEach(keeper::changedSoon);
            case PROJECTS -> ids.forEach(keeper::projectChanged);
            case EVERYTHING -> keeper.refill();
        }
    }

    /** What the saved index has is all that this node may count on after a restart: not more is said to be read. */
    private void tell() {
        Instant now = clock.instant();
        if (!now.isBefore(toldAt.plus(BETWEEN_TELLING))) {
            feed.seen(node, keeper.savedUpTo(seen()));
            toldAt = now;
        }
    }
}
