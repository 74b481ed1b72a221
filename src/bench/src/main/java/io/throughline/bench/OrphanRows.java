package io.throughline.bench;

import io.throughline.core.orphans.Exempting;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.scorecard.Scoring;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Our scan for orphans, as the peer answers: over all plans, sizes in items. */
final class OrphanRows {
    private static final List<OrphanKind> KINDS =
            List.of(OrphanKind.PROJECT, OrphanKind.EPIC, OrphanKind.PARTIAL, OrphanKind.ISSUE);

    private OrphanRows() {}

    /** Scans anew and counts what is listed: what was scanned before is found again only for the same exemptions. */
    static long count(Scoring scoring) {
        long[] found = {0};
        scoring.orphans(null, Exempting.nothing(), scan -> {
            KINDS.forEach(kind -> scan.forEach(kind, at -> found[0]++));
            return scan;
        });
        return found[0];
    }

    /** Compares row by row before anybody looks at times. */
    static void require(Scoring scoring, List<String> theirs) {
        Set<String> ours = scoring.orphans(null, Exempting.nothing(), OrphanRows::rows);
        Set<String> missing = new HashSet<>(theirs);
        missing.removeAll(ours);
        if (!missing.isEmpty() || ours.size() != theirs.size()) {
            throw new IllegalStateException("The peer lists " + theirs.size() + " orphans, we " + ours.size()
                    + "; not ours: " + missing.stream().limit(5).toList());
        }
        System.out.println("equal on " + ours.size() + " orphans");
    }

    private static Set<String> rows(OrphanScan scan) {
        Set<String> rows = new HashSet<>();
        scan.forEach(
                OrphanKind.PROJECT,
                project -> rows.add("PROJECT " + scan.work().projectId(project) + " "
                        + Math.round(scan.openWork().orphan(project))));
        for (OrphanKind kind : KINDS.subList(1, KINDS.size())) {
            scan.forEach(kind, at -> rows.add(kind + " " + scan.work().id(at) + " " + Math.round(scan.openSize(at))));
        }
        return rows;
    }
}
