package io.throughline.app.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.live.IndexKeeper;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Issues that links point to, as they were read for the reader before. The tree of a large plan names a thousand; while
 * hundreds of people read it and work goes on, it is made anew for each of them, and reading those issues from the database
 * each time would be most of what it costs.
 *
 * <p>One is used again while the work index says that it was not updated since, and for a minute at most. Only what an issue
 * is comes from here; whether a reader may see it the permission manager says each time. Safe for many threads.
 */
@JiraComponent
public class RememberedIssues {
    static final Duration TRUSTED = Duration.ofMinutes(1);
    /** All links of the largest strategy that this is made for; some kilobytes each. */
    static final int MOST = 20_000;
    /** Issues that are read at once. */
    private static final int TOGETHER = 500;

    private record Known(Issue issue, Instant readAt) {}

    private final IssueManager issues;
    private final BiPredicate<Long, Instant> isCurrent;
    private final Clock clock;
    private final Map<Long, Known> known = new LinkedHashMap<>();

    @Inject
    public RememberedIssues(@JiraImport IssueManager issues, IndexKeeper index) {
        this(issues, (id, updated) -> index.index().isCurrent(id, updated), Clock.systemUTC());
    }

    /** @param isCurrent whether an issue was last updated then, as far as is known here */
    RememberedIssues(IssueManager issues, BiPredicate<Long, Instant> isCurrent, Clock clock) {
        this.issues = issues;
        this.isCurrent = isCurrent;
        this.clock = clock;
    }

    /** The issues with these ids, those that are not there left out. */
    Map<Long, Issue> byId(Collection<Long> ids) {
        Instant now = clock.instant();
        Map<Long, Issue> found = new HashMap<>();
        List<Long> missing = new ArrayList<>();
        for (Long id : ids) {
            Issue remembered = remembered(id, now);
            if (remembered == null) {
                missing.add(id);
            } else {
                found.put(id, remembered);
            }
        }
        for (int from = 0; from < missing.size(); from += TOGETHER) {
            issues.getIssueObjects(missing.subList(from, Math.min(from + TOGETHER, missing.size())))
                    .forEach(issue -> found.put(issue.getId(), issue));
        }
        keep(missing, found, now);
        return found;
    }

    private @Nullable Issue remembered(Long id, Instant now) {
        Known last;
        synchronized (known) {
            last = known.get(id);
        }
        boolean isFresh = last != null
                && last.readAt().plus(TRUSTED).isAfter(now)
                && isCurrent.test(id, RecentIssues.updated(last.issue()));
        return isFresh ? last.issue() : null;
    }

    private void keep(List<Long> read, Map<Long, Issue> found, Instant now) {
        synchronized (known) {
            for (Long id : read) {
                known.remove(id); // the one that was read longest ago goes first
                Issue issue = found.get(id);
                if (issue != null) {
                    known.put(id, new Known(issue, now));
                }
            }
            Iterator<Known> oldest = known.values().iterator();
            while (known.size() > MOST) {
                oldest.next();
                oldest.remove();
            }
        }
    }
}
