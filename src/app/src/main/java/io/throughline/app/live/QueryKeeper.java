package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.store.QueryResult;
import io.throughline.app.store.QueryResults;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.WorkItem;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the queries of JQL links find.
 *
 * <p>The results lie in the database, so that every node counts the same; each node follows them. A query runs whole when
 * it is linked, once a night and on demand; in between it is asked about the issues that changed on this node. It runs as
 * the user who linked it: a query shows nobody more, not even by a count, than its author could find.
 */
@JiraComponent
public class QueryKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(QueryKeeper.class);
    private static final int CHUNK = 500;
    private static final Duration OLDEST = Duration.ofHours(25);

    private final QuerySource source;
    private final QueryResults results;
    private final StrategyStore store;
    private final IndexKeeper index;
    private final Clock clock;
    private final LateChanges changed = new LateChanges();
    private final Map<Long, QueryResult> known = new HashMap<>();
    private long stamp;
    private volatile QueryMembers members = QueryMembers.none();

    @Inject
    public QueryKeeper(QuerySource source, QueryResults results, StrategyStore store, IndexKeeper index) {
        this(source, results, store, index, Clock.systemUTC());
    }

    QueryKeeper(QuerySource source, QueryResults results, StrategyStore store, IndexKeeper index, Clock clock) {
        this.source = source;
        this.results = results;
        this.store = store;
        this.index = index;
        this.clock = clock;
        index.onRead(this::changed);
    }

    /** What the queries found, as far as this node knows. */
    public QueryMembers members() {
        return members;
    }

    /** Whether the query of a link could not be read when it was last to run. */
    public synchronized boolean isUnreadable(long link) {
        QueryResult result = known.get(link);
        return result != null && result.unreadable();
    }

    /** Runs a query whole. @throws UnreadableQuery if it cannot be read */
    public LinkTargets.Found find(String jql, String author) {
        Instant at = now();
        return new LinkTargets.Found(source.all(jql, author), at);
    }

    /** Keeps what a query found for a link that was just made or given another target. */
    public void keep(WorkLink link, LinkTargets.Found found, String author) {
        String jql = link.target().ref();
        results.change(link.id(), before -> new QueryResult(link.id(), jql, author, found.at(), false, found.issues()));
        follow();
    }

    /** Runs the query of a link whole, as its author. */
    public void evaluate(WorkLink link) {
        QueryResult before = known(link);
        String author = before == null ? authorOf(link) : before.author();
        String jql = link.target().ref();
        Instant at = now();
        try {
            long[] found = source.all(jql, author);
            results.change(link.id(), now -> {
                long[] next = archivedKept(before, found);
                return new QueryResult(link.id(), jql, author, at, false, newer(before, now, next));
            });
        } catch (UnreadableQuery gone) {
            LOG.warn("The query of link {} cannot be read as {}: {}", link.id(), author, gone.getMessage());
            results.change(
                    link.id(),
                    now -> now == null
                            ? new QueryResult(link.id(), jql, author, at, true, new long[0])
                            : now.unreadableAt(at));
        }
        follow();
    }

    /** Runs every query whole; one that fails does not stop the others. */
    public void evaluateAll() {
        queryLinks().forEach(this::evaluateOrLog);
    }

    private void evaluateOrLog(WorkLink link) {
        try {
            evaluate(link);
        } catch (RuntimeException failed) {
            LOG.warn("The query of link {} could not run; its last result stays", link.id(), failed);
        }
    }

    /** Reads what other nodes found. */
    public synchronized void follow() {
        QueryResults.News news = results.since(stamp);
        stamp = news.stamp();
        QueryMembers next = members;
        for (QueryResult each : news.results()) {
            known.put(each.link(), each);
            next = next.with(each.link(), each.issues(), each.at());
        }
        members = next;
    }

    /** Notes issues that changed on this node. */
    void changed(Collection<Long> ids) {
        changed.note(ids, now());
    }

    /** Asks every query about the issues whose time has come. */
    public void lookAtChanges() {
        Set<Long> due = changed.due(now());
        List<Long> ids = new ArrayList<>(due);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<Long> chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            try {
                queryLinks().forEach(link -> lookAt(link, chunk));
            } catch (RuntimeException down) {
                changed.note(ids.subList(from, ids.size()), now());
                throw down;
            }
        }
    }

    private void lookAt(WorkLink link, List<Long> ids) {
        QueryResult before = known(link);
        if (before == null || before.unreadable()) {
            return; // it is about to run whole
        }
        // what is archived stays as it stood, and search finds it no more
        Set<Long> asked = new HashSet<>(ids);
        asked.removeIf(this::isArchived);
        List<Long> present =
                asked.stream().filter(id -> index.index().get(id).isPresent()).toList();
        long[] found;
        try {
            found = present.isEmpty() ? new long[0] : source.among(before.jql(), before.author(), present);
        } catch (UnreadableQuery gone) {
            evaluateOrLog(link);
            return;
        }
        if (!Arrays.equals(replaced(before.issues(), asked, found), before.issues())) {
            results.change(link.id(), now -> now == null ? null : now.with(replaced(now.issues(), asked, found)));
            follow();
        }
    }

    /** Runs queries that never ran, ran for another text, or missed a night; forgets those of links that are gone. */
    public void catchUp() {
        Set<Long> present = new HashSet<>();
        for (WorkLink link : queryLinks()) {
            present.add(link.id());
            QueryResult result = known(link);
            if (result == null || result.at().isBefore(now().minus(OLDEST))) {
                evaluateOrLog(link);
            }
        }
        Set<Long> gone = new HashSet<>();
        synchronized (this) {
            gone.addAll(known.keySet());
            gone.removeAll(present);
        }
        gone.forEach(this::forget);
    }

    private void forget(long link) {
        if (queryLinks().stream().anyMatch(each -> each.id() == link)) {
            return; // made since
        }
        results.change(link, now -> null);
        synchronized (this) {
            known.remove(link);
            members = members.without(link);
        }
    }

    private List<WorkLink> queryLinks() {
        StrategyModel model = store.model();
        return Stream.concat(model.links().stream().filter(QueryKeeper::isQuery), ExemptionQueries.of(model))
                .toList();
    }

    private static boolean isQuery(WorkLink link) {
        return link.target().kind() == LinkTarget.Kind.JQL;
    }

    /** The result of a link's present query. */
    private synchronized @Nullable QueryResult known(WorkLink link) {
        QueryResult result = known.get(link.id());
        return result != null && result.jql().equals(link.target().ref()) ? result : null;
    }

    private String authorOf(WorkLink link) {
        if (link.id() < 0) {
            return store.model().exemption(-link.id()).map(Exemption::author).orElse("");
        }
        return store.madeBy("LINK-" + link.id()).orElse("");
    }

    private long[] archivedKept(@Nullable QueryResult before, long[] found) {
        if (before == null) {
            return found;
        }
        long[] kept = Arrays.stream(before.issues()).filter(this::isArchived).toArray();
        return sorted(found, kept);
    }

    private boolean isArchived(long id) {
        Optional<WorkItem> item = index.index().get(id);
        return item.isPresent() && item.get().archived();
    }

    /** What another node found out about single issues while the whole query ran here is newer. */
    private static long[] newer(@Nullable QueryResult before, @Nullable QueryResult now, long[] found) {
        if (before == null || now == null || !now.jql().equals(before.jql())) {
            return found;
        }
        Set<Long> added = set(now.issues());
        added.removeAll(set(before.issues()));
        Set<Long> removed = set(before.issues());
        removed.removeAll(set(now.issues()));
        Set<Long> next = set(found);
        next.addAll(added);
        next.removeAll(removed);
        return next.stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] replaced(long[] issues, Set<Long> asked, long[] found) {
        long[] others = Arrays.stream(issues).filter(id -> !asked.contains(id)).toArray();
        return sorted(others, found);
    }

    private static long[] sorted(long[] some, long[] more) {
        return LongStream.concat(Arrays.stream(some), Arrays.stream(more))
                .sorted()
                .distinct()
                .toArray();
    }

    private static Set<Long> set(long[] ids) {
        Set<Long> set = new TreeSet<>();
        for (long id : ids) {
            set.add(id);
        }
        return set;
    }

    /** To the millisecond, as it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
