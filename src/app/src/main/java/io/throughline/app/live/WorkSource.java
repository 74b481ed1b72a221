package io.throughline.app.live;

import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where work items come from: the system that owns the issues. Every call reads what is stored now, never a search
 * index, which lags behind and stops at a window.
 */
public interface WorkSource {
    /** The ids of all projects. */
    List<Long> projects();

    /** The ids of all issues of a project, in no order; none for a project that is gone. */
    Collection<Long> issues(long project);

    /** The ids of all issues, project by project. */
    default long[] allIssues() {
        return projects().stream()
                .flatMapToLong(project -> issues(project).stream().mapToLong(Long::longValue))
                .toArray();
    }

    /**
     * Issues that were updated since an instant, by id, with the stamp of their last update. May hold more than asked for,
     * and lacks what a search does not find, such as archived issues. Empty when there are too many to list.
     */
    Optional<Map<Long, Instant>> updatedSince(Instant since);

    /**
     * How many issues of a project a search finds, which is all but the archived ones: Jira publishes no event when an
     * issue is archived or restored, and does not say so in its stamp either, but it takes it out of searches.
     */
    long searchable(long project);

    /** The same of all projects together. */
    long searchable();

    /**
     * The items as they are now, in any order; an id without an issue is left out.
     *
     * @param rules decide which field names an issue's parent
     */
    List<WorkItem> read(Collection<Long> ids, WorkRules rules);
}
