package io.throughline.core;

import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Scope;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Whatever can happen to a world, one random change at a time: to the world, and where it is about work, to the index too. */
public final class RandomChanges {
    private static final List<String> TYPES = List.of("Story", "Bug", "Epic", "Feature", "Initiative", "Sub-task");
    private static final List<String> RESOLUTIONS = List.of("Won't Do", "duplicate", "Fixed", "Parked");

    /** The last one left. */
    private static final List<String> OWNERS = List.of("pmo", "exec", "left");

    /** How often the rarer ones come is in {@link #pick}. */
    public enum Kind {
        CREATE,
        EDIT,
        TRANSITION,
        RESIZE,
        MOVE_PROJECT,
        REPARENT,
        CHANGE_TYPE,
        DELETE,
        RESTORE,
        ARCHIVE,
        SECURE,
        QUERY_MEMBERS,
        RULES,
        ADD_LINK,
        REMOVE_LINK,
        WEIGH_LINK,
        PLAN_STATE,
        PLAN_DEFAULT,
        OBJECTIVE_STATE,
        NEXT_DAY,
        PLAN_SCOPE,
        EXEMPT,
        UNEXEMPT,
        EXEMPT_MEMBERS,
        SETTLE
    }

    private static final Kind[] KINDS = Kind.values();

    private final World world;
    private final WorkIndex index;
    private final Random random;
    private final int ids;
    private final List<WorkItem> deleted = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private long nextLink;
    private long nextExemption = 1;

    public RandomChanges(World world, WorkIndex index, long seed) {
        this.world = world;
        this.index = index;
        random = new Random(seed * 31);
        ids = world.items.size() + 20;
        nextLink = world.links.size() + 1;
    }

    /** How many of each kind there were. */
    public Map<Kind, Integer> counts() {
        return counts;
    }

    /** Changes something; says what. */
    public Kind change() {
        Kind kind = pick();
        counts.merge(kind, 1, Integer::sum);
        switch (kind) {
            case CREATE -> put(RandomWorld.issue(random, 1 + random.nextInt(ids), ids));
            case DELETE -> delete();
            case RESTORE -> restore();
            case QUERY_MEMBERS -> world.members.replaceAll((link, found) -> random.nextInt(3) > 0 ? found : members());
            case RULES -> rules();
            case ADD_LINK, REMOVE_LINK, WEIGH_LINK -> link(kind);
            case PLAN_STATE, PLAN_DEFAULT, PLAN_SCOPE -> plan(kind);
            case EXEMPT, UNEXEMPT -> exempt(kind);
            case EXEMPT_MEMBERS ->
                world.exempted.replaceAll((exemption, found) -> random.nextBoolean() ? found : members());
            case OBJECTIVE_STATE -> objective();
            case NEXT_DAY -> world.today = world.today.plusDays(random.nextInt(5));
            case SETTLE -> index.settle();
            default -> edit(kind);
        }
        return kind;
    }

    /** Work changes all the time, the rest now and then. */
    private Kind pick() {
        Kind kind = KINDS[random.nextInt(KINDS.length)];
        return kind.compareTo(Kind.QUERY_MEMBERS) >= 0 && random.nextInt(12) > 0
                ? KINDS[random.nextInt(Kind.QUERY_MEMBERS.compareTo(Kind.CREATE))]
                : kind;
    }

    private void put(WorkItem item) {
        world.items.put(item.id(), item);
        index.upsert(item);
    }

    private void delete() {
        WorkItem item = anyItem();
        if (item != null) {
            world.items.remove(item.id());
            deleted.add(item);
            index.remove(item.id());
        }
    }

    private void restore() {
        if (!deleted.isEmpty()) {
            put(deleted.remove(random.nextInt(deleted.size())));
        }
    }

