package io.throughline.app.live;

import io.throughline.app.access.Caller;
import io.throughline.core.strategy.StrategyModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the app asks the work: the roll-up of this node, as far as it is, for a given strategy. Nothing here searches
 * Jira or writes.
 */
public interface WorkReading {
    /** How far the work index of this node is. */
    IndexHealth health();

    /** How many issues the work index of this node holds now. */
    int size();

    /** What the last comparison of this node's work index with Jira found; empty before the first one since the start. */
    Optional<Drift> drift();

    /** The name of this node, for people who look after a cluster. */
    String node();

    /** How many parents are ignored because their level is not higher than their child's. */
    long staleParents();

    /** The numbers of every node of a plan as of now. Answers while indexing too; then only outcomes may be shown. */
    PlanReading plan(StrategyModel strategy, String planKey, Caller viewer);

    /**
     * What the numbers of a plan follow from, for one viewer: equal stamps mean equal numbers. A change of work that is in
     * no number of the plan leaves it as it is. An unknown plan has a stamp like any other.
     */
    String stamp(StrategyModel strategy, String planKey, Caller viewer);

    /**
     * The numbers of a plan as of now, but for a strategy that is not stored. Ask only when {@link #health} is ready.
     *
     * @param found what the queries of its new links find, by id of link
     */
    PlanReading preview(StrategyModel strategy, Map<Long, LinkTargets.Found> found, String planKey, Caller viewer);

    /**
     * Which objectives an issue serves, over all active plans. Ask only when {@link #health} is ready.
     *
     * @return empty when there is no such issue or the viewer may not browse it; nobody can tell which
     */
    Optional<IssueAlignment> alignment(StrategyModel strategy, String issueKey, Caller viewer);

    /**
     * The orphans of a plan, or of all that is in force. Ask only when {@link #health} is ready.
     *
     * @param planKey null for all ACTIVE plans together
     */
    OrphanDesk orphans(StrategyModel strategy, @Nullable String planKey, Caller viewer);

    /** Keys of the ACTIVE objectives of ACTIVE plans that drift. Ask only when {@link #health} is ready. */
    List<String> drifting(StrategyModel strategy);

    /** User keys of those who lead a project with orphans, over all ACTIVE plans together. */
    Set<String> leads(StrategyModel strategy);

    /**
     * The same for a strategy that is not stored.
     *
     * @param found what the queries of its new links and exemptions find, by id; see {@link ExemptionQueries}
     */
    OrphanDesk previewOrphans(
            StrategyModel strategy, Map<Long, LinkTargets.Found> found, @Nullable String planKey, Caller viewer);

    /**
     * The items behind an objective's delivery, those the viewer may browse, in a stable order. Ask only when
     * {@link #health} is ready.
     */
    WorkPage work(StrategyModel strategy, String objectiveKey, Caller viewer, int start, int limit);
}
