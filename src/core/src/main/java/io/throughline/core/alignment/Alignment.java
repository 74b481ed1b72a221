package io.throughline.core.alignment;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.QueryMembers;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which links of one plan hold which items.
 *
 * <p>Four steps, the first one that finds anything decides: links to the item itself; to its nearest linked ancestor;
 * queries that match it or, failing that, its nearest matched ancestor; its own project (not its parent's). Several links
 * on the deciding step all hold it, but within one objective only the oldest. Links of objectives that are DRAFT or
 * ABANDONED do not exist here; those of ACHIEVED ones do. Cancelled items, sub-tasks and archived items have an
 * alignment like all others; what counts is decided later.
 *
 * <p>Example: epic E is linked to OBJ-1 and its project P to OBJ-2. A story under E serves OBJ-1 only, a story of P
 * without an epic OBJ-2, and a story of project Q under E again OBJ-1.
 */
public final class Alignment {
    private final WorkView work;
    private final LinkTable links;
    private final LinkSets sets;
    private final Map<Integer, Integer> byIssue = new HashMap<>();
    private final Map<Integer, Integer> byQuery = new HashMap<>();
    private final Map<Integer, Integer> byProject = new HashMap<>();
    private final Map<Integer, Integer> oncePerObjective = new HashMap<>();
    private final int[] held;

    /**
     * Aligns all work with one plan, in one pass.
     *
     * @param links the table of all links of {@code model}
     * @param sets where the answers are interned; may be shared by the plans of one model
     */
    public Alignment(
            StrategyModel model, String planKey, LinkTable links, LinkSets sets, WorkView work, QueryMembers queries) {
        this.work = work;
        this.links = links;
        this.sets = sets;
        for (Objective objective : model.objectivesIn(planKey)) {
            if (objective.state().takesPart()) {
                model.linksOf(objective.key()).forEach(link -> place(link, queries));
            }
        }
        held = pass();
    }

    private void place(WorkLink link, QueryMembers queries) {
        int single = sets.single(links.number(link));
        LinkTarget target = link.target();
        if (target.kind() == LinkTarget.Kind.JQL) {
            for (long issue : queries.issues(link.id())) {
                work.position(issue).ifPresent(at -> byQuery.merge(at, single, sets::union));
            }
        } else if (target.id() == null) {
            return; // the target does not exist: a dead link holds nothing
        } else if (target.kind() == LinkTarget.Kind.ISSUE) {
            work.position(target.id()).ifPresent(at -> byIssue.merge(at, single, sets::union));
        } else {
            work.projectNumber(target.id()).ifPresent(project -> byProject.merge(project, single, sets::union));
        }
    }

    private int[] pass() {
        int[] issue = spread(byIssue);
        int[] query = spread(byQuery);
        int[] answer = new int[work.size()];
        for (int at = 0; at < answer.length; at++) {
            int set = issue[at];
            if (set == LinkSets.EMPTY) {
                set = query[at];
            }
            if (set == LinkSets.EMPTY) {
                set = byProject.getOrDefault(work.project(at), LinkSets.EMPTY);
            }
            answer[at] = set == LinkSets.EMPTY ? set : oncePerObjective.computeIfAbsent(set, this::oldestPerObjective);
        }
        return answer;
    }

    /** Hands sets down from parents to children that have none of their own. */
    private int[] spread(Map<Integer, Integer> own) {
        int[] spread = new int[work.size()];
        if (own.isEmpty()) {
            return spread;
        }
        own.forEach((at, set) -> spread[at] = set);
        for (int at = 0; at < spread.length; at++) {
            int parent = work.parent(at);
            if (spread[at] == LinkSets.EMPTY && parent != WorkView.NONE) {
                spread[at] = spread[parent];
            }
        }
        return spread;
    }

    private int oldestPerObjective(int set) {
        Set<String> seen = new HashSet<>();
        return sets.filter(set, link -> seen.add(links.link(link).objective()));
    }

    /** The set of links, in the {@link LinkSets} given, that hold the item at a position. */
    public int heldBy(int position) {
        return held[position];
    }

    /** Which objectives the item at a position serves and how, by age of link; empty if none. */
    public List<Serving> servings(int position) {
        List<Serving> found = new ArrayList<>();
        sets.forEach(held[position], number -> found.add(serving(links.link(number), position)));
        return List.copyOf(found);
    }

    private Serving serving(WorkLink link, int position) {
        int linked = nearest(byIssue, position);
        if (linked != WorkView.NONE) {
            Via via = linked == position ? Via.SELF : Via.PARENT;
            return new Serving(link.objective(), link.id(), via, work.key(linked), work.id(linked));
        }
        int matched = nearest(byQuery, position);
        if (matched != WorkView.NONE) {
            return new Serving(
                    link.objective(), link.id(), Via.QUERY, link.target().ref(), work.id(matched));
        }
        String project =
                work.projectKey(work.project(position)).orElse(link.target().ref());
        return new Serving(link.objective(), link.id(), Via.PROJECT, project, 0);
    }

    private int nearest(Map<Integer, Integer> own, int position) {
        int at = position;
        while (at != WorkView.NONE && !own.containsKey(at)) {
            at = work.parent(at);
        }
        return at;
    }
}
