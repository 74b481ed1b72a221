package io.throughline.app.live;

import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.work.WorkView;
import java.util.Comparator;
import java.util.function.Function;

/**
 * A row of {@link OrphanDesk} before it is shown, and how rows are put in order.
 *
 * @param at of an issue its position, of a project its number, of an object of the strategy its place in the list of gaps
 * @param size open orphan size of its subtree; 0 for an object of the strategy
 * @param updated in milliseconds since 1970-01-01 UTC; the largest there is for an object of the strategy
 */
record OrphanEntry(OrphanKind kind, int at, double size, long updated) {
    boolean isWork() {
        return kind.isWork();
    }

    boolean isProject() {
        return kind == OrphanKind.PROJECT;
    }

    /** The number of the project that it is or that it is in; not for an object of the strategy. */
    int project(WorkView work) {
        return isProject() ? at : work.project(at);
    }

    /** The key of that project; empty for an object of the strategy. */
    String projectKey(WorkView work) {
        return isWork() ? work.projectKey(project(work)).orElse("") : "";
    }

    /** Jira's id of the issue, 0 for all else. */
    long issue(WorkView work) {
        return isWork() && !isProject() ? work.id(at) : 0;
    }

    /**
     * A stable order.
     *
     * @param lead user key of whom a row belongs to; empty for nobody
     */
    static Comparator<OrphanEntry> order(OrphanQuestion question, WorkView work, Function<OrphanEntry, String> lead) {
        Comparator<OrphanEntry> kind = Comparator.comparing(OrphanEntry::kind);
        Comparator<OrphanEntry> size = Comparator.comparingDouble(each -> -each.size());
        Comparator<OrphanEntry> first = switch (question.order()) {
            case KIND -> kind.thenComparing(size);
            case SIZE -> size.thenComparing(kind);
            case OLDEST -> Comparator.comparingLong(OrphanEntry::updated).thenComparing(kind);
            case NEWEST ->
                Comparator.<OrphanEntry>comparingLong(each -> each.isWork() ? -each.updated() : 0)
                        .thenComparing(kind);
            case PROJECT ->
                Comparator.<OrphanEntry, Boolean>comparing(each -> !each.isWork()) // behind all projects
                        .thenComparing(each -> each.projectKey(work))
                        .thenComparing(size)
                        .thenComparing(kind);
            case LEAD ->
                Comparator.<OrphanEntry, Boolean>comparing(
                                each -> lead.apply(each).isEmpty()) // behind all people
                        .thenComparing(lead)
                        .thenComparing(size)
                        .thenComparing(kind);
        };
        return first.thenComparingLong(each -> each.isWork() && !each.isProject() ? work.id(each.at()) : each.at());
    }
}