    private WorkItem anyItem() {
        List<WorkItem> all = new ArrayList<>(world.items.values());
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void edit(Kind kind) {
        WorkItem item = anyItem();
        if (item == null) {
            return;
        }
        WorkItem other = RandomWorld.issue(random, item.id(), ids);
        long project = kind == Kind.MOVE_PROJECT ? 1 + random.nextInt(4) : item.projectId();
        boolean transition = kind == Kind.TRANSITION;
        boolean typed = kind == Kind.CHANGE_TYPE;
        boolean sized = kind == Kind.RESIZE;
        String type = typed ? TYPES.get(random.nextInt(TYPES.size())) : item.issueType();
        boolean ends = transition && random.nextInt(3) == 0;
        StatusCategory category =
                ends ? StatusCategory.DONE : transition ? other.statusCategory() : item.statusCategory();
        put(new WorkItem(
                item.id(),
                "A-" + item.id(),
                project,
                "P" + project,
                type,
                typed ? type.equals("Sub-task") : item.subTask(),
                kind == Kind.REPARENT ? parentFor(item) : item.parentId(),
                category,
                ends || transition && random.nextBoolean()
                        ? RESOLUTIONS.get(random.nextInt(RESOLUTIONS.size()))
                        : transition ? null : item.resolution(),
                sized ? other.storyPoints() : item.storyPoints(),
                sized ? other.originalEstimateSeconds() : item.originalEstimateSeconds(),
                item.updated().plusSeconds(1),
                transition ? other.resolved() : item.resolved(),
                (kind == Kind.ARCHIVE) != item.archived(),
                kind != Kind.SECURE
                        ? item.securityLevel()
                        : random.nextBoolean() ? null : (Long) (long) random.nextInt(3)));
    }

    /** Usually one that is a level up, so that trees get deep; else any id, there or not. */
    private long parentFor(WorkItem item) {
        int level = world.rules.level(item.issueType(), item.subTask());
        List<Long> above = world.items.values().stream()
                .filter(each -> world.rules.level(each.issueType(), each.subTask()) == level + 1)
                .map(WorkItem::id)
                .toList();
        return above.isEmpty() || random.nextInt(3) == 0
                ? random.nextInt(ids)
                : above.get(random.nextInt(above.size()));
    }

    private long[] members() {
        return random.longs(random.nextInt(12), 1, ids + 1).toArray();
    }

    private void rules() {
        Map<String, Integer> levels = random.nextBoolean()
                ? Map.of("Epic", 1, "Feature", random.nextInt(3), "Initiative", 2)
                : Map.of("Epic", 1, "Initiative", 2, "Bug", random.nextInt(2));
        Set<String> cancelled = random.nextBoolean() ? WorkRules.DEFAULT_CANCELLED : Set.of("parked", "fixed");
        world.rules = new WorkRules(levels, cancelled, random.nextInt(4), 3600 * random.nextInt(9));
    }

    private void link(Kind kind) {
        if (kind == Kind.ADD_LINK && !world.objectives.isEmpty() && world.links.size() < 40) {
            String objective = world.objectives
                    .get(random.nextInt(world.objectives.size()))
                    .key();
            long target = 1 + random.nextInt(ids);
            LinkTarget to = switch (random.nextInt(3)) {
                case 0 -> LinkTarget.issue("A-" + target, target);
                case 1 -> LinkTarget.project("P" + target % 4, target % 4 + 1);
                default -> LinkTarget.jql("query " + nextLink);
            };
            if (to.kind() == LinkTarget.Kind.JQL) {
                world.members.put(nextLink, members());
            }
            world.links.add(new WorkLink(nextLink++, objective, to, null, World.THEN, 1));
        } else if (!world.links.isEmpty()) {
            int at = random.nextInt(world.links.size());
            WorkLink link = world.links.get(at);
            if (kind == Kind.WEIGH_LINK) {
                Double weight = 1.0 + random.nextInt(3);
                world.links.set(at, new WorkLink(link.id(), link.objective(), link.target(), weight, World.THEN, 2));
            } else {
                world.links.remove(at);
                world.members.remove(link.id());
            }
        }
    }

    private void plan(Kind kind) {
        int at = random.nextInt(world.plans.size());
        Plan plan = world.plans.get(at);
        PlanState state =
                kind == Kind.PLAN_STATE ? PlanState.values()[random.nextInt(PlanState.values().length)] : plan.state();
        Double size = kind == Kind.PLAN_DEFAULT ? (Double) (double) random.nextInt(5) : plan.defaultSize();
        world.plans.set(
                at,
                new Plan(
                        plan.key(),
                        plan.name(),
                        null,
                        null,
                        plan.start(),
                        plan.end(),
                        state,
                        null,
                        plan.sizeMeasure(),
                        size,
                        plan.thresholds(),
                        kind == Kind.PLAN_SCOPE ? scope() : plan.scope(),
                        plan.version() + 1));
    }

    private Scope scope() {
        return random.nextInt(3) == 0 ? null : new Scope(List.of("P1", "P" + (2 + random.nextInt(2))));
    }

    private void exempt(Kind kind) {
        if (kind == Kind.UNEXEMPT || world.exemptions.size() > 8) {
            if (!world.exemptions.isEmpty()) {
                Exemption gone = world.exemptions.remove(random.nextInt(world.exemptions.size()));
                world.exempted.remove(gone.id());
            }
            return;
        }
        Exemption.Kind by = Exemption.Kind.values()[random.nextInt(Exemption.Kind.values().length)];
        long id = nextExemption++;
        Long target = !by.hasTarget()
                ? null
                : by == Exemption.Kind.PROJECT ? (Long) (1L + random.nextInt(4)) : (Long) (1L + random.nextInt(ids));
        String ref = by == Exemption.Kind.ISSUE_TYPE ? TYPES.get(random.nextInt(TYPES.size())) : by + "-" + id;
        LocalDate expires = random.nextBoolean() ? null : world.today.plusDays(random.nextInt(6) - 1);
        world.exemptions.add(new Exemption(id, by, ref, target, "run", "pmo", World.THEN, expires, 1));
        if (by.isSearched()) {
            world.exempted.put(id, members());
        }
    }

    private void objective() {
        if (world.objectives.isEmpty()) {
            return;
        }
        int at = random.nextInt(world.objectives.size());
        Objective of = world.objectives.get(at);
        ObjectiveState state = ObjectiveState.values()[random.nextInt(ObjectiveState.values().length)];
        world.objectives.set(
                at,
                new Objective(
                        of.key(),
                        of.theme(),
                        of.parent(),
                        of.name(),
                        null,
                        OWNERS.get(random.nextInt(OWNERS.size())),
                        of.perspective(),
                        of.weight(),
                        of.start(),
                        of.due(),
                        state,
                        of.position(),
                        of.version() + 1));
    }
}
