package io.throughline.app.live;

import io.throughline.app.access.Caller;
import io.throughline.app.live.OrphanQuestion.Group;
import io.throughline.core.coverage.Coverage;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.orphans.StrategyGap;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.WorkView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where one viewer looks for orphans, in one plan or in all that is in force. What the viewer may not browse is in no row,
 * no count of rows and no list of projects; only the sums over everything are the same for all.
 */
public final class OrphanDesk {
    private final Scoring scoring;
    private final Exempting exempting;
    private final Exempting expired;
    private final @Nullable String plan;
    private final StrategyOrphans inStrategy;
    private final Browsing browsing;
    private final Caller viewer;
    private final Map<Integer, Optional<String>> leads = new HashMap<>();
    private final LocalDate today;
    private final ZoneId zone;

    public OrphanDesk(Scoring scoring, Exempting exempting, @Nullable String plan, Browsing browsing, Caller viewer) {
        this.scoring = scoring;
        this.exempting = exempting;
        this.plan = plan;
        inStrategy = new StrategyOrphans(scoring, plan);
        this.browsing = browsing;
        this.viewer = viewer;
        today = scoring.moment().today();
        expired = ExemptionQueries.expired(
                scoring.moment().strategy(), scoring.moment().queries(), today);
        zone = scoring.moment().zone();
    }

    /** What the objects of the strategy need to be asked outside of it. */
    public interface Outside {
        /** Whether the target of a link to a project is gone, or that of a link to a query unreadable. */
        boolean isDead(WorkLink link);

        boolean isActive(String user);
    }

    /** One group of rows: how many, and how much is at stake. */
    public record Tally(int count, double openSize) {}

    /** A page of rows; {@code total} counts what the viewer may browse. */
    public record Page(int total, List<OrphanRow> rows) {}

    /** How much is covered. */
    public OpenWorkNow coverage() {
        Browsing.Sight sight = browsing.of(viewer);
        return scoring.orphans(plan, exempting, scan -> {
            Map<String, Coverage> seen = new TreeMap<>();
            Map<String, Coverage> all = scan.openWork().byProject();
            WorkView work = scan.work();
            for (int project = 0; project < work.projectCount(); project++) {
                String key = work.projectKey(project).orElse("");
                if (all.containsKey(key) && sight.project(work.projectId(project))) {
                    seen.put(key, all.get(key));
                }
            }
            Map<String, Double> themes = plan == null ? Map.of() : scoring.alignedByTheme(plan, scan);
            return new OpenWorkNow(scan.openWork().total(), seen, themes);
        });
    }

    /**
     * What the work of a project serves in the plan; of a project that the viewer may browse.
     *
     * @param project its key
     */
    public List<ServedByProject> serving(String project) {
        return scoring.orphans(plan, exempting, scan -> {
            WorkView work = scan.work();
            for (int number = 0; number < work.projectCount(); number++) {
                if (project.equals(work.projectKey(number).orElse(null))) {
                    return new ProjectServing(scoring, Objects.requireNonNull(plan)).of(number, scan);
                }
            }
            return List.of();
        });
    }

    /**
     * The open orphan size that some issues and projects hold, with all below them; what is in several of them counts
     * once. The same for all viewers.
     *
     * @param found what the queries among the targets found
     */
    public double openSize(Collection<LinkTarget> targets, Collection<LinkTargets.Found> found) {
        return scoring.orphans(plan, exempting, scan -> new HeldWork(scan.work(), targets, found).openSize(scan));
    }

    /** Some rows, in a stable order. */
    public Page page(OrphanQuestion question, Outside outside, int start, int limit) {
        List<StrategyGap> gaps = inStrategy.find(question, outside);
        Browsing.Sight sight = browsing.of(viewer);
        Sorted sorted = scoring.orphans(plan, exempting, scan -> {
            List<OrphanEntry> all = entries(scan, question, gaps, sight);
            all.sort(OrphanEntry.order(
                    question, scan.work(), each -> Objects.requireNonNullElse(lead(each, scan, gaps), "")));
            List<OrphanEntry> page =
                    all.subList(Math.min(start, all.size()), (int) Math.min((long) start + limit, all.size()));
            return new Sorted(
                    all.size(),
                    page.stream().map(each -> row(each, scan, gaps)).toList(),
                    page.stream().map(each -> each.issue(scan.work())).toList());
        });
        Map<Long, Browsing.Card> cards =
                browsing.cards(sorted.ids().stream().filter(id -> id > 0).toList(), viewer);
        List<OrphanRow> rows = new ArrayList<>();
        for (int at = 0; at < sorted.rows().size(); at++) {
            long id = sorted.ids().get(at);
            Browsing.Card card = cards.get(id);
            if (id == 0) {
                rows.add(sorted.rows().get(at));
            } else if (card != null) { // gone, or closed to the viewer, since the index last saw it
                rows.add(with(sorted.rows().get(at), card));
            }
        }
        return new Page(sorted.total(), rows);
    }

    private record Sorted(int total, List<OrphanRow> rows, List<Long> ids) {}

