package io.throughline.host.jira.jql;

import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.Issues;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Finds the issues that literals name; an issue the searcher may not see is as unknown as one that is not there. */
final class IssueLookup {
    private final Issues issues;
    private final LongPredicate isProjectVisible;
    private final LongPredicate isProjectKnown;

    /** @param isProjectKnown whether the name of a project means anything: to who may not browse it, it must not */
    IssueLookup(Issues issues, LongPredicate isProjectVisible, LongPredicate isProjectKnown) {
        this.issues = issues;
        this.isProjectVisible = isProjectVisible;
        this.isProjectKnown = isProjectKnown;
    }

    Optional<IssueRow> find(Literal literal) {
        Optional<IssueRow> row =
                literal.number() == null ? issues.findByAnyKey(literal.text()) : issues.find(literal.number());
        return row.filter(found -> isProjectVisible.test(found.projectId()));
    }

    boolean knows(long project) {
        return isProjectKnown.test(project);
    }

    Collection<Long> ids(Literal literal) {
        return find(literal).map(row -> List.of(row.id())).orElse(List.of());
    }
}
