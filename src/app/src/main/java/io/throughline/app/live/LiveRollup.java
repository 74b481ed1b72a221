package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.access.Caller;
import io.throughline.app.store.Settings;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.scorecard.Standing;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The live roll-up: scores over the strategy of now and the work index of this node.
 *
 * <p>The sums are kept with every change of the index, each at the cost of what it touches; a plan is scored again only
 * when something in it changed. They are made anew, in one pass, when the structure of the strategy changes: links,
 * states, what is under what.
 */
@JiraComponent
public class LiveRollup implements WorkReading {
    private static final int KEPT = 4;

    private final IndexKeeper keeper;
    private final StrategyStore store;
    private final Browsing browsing;
    private final Supplier<QueryMembers> queries;
    private final Clock clock;
    /** The last scorings, newest first: while some write, others still answer for the strategy of a moment ago. */
    private volatile List<Scored> scored = List.of();

    /** How many sums there were; guarded by this. */
    private long lastSums;

    private volatile @Nullable Ruled ruled;

    @Inject
    public LiveRollup(IndexKeeper keeper, StrategyStore store, Browsing browsing, QueryKeeper queries) {
        this(keeper, store, browsing, queries::members, InstanceTime.clock());
    }

    LiveRollup(
            IndexKeeper keeper, StrategyStore store, Browsing browsing, Supplier<QueryMembers> queries, Clock clock) {
        this.keeper = keeper;
        this.store = store;
        this.browsing = browsing;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public IndexHealth health() {
        return keeper.health();
    }

    @Override
    public int size() {
        return keeper.index().size();
    }

    @Override
    public Optional<Drift> drift() {
        return keeper.drift();
    }

    @Override
    public String node() {
        return NodeName.HERE;
    }

    @Override
    public long staleParents() {
        return keeper.index().view(store.settings().workRules()).staleParents();
    }

    @Override
    public PlanReading plan(StrategyModel strategy, String planKey, Caller viewer) {
        IndexHealth health = keeper.health();
        Scoring scoring = scoring(strategy);
        return new PlanNumbers(health, scoring, exempting(scoring), planKey, browsing.of(viewer));
    }

    @Override
    public String stamp(StrategyModel strategy, String planKey, Caller viewer) {
        IndexHealth health = keeper.health();
        Scored found = scored(strategy);
        Scoring now = found.scoring;
        return String.join(
                " ",
                "" + found.versions.of(planKey),
                found.sums + "." + now.touched(planKey),
                "" + now.moment().queries().version(), // links tell when theirs ran
                now.moment().today().toString(),
                health.ready() ? "ready" : health.indexed() + "/" + health.total(),
                viewer.key(),
                browsing.visibility(viewer));
    }

    /** Computed aside: the versions of a strategy that is not stored mean nothing to what is kept here. */
    @Override
    public PlanReading preview(
            StrategyModel strategy, Map<Long, LinkTargets.Found> found, String planKey, Caller viewer) {
        Scoring scoring = preview(strategy, found);
        return new PlanNumbers(keeper.health(), scoring, exemptingOf(scoring.moment()), planKey, browsing.of(viewer));
    }

    private Scoring preview(StrategyModel strategy, Map<Long, LinkTargets.Found> found) {
        Scoring now = scoring(store.model());
        QueryMembers members = now.moment().queries();
        for (Map.Entry<Long, LinkTargets.Found> each : found.entrySet()) {
            members = members.with(
                    each.getKey(), each.getValue().issues(), each.getValue().at());
        }
        Moment moment = Moment.of(strategy, now.moment().work(), now.moment().today())
                .with(members)
                .withAchieved(now.moment().achieved())
                .in(now.moment().zone());
        return now.aside(moment);
    }

    @Override
    public Optional<IssueAlignment> alignment(StrategyModel strategy, String issueKey, Caller viewer) {
        OptionalLong id = browsing.find(issueKey, viewer);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Scoring scoring = scoring(strategy);
        Optional<Standing> standing = scoring.standing(id.getAsLong(), exempting(scoring));
        return standing.map(found -> alignment(scoring, id.getAsLong(), issueKey, found, viewer));
    }

    private IssueAlignment alignment(Scoring scoring, long id, String asked, Standing standing, Caller viewer) {
        WorkView work = scoring.moment().work();
        Browsing.Sight sight = browsing.of(viewer);
        List<IssueAlignment.Reached> reached = new ArrayList<>();
        StrategyModel strategy = scoring.moment().strategy();
        scoring.servings(id).forEach((plan, servings) -> {
            if (strategy.plan(plan).orElseThrow().state() == PlanState.ACTIVE) {
                servings.forEach(serving -> reached.add(
                        new IssueAlignment.Reached(serving.objective(), Reaches.of(serving, strategy, sight))));
            }
        });
        String key = work.position(id).isPresent() ? work.key(work.position(id).getAsInt()) : asked;
        return new IssueAlignment(key, IssueAlignment.State.valueOf(standing.name()), reached);
    }

    @Override
    public WorkPage work(StrategyModel strategy, String objectiveKey, Caller viewer, int start, int limit) {
        String plan = strategy.planOf(objectiveKey).map(Plan::key).orElseThrow();
        return new WorkRows(scoring(strategy), plan, browsing, viewer).page(objectiveKey, start, limit);
    }

    @Override
    public OrphanDesk orphans(StrategyModel strategy, @Nullable String planKey, Caller viewer) {
        Scoring scoring = scoring(strategy);
        return new OrphanDesk(scoring, exempting(scoring), planKey, browsing, viewer);
    }

    @Override
    public List<String> drifting(StrategyModel strategy) {
        return scoring(strategy).drifting();
    }

    @Override
    public Set<String> leads(StrategyModel strategy) {
        Scoring scoring = scoring(strategy);
        return Leads.of(scoring, exempting(scoring), browsing);
    }

    @Override
    public OrphanDesk previewOrphans(
            StrategyModel strategy, Map<Long, LinkTargets.Found> found, @Nullable String planKey, Caller viewer) {
        Scoring scoring = preview(strategy, found);
        return new OrphanDesk(scoring, exemptingOf(scoring.moment()), planKey, browsing, viewer);
    }

    private record Ruled(Settings settings, WorkRules rules) {}

    /** A scoring, since when its plans are as they are, and what is exempt at its moment once somebody asked. */
    private static final class Scored {
        final Scoring scoring;
        final PlanVersions versions;
        /** Of which sums it is: what touches a plan is counted anew for each. */
        final long sums;

        private @Nullable Exempting exempting;

        Scored(Scoring scoring, PlanVersions versions, long sums) {
            this.scoring = scoring;
            this.versions = versions;
            this.sums = sums;
        }

        synchronized Exempting exempting() {
            Exempting known = exempting;
            if (known == null) {
                known = exemptingOf(scoring.moment());
                exempting = known;
            }
            return known;
        }
    }

    /** What is exempt at the moment of a scoring: the same object as long as the moment is, so that scans are found again. */
    public Exempting exempting(Scoring scoring) {
        for (Scored each : scored) {
            if (each.scoring.moment() == scoring.moment()) {
                return each.exempting();
            }
        }
        return exemptingOf(scoring.moment());
    }

    private static Exempting exemptingOf(Moment moment) {
        return ExemptionQueries.exempting(moment.strategy(), moment.queries(), moment.today());
    }

    /** The scoring of now, shared by everyone who asks. Not to be asked by who holds the lock of the index. */
    public Scoring scoring(StrategyModel strategy) {
        return scored(strategy).scoring;
    }

    private Scored scored(StrategyModel strategy) {
        WorkRules rules = rulesOf(store.settings(strategy));
        keeper.follow(rules);
        WorkView work = keeper.index().view(rules);
        LocalDate today = LocalDate.now(clock);
        QueryMembers found = queries.get();
        Scored there = find(strategy, work, found, today);
        return there == null ? make(strategy, work, found, today) : there;
    }

    private @Nullable Scored find(StrategyModel strategy, WorkView work, QueryMembers found, LocalDate today) {
        for (Scored each : scored) {
            Moment moment = each.scoring.moment();
            if (moment.strategy().version() == strategy.version()
                    && moment.work() == work
                    && moment.queries() == found
                    && moment.today().equals(today)) {
                return each;
            }
        }
        return null;
    }

    private synchronized Scored make(StrategyModel strategy, WorkView work, QueryMembers found, LocalDate today) {
        Scored meanwhile = find(strategy, work, found, today);
        if (meanwhile != null) {
            return meanwhile;
        }
        List<Scored> before = scored;
        Moment now = moment(strategy, work, found, today);
        PlanVersions.State state = new PlanVersions.State(strategy, store.settings(strategy), store.kept(strategy));
        Scored last = before.isEmpty() ? null : before.get(0);
        Scoring newest = last == null ? null : last.scoring;
        // the second question because a database may be an older copy after all
        if (newest != null
                && strategy.version() < newest.moment().strategy().version()
                && strategy.version() < store.recent().version()) {
            // for one late asker; the sums of now stay those that are kept
            return new Scored(newest.next(now), PlanVersions.first(state), ++lastSums);
        }
        Scoring made = newest == null ? new Scoring(now).follow() : following(newest, now);
        Scored result = last == null
                ? new Scored(made, PlanVersions.first(state), ++lastSums)
                : new Scored(
                        made,
                        last.versions.next(state),
                        last.scoring.rollup() == made.rollup() ? last.sums : ++lastSums);
        List<Scored> next = new ArrayList<>(List.of(result));
        // those of another structure have lost their sums
        before.stream()
                .filter(each -> each.scoring.rollup() == made.rollup())
                .limit(KEPT - 1)
                .forEach(next::add);
        scored = List.copyOf(next);
        return result;
    }

    /** Folding and sorting names would cost more than all else that a page asks here, and settings hardly ever change. */
    private WorkRules rulesOf(Settings settings) {
        Ruled last = ruled;
        if (last == null || last.settings() != settings) {
            WorkRules wanted = settings.workRules();
            WorkRules there = keeper.index().view().rules();
            // the same object, where they are equal: then no name is compared with each question
            last = new Ruled(settings, wanted.equals(there) ? there : wanted);
            ruled = last;
        }
        return last.rules();
    }

    private Moment moment(StrategyModel strategy, WorkView work, QueryMembers found, LocalDate day) {
        return Moment.of(strategy, work, day)
                .with(found)
                .withAchieved(store.kept(strategy))
                .in(clock.getZone());
    }

    /** The scoring of a strategy for a day with the work of now; one that is not of now is not kept. */
    public Scoring on(StrategyModel strategy, LocalDate day) {
        Scoring now = scoring(store.model());
        Moment moment = now.moment();
        boolean isNow = moment.strategy().version() == strategy.version()
                && moment.today().equals(day);
        return isNow ? now : now.aside(moment(strategy, moment.work(), moment.queries(), day));
    }

    /** With another structure of the strategy come other sums; the old ones need not be kept any longer. */
    private static Scoring following(Scoring last, Moment now) {
        Scoring next = last.next(now);
        if (next.rollup() != last.rollup()) {
            next.follow();
            last.leave();
        }
        return next;
    }
}
