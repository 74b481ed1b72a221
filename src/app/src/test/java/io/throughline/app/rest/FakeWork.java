package io.throughline.app.rest;

import io.throughline.app.access.Caller;
import io.throughline.app.live.Browsing;
import io.throughline.app.live.Drift;
import io.throughline.app.live.ExemptionQueries;
import io.throughline.app.live.IndexHealth;
import io.throughline.app.live.IssueAlignment;
import io.throughline.app.live.LinkTargets;
import io.throughline.app.live.OpenBrowsing;
import io.throughline.app.live.OrphanDesk;
import io.throughline.app.live.PlanReading;
import io.throughline.app.live.Reach;
import io.throughline.app.live.WorkPage;
import io.throughline.app.live.WorkReading;
import io.throughline.core.coverage.OpenWork;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.scorecard.KeptBlocks;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Ten issues ABC-1..10 with ids 1001..1010, of which the odd ones are done, and SECRET-1 with id 2001; SECRET may be
 * browsed by pmo and admin only. ABC-1 moved: it was OLD-1.
 */
final class FakeWork implements WorkReading, LinkTargets {
    private static final Set<String> CLEARED = Set.of("pmo", "admin");

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    private final Map<String, Measured> measured = new HashMap<>();
    private QueryMembers queries = QueryMembers.none();
    final WorkIndex index = new WorkIndex();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Function<StrategyModel, Map<String, KeptBlocks>> kept = strategy -> Map.of();
    boolean ready = true;
    Drift drift;

    FakeWork() {
        for (int i = 1; i <= 10; i++) {
            index.upsert(item(1000 + i, "ABC-" + i, 100, "ABC", i % 2 == 1));
        }
        index.upsert(item(2001, "SECRET-1", 200, "SECRET", false));
    }

    private static WorkItem item(long id, String key, long project, String projectKey, boolean done) {
        Instant then = Instant.parse("2026-01-01T00:00:00Z");
        StatusCategory category = done ? StatusCategory.DONE : StatusCategory.TO_DO;
        return new WorkItem(
                id,
                key,
                project,
                projectKey,
                "Story",
                false,
                0,
                category,
                done ? "Done" : null,
                null,
                null,
                then,
                done ? then : null,
                false,
                null);
    }

    @Override
    public IndexHealth health() {
        return new IndexHealth(ready, ready ? 11 : 4, 11, 0);
    }

    @Override
    public Optional<Drift> drift() {
        return Optional.ofNullable(drift);
    }

    @Override
    public String node() {
        return "node1";
    }

    @Override
    public long staleParents() {
        return 3;
    }

    @Override
    public PlanReading plan(StrategyModel strategy, String planKey, Caller viewer) {
        return preview(strategy, Map.of(), planKey, viewer);
    }