    /** Counts and size of the same rows, by group. */
    public Map<String, Tally> groups(OrphanQuestion question, Outside outside, Group by) {
        List<StrategyGap> gaps = inStrategy.find(question, outside);
        Browsing.Sight sight = browsing.of(viewer);
        return scoring.orphans(plan, exempting, scan -> {
            Map<String, Tally> groups = new TreeMap<>();
            for (OrphanEntry each : entries(scan, question, gaps, sight)) {
                groups.merge(
                        group(each, scan, gaps, by),
                        new Tally(1, each.size()),
                        (one, more) -> new Tally(one.count() + 1, one.openSize() + more.openSize()));
            }
            return groups;
        });
    }

    private String group(OrphanEntry each, OrphanScan scan, List<StrategyGap> gaps, Group by) {
        return switch (by) {
            case KIND -> each.kind().name();
            case PROJECT -> each.projectKey(scan.work());
            case LEAD -> Optional.ofNullable(lead(each, scan, gaps)).orElse("");
            case AGE -> each.isWork() ? String.format("%02d", Math.min(52, age(each.updated()) / 7)) : "";
        };
    }

    private List<OrphanEntry> entries(
            OrphanScan scan, OrphanQuestion question, List<StrategyGap> gaps, Browsing.Sight sight) {
        WorkView work = scan.work();
        Predicate<OrphanEntry> wanted = each -> isWanted(each, scan, question);
        List<OrphanEntry> found = new ArrayList<>();
        for (OrphanKind kind : question.kinds()) {
            if (kind == OrphanKind.PROJECT) {
                scan.forEach(kind, project -> {
                    if (sight.project(work.projectId(project))) {
                        double size = scan.openWork().orphan(project);
                        addIf(wanted, found, new OrphanEntry(kind, project, size, scan.updatedOfProject(project)));
                    }
                });
            } else if (kind.isWork()) {
                scan.forEach(kind, at -> {
                    if (sight.item(work, at)) {
                        addIf(wanted, found, new OrphanEntry(kind, at, scan.openSize(at), work.updatedMillis(at)));
                    }
                });
            }
        }
        for (int gap = 0; gap < gaps.size(); gap++) {
            found.add(new OrphanEntry(gaps.get(gap).kind(), gap, 0, Long.MAX_VALUE));
        }
        return found;
    }

    private static void addIf(Predicate<OrphanEntry> wanted, List<OrphanEntry> found, OrphanEntry entry) {
        if (wanted.test(entry)) {
            found.add(entry);
        }
    }

    private boolean isWanted(OrphanEntry each, OrphanScan scan, OrphanQuestion question) {
        WorkView work = scan.work();
        return (question.project() == null || question.project().equals(each.projectKey(work)))
                && (question.lead() == null
                        || question.lead()
                                .equals(leadOf(work, each.project(work)).orElse(null)))
                && (question.minAge() == 0 || age(each.updated()) >= question.minAge())
                && isFound(each, work, question.search());
    }

    private static boolean isFound(OrphanEntry each, WorkView work, OrphanQuestion.@Nullable Search search) {
        return search == null
                || search.finds(each.isProject() ? each.projectKey(work) : work.key(each.at()))
                || (!each.isProject() && search.issues().contains(work.id(each.at())));
    }

    private Optional<String> leadOf(WorkView work, int project) {
        return leads.computeIfAbsent(project, unasked -> browsing.lead(work.projectId(project)));
    }

    private long age(long updated) {
        LocalDate day = Instant.ofEpochMilli(updated).atZone(zone).toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(day, today));
    }

    private OrphanRow row(OrphanEntry each, OrphanScan scan, List<StrategyGap> gaps) {
        if (!each.isWork()) {
            return inStrategy.row(gaps.get(each.at()));
        }
        WorkView work = scan.work();
        int project = each.project(work);
        String key = each.projectKey(work);
        return new OrphanRow(
                each.kind(),
                each.isProject() ? key : work.key(each.at()),
                null,
                null,
                null,
                key,
                each.isProject() ? work.projectId(project) : work.id(each.at()),
                leadOf(work, project).orElse(null),
                each.size(),
                Instant.ofEpochMilli(each.updated()),
                expired(each, work),
                each.isProject() ? null : work.level(each.at()));
    }

    private @Nullable Exemption expired(OrphanEntry each, WorkView work) {
        return (each.isProject() ? expired.coveringProject(work, each.at()) : expired.covering(work, each.at()))
                .orElse(null);
    }

    private static OrphanRow with(OrphanRow row, Browsing.Card card) {
        return new OrphanRow(
                row.kind(),
                card.key(),
                card.summary(),
                card.type(),
                card.status(),
                row.project(),
                row.id(),
                row.lead(),
                row.openSize(),
                row.updated(),
                row.expired(),
                row.level());
    }

    private @Nullable String lead(OrphanEntry each, OrphanScan scan, List<StrategyGap> gaps) {
        return each.isWork()
                ? leadOf(scan.work(), each.project(scan.work())).orElse(null)
                : inStrategy.owner(gaps.get(each.at()));
    }
}
