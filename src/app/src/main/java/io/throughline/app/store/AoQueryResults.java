package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** Query results in Active Objects. Stamps are given under a cluster lock, so a reader who has seen one has seen all below. */
@JiraComponent
public final class AoQueryResults implements QueryResults {
    private static final String LOCK = "io.throughline.strategy.queries";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long STAMPS = 0;

    private final ActiveObjects ao;
    private final WriteGate gate;

    @Inject
    public AoQueryResults(@ComponentImport ActiveObjects ao, @ComponentImport ClusterLockService locks) {
        this.ao = ao;
        this.gate = new WriteGate(ao, locks, LOCK, PATIENCE);
    }

    @Override
    public News since(long stamp) {
        return gate.read(() -> {
            List<QueryResult> results = new ArrayList<>();
            long newest = stamp;
            for (QueryRow row : ao.find(
                    QueryRow.class, Query.select().where("STAMP > ?", stamp).order("STAMP ASC"))) {
                newest = Math.max(newest, row.getStamp());
                if (row.getID() != STAMPS) {
                    results.add(read(row));
                }
            }
            return new News(newest, results);
        });
    }

    @Override
    public void change(long link, UnaryOperator<@Nullable QueryResult> change) {
        gate.pass(() -> {
            @Nullable QueryRow row = find(link);
            QueryResult before = row == null ? null : read(row);
            QueryResult after = change.apply(before);
            if (after == null && row != null) {
                ao.delete(row);
            } else if (after != null && !after.equals(before)) {
                write(row == null ? ao.create(QueryRow.class, new DBParam("ID", link)) : row, after, nextStamp());
            }
            return link;
        });
    }

    /** Counted in a row of its own: the highest stamp of a removed result must not be given again. */
    private long nextStamp() {
        QueryRow stamps = find(STAMPS);
        if (stamps == null) {
            stamps = ao.create(QueryRow.class, new DBParam("ID", STAMPS));
            stamps.setStamp(0L);
        }
        long next = stamps.getStamp() + 1;
        stamps.setStamp(next);
        stamps.save();
        return next;
    }

    private @Nullable QueryRow find(long id) {
        QueryRow[] rows = ao.find(QueryRow.class, Query.select().where("ID = ?", id));
        return rows.length == 0 ? null : rows[0];
    }

    private static void write(QueryRow row, QueryResult result, long stamp) {
        row.setStamp(stamp);
        row.setQueryText(result.jql());
        row.setAuthorKey(result.author());
        row.setEvaluatedMillis(result.at().toEpochMilli());
        row.setUnreadable(result.unreadable());
        // an empty text is null on Oracle, so the list never is empty
        row.setMembers("." + IdList.write(result.issues()));
        row.save();
    }

    private static QueryResult read(QueryRow row) {
        return new QueryResult(
                row.getID(),
                Objects.requireNonNullElse(row.getQueryText(), ""),
                Objects.requireNonNullElse(row.getAuthorKey(), ""),
                Instant.ofEpochMilli(Objects.requireNonNullElse(row.getEvaluatedMillis(), 0L)),
                Boolean.TRUE.equals(row.getUnreadable()),
                IdList.read(Objects.requireNonNullElse(row.getMembers(), ".").substring(1)));
    }
}
