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
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.WorkView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Browsing browsing;
    private final Caller viewer;
    private final Map<Integer, Optional<String>> leads = new HashMap<>();
    private final LocalDate today;
    private final ZoneId zone;

    public OrphanDesk(Scoring scoring, Exempting exempting, @Nullable String plan, Browsing browsing, Caller viewer) {
        this.scoring = scoring;
        this.exempting = exempting;
        this.plan = plan;
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

    /** A row before it is shown: work by its position, an object of the strategy by its place in the list of gaps. */
    private record Entry(OrphanKind kind, int at, double size, long updated) {}

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

    /** Some rows, in a stable order. */
    public Page page(OrphanQuestion question, Outside outside, int start, int limit) {
        List<StrategyGap> gaps = gaps(question, outside);
        Browsing.Sight sight = browsing.of(viewer);
        Sorted sorted = scoring.orphans(plan, exempting, scan -> {
            List<Entry> all = entries(scan, question, gaps, sight);
            all.sort(order(question, scan.work()));
            List<Entry> page = all.subList(Math.min(start, all.size()), Math.min(start + limit, all.size()));
            return new Sorted(
                    all.size(), page.stream().map(each -> row(each, scan, gaps)).toList(), ids(page, scan));
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
        List<StrategyGap> gaps = gaps(question, outside);
        Browsing.Sight sight = browsing.of(viewer);
        return scoring.orphans(plan, exempting, scan -> {
            Map<String, Tally> groups = new TreeMap<>();
            for (Entry each : entries(scan, question, gaps, sight)) {
                groups.merge(
                        group(each, scan, gaps, by),
                        new Tally(1, each.size()),
                        (one, more) -> new Tally(one.count() + 1, one.openSize() + more.openSize()));
            }
            return groups;
        });
    }

    private String group(Entry each, OrphanScan scan, List<StrategyGap> gaps, Group by) {
        return switch (by) {
            case KIND -> each.kind().name();
            case PROJECT ->
                each.kind().isWork()
                        ? scan.work().projectKey(project(each, scan)).orElse("")
                        : "";
            case LEAD -> Optional.ofNullable(lead(each, scan, gaps)).orElse("");
            case AGE -> each.kind().isWork() ? String.format("%02d", Math.min(52, age(each.updated()) / 7)) : "";
        };
    }

    private List<StrategyGap> gaps(OrphanQuestion question, Outside outside) {
        if (question.project() != null
                || question.minAge() > 0
                || question.kinds().stream().allMatch(OrphanKind::isWork)) {
            return List.of();
        }
        return scoring.gaps(plan, link -> isDead(link, outside), outside::isActive).stream()
                .filter(gap -> question.kinds().contains(gap.kind()))
                .filter(gap -> question.lead() == null || question.lead().equals(owner(gap)))
                .toList();
    }

    private boolean isDead(WorkLink link, Outside outside) {
        LinkTarget target = link.target();
        Long id = target.id();
        WorkView work = scoring.moment().work();
        return switch (target.kind()) {
            case ISSUE -> id == null || work.position(id).isEmpty();
            case PROJECT -> id == null || (work.projectNumber(id).isEmpty() && outside.isDead(link));
            case JQL -> outside.isDead(link);
        };
    }

    private List<Entry> entries(
            OrphanScan scan, OrphanQuestion question, List<StrategyGap> gaps, Browsing.Sight sight) {
        WorkView work = scan.work();
        Predicate<Entry> wanted = each -> isWanted(each, scan, question);
        List<Entry> found = new ArrayList<>();
        for (OrphanKind kind : question.kinds()) {
            if (kind == OrphanKind.PROJECT) {
                scan.forEach(kind, project -> {
                    if (sight.project(work.projectId(project))) {
                        double size = scan.openWork().orphan(project);
                        addIf(wanted, found, new Entry(kind, project, size, scan.updatedOfProject(project)));
                    }
                });
            } else if (kind.isWork()) {
                scan.forEach(kind, at -> {
                    if (sight.item(work, at)) {
                        addIf(wanted, found, new Entry(kind, at, scan.openSize(at), work.updatedMillis(at)));
                    }
                });
            }
        }
        for (int gap = 0; gap < gaps.size(); gap++) {
            found.add(new Entry(gaps.get(gap).kind(), gap, 0, Long.MAX_VALUE));
        }
        return found;
    }

    private static void addIf(Predicate<Entry> wanted, List<Entry> found, Entry entry) {
        if (wanted.test(entry)) {
            found.add(entry);
        }
    }

    private boolean isWanted(Entry each, OrphanScan scan, OrphanQuestion question) {
        int project = project(each, scan);
        String key = question.project();
        return (key == null || key.equals(scan.work().projectKey(project).orElse("")))
                && (question.lead() == null
                        || question.lead().equals(leadOf(scan.work(), project).orElse(null)))
                && (question.minAge() == 0 || age(each.updated()) >= question.minAge());
    }

    private static int project(Entry each, OrphanScan scan) {
        return each.kind() == OrphanKind.PROJECT ? each.at() : scan.work().project(each.at());
    }

    private Optional<String> leadOf(WorkView work, int project) {
        return leads.computeIfAbsent(project, unasked -> browsing.lead(work.projectId(project)));
    }

    private long age(long updated) {
        LocalDate day = Instant.ofEpochMilli(updated).atZone(zone).toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(day, today));
    }

    private static Comparator<Entry> order(OrphanQuestion question, WorkView work) {
        Comparator<Entry> kind = Comparator.comparing(Entry::kind);
        Comparator<Entry> size = Comparator.comparingDouble(each -> -each.size());
        Comparator<Entry> first = switch (question.order()) {
            case KIND -> kind.thenComparing(size);
            case SIZE -> size.thenComparing(kind);
            case OLDEST -> Comparator.comparingLong(Entry::updated).thenComparing(kind);
            case NEWEST ->
                Comparator.<Entry>comparingLong(each -> each.kind().isWork() ? -each.updated() : 0)
                        .thenComparing(kind);
            case PROJECT ->
                Comparator.<Entry, String>comparing(each -> projectKey(each, work))
                        .thenComparing(size)
                        .thenComparing(kind);
        };
        return first.thenComparingLong(each -> id(each, work));
    }

    private static String projectKey(Entry each, WorkView work) {
        if (!each.kind().isWork()) {
            return "\uffff"; // behind all projects
        }
        int project = each.kind() == OrphanKind.PROJECT ? each.at() : work.project(each.at());
        return work.projectKey(project).orElse("");
    }

    private static long id(Entry each, WorkView work) {
        return each.kind() == OrphanKind.PROJECT || !each.kind().isWork() ? each.at() : work.id(each.at());
    }

    private static List<Long> ids(List<Entry> page, OrphanScan scan) {
        List<Long> ids = new ArrayList<>();
        for (Entry each : page) {
            boolean isIssue = each.kind().isWork() && each.kind() != OrphanKind.PROJECT;
            ids.add(isIssue ? scan.work().id(each.at()) : 0);
        }
        return ids;
    }

    private OrphanRow row(Entry each, OrphanScan scan, List<StrategyGap> gaps) {
        if (!each.kind().isWork()) {
            StrategyGap gap = gaps.get(each.at());
            return new OrphanRow(each.kind(), gap.ref(), name(gap), null, null, null, 0, owner(gap), null, null, null);
        }
        WorkView work = scan.work();
        int project = project(each, scan);
        String key = work.projectKey(project).orElse("");
        boolean isProject = each.kind() == OrphanKind.PROJECT;
        return new OrphanRow(
                each.kind(),
                isProject ? key : work.key(each.at()),
                null,
                null,
                null,
                key,
                isProject ? work.projectId(project) : work.id(each.at()),
                leadOf(work, project).orElse(null),
                each.size(),
                Instant.ofEpochMilli(each.updated()),
                expired(each, work));
    }

    private @Nullable Exemption expired(Entry each, WorkView work) {
        if (each.kind() == OrphanKind.PROJECT) {
            long project = work.projectId(each.at());
            return scoring.moment().strategy().exemptions().stream()
                    .filter(exemption -> exemption.kind() == Exemption.Kind.PROJECT)
                    .filter(exemption -> !exemption.isValid(today) && Objects.equals(exemption.target(), project))
                    .reduce((older, newer) -> newer)
                    .orElse(null);
        }
        return expired.covering(work, each.at()).orElse(null);
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
                row.expired());
    }

    private @Nullable String lead(Entry each, OrphanScan scan, List<StrategyGap> gaps) {
        return each.kind().isWork()
                ? leadOf(scan.work(), project(each, scan)).orElse(null)
                : owner(gaps.get(each.at()));
    }

    private @Nullable String name(StrategyGap gap) {
        StrategyModel model = scoring.moment().strategy();
        return objectOf(gap)
                .flatMap(model::objective)
                .map(Objective::name)
                .or(() -> model.kpi(gap.ref()).map(Kpi::name))
                .or(() -> model.theme(gap.ref()).map(Theme::name))
                .orElse(null);
    }

    private @Nullable String owner(StrategyGap gap) {
        StrategyModel model = scoring.moment().strategy();
        return objectOf(gap)
                .flatMap(model::objective)
                .map(Objective::owner)
                .or(() -> model.kpi(gap.ref()).map(Kpi::owner))
                .or(() -> model.theme(gap.ref()).map(Theme::owner))
                .orElse(null);
    }

    /** The objective of a dead link, else the object itself. */
    private Optional<String> objectOf(StrategyGap gap) {
        return gap.kind() == OrphanKind.DEAD_LINK
                ? scoring.moment().strategy().link(Long.parseLong(gap.ref())).map(WorkLink::objective)
                : Optional.of(gap.ref());
    }
}