    @Override
    public String stamp(StrategyModel strategy, String planKey, Caller viewer) {
        return strategy.version() + " " + index.version() + " " + queries.version() + " " + ready + viewer.key()
                + LocalDate.now(clock);
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public Map<LinkTarget, Shown> showAll(Collection<LinkTarget> targets, Caller viewer) {
        Map<LinkTarget, Shown> shown = new HashMap<>();
        targets.forEach(target -> shown.put(target, show(target, viewer)));
        return shown;
    }

    @Override
    public PlanReading preview(StrategyModel strategy, Map<Long, Found> found, String planKey, Caller viewer) {
        QueryMembers members = queries;
        for (Map.Entry<Long, Found> each : found.entrySet()) {
            members = members.with(each.getKey(), each.getValue().issues(), NOW);
        }
        Scoring scoring = scoring(strategy, members, LocalDate.now(clock));
        return new PlanReading() {
            @Override
            public IndexHealth health() {
                return FakeWork.this.health();
            }

            @Override
            public PlanScore score() {
                return scoring.plan(planKey);
            }

            @Override
            public OpenWork openWork() {
                return scoring.orphans(planKey, exempting(scoring), OrphanScan::openWork);
            }

            @Override
            public int hidden(String nodeKey) {
                return 0;
            }

            @Override
            public int hidden(long link) {
                return 0;
            }
        };
    }

    private static Exempting exempting(Scoring scoring) {
        Moment moment = scoring.moment();
        return ExemptionQueries.exempting(moment.strategy(), moment.queries(), moment.today());
    }

    @Override
    public List<String> drifting(StrategyModel strategy) {
        return scoring(strategy, queries, LocalDate.now(clock)).drifting();
    }

    @Override
    public Set<String> leads(StrategyModel strategy) {
        Scoring scoring = scoring(strategy, queries, LocalDate.now(clock));
        return scoring.orphans(null, exempting(scoring), scan -> {
            Set<String> leads = new HashSet<>();
            scan.forEach(
                    OrphanKind.ISSUE,
                    at -> browsing.lead(scan.work().projectId(scan.work().project(at)))
                            .ifPresent(leads::add));
            return leads;
        });
    }

    @Override
    public OrphanDesk orphans(StrategyModel strategy, String planKey, Caller viewer) {
        return previewOrphans(strategy, Map.of(), planKey, viewer);
    }

    @Override
    public OrphanDesk previewOrphans(StrategyModel strategy, Map<Long, Found> found, String planKey, Caller viewer) {
        QueryMembers members = queries;
        for (Map.Entry<Long, Found> each : found.entrySet()) {
            members = members.with(each.getKey(), each.getValue().issues(), NOW);
        }
        Scoring scoring = scoring(strategy, members, LocalDate.now(clock));
        return new OrphanDesk(scoring, exempting(scoring), planKey, browsing, viewer);
    }

    /** Who leads which project, by its id. */
    final Map<Long, String> leads = new HashMap<>();

    /** Everybody may browse ABC, and SECRET those who are cleared. */
    final Browsing browsing = new OpenBrowsing() {
        private final OpenBrowsing uncleared =
                new OpenBrowsing().hideProject(200).hideIssue(2001);

        @Override
        public Sight of(Caller viewer) {
            return CLEARED.contains(viewer.name()) ? super.of(viewer) : uncleared.of(viewer);
        }

        @Override
        public Map<Long, Card> cards(Collection<Long> ids, Caller viewer) {
            Map<Long, Card> cards = new HashMap<>();
            ids.forEach(id -> index.get(id)
                    .filter(item -> maySee(item.key(), viewer))
                    .ifPresent(item -> cards.put(id, new Card(item.key(), "S", "Story", "Open"))));
            return cards;
        }

        @Override
        public Optional<String> lead(long projectId) {
            return Optional.ofNullable(leads.get(projectId));
        }

        @Override
        public OptionalLong find(String issueKey, Caller viewer) {
            return maySee(issueKey, viewer) ? OptionalLong.of(id(issueKey)) : OptionalLong.empty();
        }
    };

    QueryMembers queries() {
        return queries;
    }

    /** A strategy scored for a day with the work of now. */
    Scoring on(StrategyModel strategy, LocalDate day) {
        return scoring(strategy, queries, day);
    }

    private Scoring scoring(StrategyModel strategy, QueryMembers members, LocalDate day) {
        WorkView view = index.view(WorkRules.defaults());
        return new Scoring(Moment.of(strategy, view, day).with(members).withAchieved(kept.apply(strategy)));
    }

    /** The clock of the moment, whichever that is. */
    Clock day() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return clock.instant();
            }
        };
    }

    @Override
    public Optional<IssueAlignment> alignment(StrategyModel strategy, String issueKey, Caller viewer) {
        if (!maySee(issueKey, viewer)) {
            return Optional.empty();
        }
        List<IssueAlignment.Reached> reached = strategy.links().stream()
                .filter(link -> link.target().ref().equals(issueKey))
                .map(link ->
                        new IssueAlignment.Reached(link.objective(), new Reach(Reach.Kind.SELF, issueKey, link.id())))
                .toList();
        return Optional.of(new IssueAlignment(
                issueKey, reached.isEmpty() ? IssueAlignment.State.ORPHAN : IssueAlignment.State.ALIGNED, reached));
    }

    @Override
    public WorkPage work(StrategyModel strategy, String objectiveKey, Caller viewer, int start, int limit) {
        List<WorkPage.Row> rows = strategy.linksOf(objectiveKey).stream()
                .filter(link -> maySee(link.target().ref(), viewer))
                .map(link -> new WorkPage.Row(
                        link.target().ref(),
                        "Summary",
                        "Story",
                        "Open",
                        StatusCategory.TO_DO,
                        1.0,
                        false,
                        false,
                        new Reach(Reach.Kind.SELF, link.target().ref(), link.id())))
                .toList();
        return new WorkPage(rows.size(), rows.stream().skip(start).limit(limit).toList());
    }

    private static boolean maySee(String key, Caller viewer) {
        boolean exists = key.matches("ABC-([1-9]|10)") || key.equals("SECRET-1");
        return exists && (key.startsWith("ABC") || CLEARED.contains(viewer.name()));
    }

    @Override
    public Resolved resolve(LinkTarget.Kind kind, String ref, Caller caller) {
        return switch (kind) {
            case ISSUE -> {
                String key = ref.equalsIgnoreCase("OLD-1") ? "ABC-1" : ref.toUpperCase();
                yield maySee(key, caller) ? found(LinkTarget.issue(key, id(key))) : Resolved.absent();
            }
            case PROJECT ->
                project(ref, caller)
                        .map(key -> found(LinkTarget.project(key, key.equals("ABC") ? 100L : 200L)))
                        .orElseGet(Resolved::absent);
            case JQL ->
                ref.startsWith("project") || ref.startsWith("labels")
                        ? new Resolved(
                                LinkTarget.jql(ref),
                                List.of(),
                                ref.contains("status") ? List.of("SHRINKS_WHEN_DONE") : List.of(),
                                new Found(new long[] {1001, 1002, 1003}, NOW))
                        : new Resolved(null, List.of("Field does not exist."), List.of());
        };
    }

    /** Former keys are left out, as by the index of the work. */
    @Override
    public Map<String, Resolved> resolveIssues(Collection<String> refs, Caller caller) {
        Map<String, Resolved> found = new HashMap<>();
        refs.stream()
                .filter(ref -> maySee(ref.toUpperCase(), caller))
                .forEach(ref -> found.put(ref, resolve(LinkTarget.Kind.ISSUE, ref, caller)));
        return found;
    }

    private static Resolved found(LinkTarget target) {
        return new Resolved(target, List.of(), List.of());
    }

    private static long id(String key) {
        long number = Long.parseLong(key.substring(key.indexOf('-') + 1));
        return key.startsWith("ABC") ? 1000 + number : 2000 + number;
    }

    @Override
    public Shown show(LinkTarget target, Caller viewer) {
        boolean hidden = target.ref().contains("SECRET") && !CLEARED.contains(viewer.name());
        return hidden ? new Shown(null, null, true, false) : new Shown(target.ref(), "Summary", false, false, 0);
    }

    @Override
    public boolean isGone(LinkTarget target) {
        return target.id() == null && target.kind() != LinkTarget.Kind.JQL;
    }

    @Override
    public Optional<Instant> evaluatedAt(long link) {
        return queries.evaluatedAt(link);
    }

    @Override
    public boolean isUnreadable(long link) {
        return false;
    }

    @Override
    public void keep(WorkLink link, Found found, Caller author) {
        queries = queries.with(link.id(), found.issues(), found.at());
    }

    @Override
    public void evaluate(WorkLink link) {
        queries = queries.with(link.id(), new long[] {1001}, NOW.plusSeconds(60));
    }

    @Override
    public Optional<String> issueType(String name) {
        return Stream.of("Story", "Epic").filter(name::equalsIgnoreCase).findFirst();
    }

    @Override
    public Optional<String> numberField(String nameOrId) {
        return nameOrId.equals("Story Points") ? Optional.of(nameOrId) : Optional.empty();
    }

    @Override
    public Optional<Measured> measured(String kpi) {
        return Optional.ofNullable(measured.get(kpi));
    }

    @Override
    public void measure(Kpi kpi) {
        measured.put(kpi.key(), new Measured(NOW, 3, null));
    }

    @Override
    public Optional<String> project(String key, Caller caller) {
        String upper = key.toUpperCase();
        boolean exists = upper.equals("ABC") || upper.equals("HR") || upper.equals("SECRET");
        boolean seen = exists && (!upper.equals("SECRET") || CLEARED.contains(caller.name()));
        return seen ? Optional.of(upper) : Optional.empty();
    }
}
