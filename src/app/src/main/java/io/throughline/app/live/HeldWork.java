package io.throughline.app.live;

import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.work.WorkView;
import java.util.BitSet;
import java.util.Collection;

/** What some targets hold: issues and those below them, projects, and what queries found. To be asked as a scan is. */
final class HeldWork {
    private final WorkView work;
    private final BitSet issues = new BitSet();
    private final BitSet projects = new BitSet();

    HeldWork(WorkView work, Collection<LinkTarget> targets, Collection<LinkTargets.Found> found) {
        this.work = work;
        for (LinkTarget target : targets) {
            Long id = target.id();
            if (id != null && target.kind() == LinkTarget.Kind.PROJECT) {
                work.projectNumber(id).ifPresent(projects::set);
            } else if (id != null && target.kind() == LinkTarget.Kind.ISSUE) {
                work.position(id).ifPresent(issues::set);
            }
        }
        for (LinkTargets.Found each : found) {
            for (long id : each.issues()) {
                work.position(id).ifPresent(issues::set);
            }
        }
    }

    /** The open orphan size of all of it, each item once. */
    double openSize(OrphanScan scan) {
        double sum = 0;
        for (int at = 0; at < work.positions(); at++) {
            if (scan.isOrphan(at) && (projects.get(work.project(at)) || isUnderIssue(at))) {
                sum += scan.ownSize(at);
            }
        }
        return sum;
    }

    private boolean isUnderIssue(int from) {
        for (int at = from; at != WorkView.NONE; at = work.parent(at)) {
            if (issues.get(at)) {
                return true;
            }
        }
        return false;
    }
}
