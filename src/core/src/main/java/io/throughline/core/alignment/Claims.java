package io.throughline.core.alignment;

import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.LongIntMap;
import io.throughline.core.work.QueryMembers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Which links of all plans claim an issue or a project by name or by query, and which claim wins.
 *
 * <p>Plans do not get in each other's way: of what an item inherits, a plan's links fall away only where the item has
 * links of the same plan and the same step itself. That is why one set can stand for all plans.
 */
final class Claims {
    private static final int NO_PLAN = -1;

    private final LinkTable links;
    private final LinkSets sets;
    /** By link: the number of its plan, {@link #NO_PLAN} where its objective does not take part. */
    private final int[] plan;

    private final int[] objective;
    private final boolean[] isQuery;
    private final LongIntMap byIssue = new LongIntMap(64);
    private final Map<Long, Integer> byProject = new HashMap<>();
    private final List<WorkLink> queryLinks = new ArrayList<>();
    private final LongIntMap inherited = new LongIntMap(64);
    private QueryMembers queries = QueryMembers.none();
    private long version;

    Claims(StrategyModel model, LinkTable links, LinkSets sets) {
        this.links = links;
        this.sets = sets;
        plan = new int[links.size()];
        objective = new int[links.size()];
        isQuery = new boolean[links.size()];
        Map<String, Integer> plans = new HashMap<>();
        Map<String, Integer> objectives = new HashMap<>();
        for (int link = 0; link < links.size(); link++) {
            WorkLink each = links.link(link);
            String key = each.objective();
            String home = model.objective(key)
                    .map(Objective::state)
                    .filter(state -> state.takesPart())
                    .flatMap(state -> model.planOf(key))
                    .map(Plan::key)
                    .orElse("");
            plan[link] = home.isEmpty() ? NO_PLAN : plans.computeIfAbsent(home, added -> plans.size());
            objective[link] = objectives.computeIfAbsent(key, added -> objectives.size());
            isQuery[link] = each.target().kind() == LinkTarget.Kind.JQL;
            if (plan[link] != NO_PLAN) {
                place(each, link);
            }
        }
    }

    private void place(WorkLink link, int number) {
        Long target = link.target().id();
        if (link.target().kind() == LinkTarget.Kind.JQL) {
            queryLinks.add(link);
        } else if (target != null && target > 0) { // else the target does not exist: a dead link holds nothing
            if (link.target().kind() == LinkTarget.Kind.ISSUE) {
                byIssue.put(target, sets.union(ofIssue(target), sets.single(number)));
            } else {
                byProject.merge(target, sets.single(number), sets::union);
            }
        }
    }

    /** Takes over what queries find now. {@code changed} is told each issue whose claims changed. */
    void follow(QueryMembers found, LongConsumer changed) {
        QueryMembers before = queries;
        queries = found;
        for (WorkLink link : queryLinks) {
            int number = links.number(link);
            int single = sets.single(number);
            found.compare(
                    before,
                    link.id(),
                    issue -> change(issue, sets.union(ofIssue(issue), single), changed),
                    issue -> change(issue, sets.filter(ofIssue(issue), each -> each != number), changed));
        }
    }

    private void change(long issue, int set, LongConsumer changed) {
        if (issue > 0) {
            version++;
            byIssue.put(issue, set);
            changed.accept(issue);
        }
    }

    /** The links to an issue itself and of queries that find it. */
    int ofIssue(long issue) {
        int known = byIssue.get(issue);
        return known == LongIntMap.ABSENT ? LinkSets.EMPTY : known;
    }

    /** The links to a project. */
    int ofProject(long project) {
        return byProject.getOrDefault(project, LinkSets.EMPTY);
    }

    /** Rises whenever the claims of an issue change. */
    long version() {
        return version;
    }

    /** How many issues have, or had, claims. */
    int issues() {
        return byIssue.size();
    }

    void forEachIssue(LongIntMap.Visitor visitor) {
        byIssue.forEach(visitor);
    }

    /** What an item has when its parent has {@code above} and it has {@code own} itself: nearest wins, step by step. */
    int below(int above, int own) {
        int known = knownBelow(above, own);
        if (known == LongIntMap.ABSENT) {
            BitSet steps = new BitSet();
            sets.forEach(own, link -> steps.set(step(link)));
            known = sets.union(own, sets.filter(above, link -> !steps.get(step(link))));
            inherited.put(pair(above, own), known);
        }
        return known;
    }

    /** The same if it was asked before, else {@link LongIntMap#ABSENT}: changes nothing, so several may ask at once. */
    int knownBelow(int above, int own) {
        if (own == LinkSets.EMPTY || above == LinkSets.EMPTY) {
            return own == LinkSets.EMPTY ? above : own;
        }
        return inherited.get(pair(above, own));
    }

    private static long pair(int above, int own) {
        return ((long) above << 32) | own;
    }

    private int step(int link) {
        return plan[link] * 2 + (isQuery[link] ? 1 : 0);
    }

    /**
     * The links that hold an item in the end: for each plan those to issues, else those by query, else those to the
     * project; inside one objective only the oldest.
     */
    int held(int claimed, long project) {
        BitSet byIssueHere = new BitSet();
        BitSet claimedHere = new BitSet();
        sets.forEach(claimed, link -> {
            claimedHere.set(plan[link]);
            if (!isQuery[link]) {
                byIssueHere.set(plan[link]);
            }
        });
        int near = sets.filter(claimed, link -> !isQuery[link] || !byIssueHere.get(plan[link]));
        int far = sets.filter(ofProject(project), link -> !claimedHere.get(plan[link]));
        BitSet seen = new BitSet();
        return sets.filter(sets.union(near, far), link -> {
            boolean isOldest = !seen.get(objective[link]);
            seen.set(objective[link]);
            return isOldest;
        });
    }

    long bytes() {
        return byIssue.bytes() + inherited.bytes() + plan.length * 9L;
    }
}
