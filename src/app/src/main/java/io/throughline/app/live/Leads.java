package io.throughline.app.live;

import io.throughline.core.orphans.Exempting;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.scorecard.Scoring;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who leads projects in which work serves nothing. */
final class Leads {
    private Leads() {}

    /** User keys, over all ACTIVE plans together; for mails, so nobody's permissions are asked here. */
    static Set<String> of(Scoring scoring, Exempting exempting, Browsing browsing) {
        Set<Long> projects = scoring.orphans(null, exempting, scan -> {
            Set<Long> found = new HashSet<>();
            for (OrphanKind kind : Set.of(OrphanKind.EPIC, OrphanKind.ISSUE)) {
                scan.forEach(
                        kind, at -> found.add(scan.work().projectId(scan.work().project(at))));
            }
            return found;
        });
        return projects.stream().map(browsing::lead).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
