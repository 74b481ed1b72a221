package io.throughline.app.suggest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.access.Caller;
import io.throughline.app.live.Browsing;
import io.throughline.app.live.IndexKeeper;
import io.throughline.app.live.QueryKeeper;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.QueryMembers;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Suggests objectives for orphans: up to three each, with the reason.
 *
 * <p>Asking never waits for much: what the strategy says is indexed at once, what linked issues say when there are few of
 * them unread, else by {@link #tick} in the background; until then suggestions follow from less. Read texts are kept
 * until the issue changes.
 *
 * <p>Privacy: linked issues take part when the caller may browse their project and they have no security level; of these,
 * only such are named as the permission manager grants one by one.
 */
@JiraComponent
public class Suggester {
    /** So many unread issues are read while somebody waits: one reading of Jira. */
    private static final int AT_ONCE = 500;
    /** So many at most in one tick. */
    private static final int IN_A_TICK = 5_000;

    private final IssueTexts source;
    private final StrategyStore store;
    private final Supplier<QueryMembers> queries;
    private final Browsing browsing;
    private final Tokens tokens = new Tokens();
    private final Map<Long, IssueText> texts = new ConcurrentHashMap<>();
    private final Set<Long> gone = ConcurrentHashMap.newKeySet();
    private @Nullable Known known;
    /** Rises when texts were read or forgotten. */
    private long readings;

    @Inject
    public Suggester(
            IssueTexts source, StrategyStore store, QueryKeeper queries, Browsing browsing, IndexKeeper index) {
        this(source, store, queries::members, browsing);
        index.onRead(this::forget);
    }

    public Suggester(IssueTexts source, StrategyStore store, Supplier<QueryMembers> queries, Browsing browsing) {
        this.source = source;
        this.store = store;
        this.queries = queries;
        this.browsing = browsing;
    }

    /** What is indexed, and what it was made from. */
    private record Known(
            StrategyModel model,
            QueryMembers queries,
            long readings,
            Linked linked,
            List<ObjectiveText> objectives,
            TextIndex index,
            Map<Long, LinkedProject> projects) {}

    /**
     * Objectives that issues might serve, those of ACTIVE plans or of one plan.
     *
     * @param issues ids of issues that the viewer may browse; a page of them
     * @return by id, the best first; an issue for which nothing speaks has an empty list
     */
    public Map<Long, List<Suggestion>> forIssues(
            StrategyModel model, @Nullable String plan, Collection<Long> issues, Caller viewer) {
        if (issues.isEmpty()) {
            return Map.of();
        }
        Matching matching = matching(model, plan, viewer);
        Map<Long, List<Matching.Match>> matches = new LinkedHashMap<>();
        Map<Long, Optional<String>> leads = new HashMap<>();
        for (IssueText each : source.read(issues)) {
            String lead = leads.computeIfAbsent(each.project(), browsing::lead).orElse(null);
            matches.put(each.id(), matching.of(each, lead));
        }
        return told(matches, viewer);
    }

    /** The same for one issue by its key; empty if there is none or the viewer may not browse it. */
    public Optional<List<Suggestion>> forIssue(
            StrategyModel model, @Nullable String plan, String issueKey, Caller viewer) {
        OptionalLong id = browsing.find(issueKey, viewer);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(forIssues(model, plan, List.of(id.getAsLong()), viewer)
                        .getOrDefault(id.getAsLong(), List.of()));
    }

    /** Objectives that a whole project might serve, by its name and its lead. */
    public List<Suggestion> forProject(
            StrategyModel model, @Nullable String plan, long project, String projectKey, Caller viewer) {
        String name = source.projectName(project).orElse(projectKey);
        IssueText text = new IssueText(0, projectKey, project, projectKey, 0, name, "", Set.of(), Set.of(), false);
        List<Matching.Match> matches =
                matching(model, plan, viewer).of(text, browsing.lead(project).orElse(null));
        return told(Map.of(0L, matches), viewer).getOrDefault(0L, List.of());
    }

    private Matching matching(StrategyModel model, @Nullable String plan, Caller viewer) {
        Known now = known(model);
        Map<String, ObjectiveText> candidates = new TreeMap<>();
        for (ObjectiveText each : now.objectives()) {
            if (isAsked(model, each.key(), plan)) {
                candidates.put(each.key(), each);
            }
        }
        Browsing.Sight sight = browsing.of(viewer);
        List<LinkedProject> seen = now.projects().entrySet().stream()
                .filter(each -> sight.project(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Matching(tokens, now.linked(), now.index(), candidates, seen);
    }

    private static boolean isAsked(StrategyModel model, String objective, @Nullable String plan) {
        Optional<Plan> home = model.planOf(objective);
        return plan == null
                ? home.map(Plan::state).filter(PlanState.ACTIVE::equals).isPresent()
                : home.map(Plan::key).filter(plan::equals).isPresent();
    }

    /** Puts keys in the place of ids; a reason that would name nothing the viewer may browse is left out. */
    private Map<Long, List<Suggestion>> told(Map<Long, List<Matching.Match>> matches, Caller viewer) {
        Set<Long> named = matches.values().stream()
                .flatMap(List::stream)
                .flatMap(match -> match.evidence().stream())
                .flatMap(evidence -> evidence.issues().stream())
                .collect(Collectors.toSet());
        Map<Long, Browsing.Card> cards = named.isEmpty() ? Map.of() : browsing.cards(named, viewer);
        Map<Long, List<Suggestion>> told = new HashMap<>();
        matches.forEach((id, found) -> {
            List<Suggestion> suggestions = new ArrayList<>();
            for (Matching.Match match : found) {
                List<Because> because = because(match, cards);
                if (!because.isEmpty()) {
                    suggestions.add(new Suggestion(match.objective(), match.score(), because));
                }
            }
            told.put(id, suggestions);
        });
        return told;
    }

    private static List<Because> because(Matching.Match match, Map<Long, Browsing.Card> cards) {
        List<Because> because = new ArrayList<>();
        for (Matching.Evidence each : match.evidence()) {
            List<String> named = each.issues().stream()
                    .filter(cards::containsKey)
                    .map(id -> cards.get(id).key())
                    .toList();
            if (each.issues().isEmpty() || !named.isEmpty()) {
                because.add(new Because(each.kind(), named, each.words()));
            }
        }
        return because;
    }

    /** Reads what could not be read while somebody waited. Call it every few seconds, on every node. */
    public void tick() {
        StrategyModel model = store.model();
        Linked linked = new Linked(model, queries.get());
        List<Long> unread = unread(linked).stream().limit(IN_A_TICK).toList();
        for (int from = 0; from < unread.size(); from += AT_ONCE) {
            read(unread.subList(from, Math.min(from + AT_ONCE, unread.size())));
        }
    }

    private List<Long> unread(Linked linked) {
        return linked.issues().stream()
                .filter(id -> !texts.containsKey(id) && !gone.contains(id))
                .toList();
    }

    private void read(List<Long> ids) {
        gone.addAll(ids);
        for (IssueText each : source.read(ids)) {
            texts.put(each.id(), each);
            gone.remove(each.id());
        }
        stale();
    }

    private void forget(Collection<Long> changed) {
        boolean any = texts.keySet().removeAll(Set.copyOf(changed));
        if (gone.removeAll(changed) || any) {
            stale();
        }
    }

    private synchronized void stale() {
        readings++;
    }

    /** What is indexed for a strategy; only what changed is indexed again. */
    private Known known(StrategyModel model) {
        QueryMembers found = queries.get();
        Known last = current(model, found);
        if (last != null) {
            return last;
        }
        Linked linked = new Linked(model, found);
        List<Long> unread = unread(linked);
        if (!unread.isEmpty() && unread.size() <= AT_ONCE) {
            read(unread);
        }
        return keep(model, found, linked);
    }

    private synchronized @Nullable Known current(StrategyModel model, QueryMembers found) {
        Known last = known;
        boolean holds = last != null && last.model() == model && last.queries() == found && last.readings() == readings;
        return holds ? last : null;
    }

    private synchronized Known keep(StrategyModel model, QueryMembers found, Linked linked) {
        Known last = known;
        List<ObjectiveText> objectives = model.objectives().stream()
                .filter(each -> each.state() == ObjectiveState.ACTIVE)
                .map(each -> ObjectiveText.of(each, model))
                .toList();
        boolean isSame = last != null && last.objectives().equals(objectives);
        TextIndex index = isSame
                ? last.index()
                : TextIndex.of(objectives.stream().map(ObjectiveText::entry).toList(), tokens);
        texts.keySet().retainAll(linked.issues());
        Map<Long, List<IssueText>> byProject = texts.values().stream()
                .filter(each -> !each.secured())
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .collect(Collectors.groupingBy(IssueText::project));
        Map<Long, LinkedProject> projects = new TreeMap<>();
        byProject.forEach((project, issues) -> {
            LinkedProject before = last == null ? null : last.projects().get(project);
            boolean stays = before != null && before.issues().equals(issues);
            projects.put(project, stays ? before : new LinkedProject(issues, tokens));
        });
        Known now = new Known(model, found, readings, linked, objectives, index, projects);
        known = now;
        return now;
    }
}
