package io.throughline.app.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what speaks for each objective, for one caller and any number of orphans.
 *
 * <p>Likeness is the text engine's score (BM25), of the objective's own words and of the issues that are linked to it, each
 * further one counting half of the one before. What is linked already counts by its share: a component of whose four
 * linked issues three serve an objective (0.75, times 3 / 4.5) speaks half of {@link #COMPONENT} for it. The weights were chosen on
 * real groupings of issues and are measured by a test.
 */
final class Matching {
    private static final double OWN_WORDS = 1.5;
    private static final double ALIKE = 1;
    private static final double FURTHER = 0.5;
    private static final double SIBLINGS = 14;
    private static final double COMPONENT = 5;
    private static final double LABEL = 5;
    private static final double PROJECT = 4.5;
    private static final double LEAD = 2;

    private static final float SUMMARY = 1;
    private static final float TAGS = 0.5f;
    private static final float DESCRIPTION = 0.15f;

    /** Less than this is chance: one common word in a description. */
    private static final double LEAST = 2;
    /** A sum of so much is a score of a half. */
    private static final double HALF = 8;

    private static final int MOST = 3;
    private static final int REASONS = 3;
    private static final int NAMED_WORDS = 3;
    private static final int NAMED_ISSUES = 2;
    private static final int OBJECTIVES_LOOKED_AT = 50;
    private static final int ISSUES_LOOKED_AT = 40;
    private static final int SEARCHED_WORDS = 60;

    private final Tokens tokens;
    private final Linked linked;
    private final TextIndex objectives;
    private final Map<String, ObjectiveText> candidates;
    private final Collection<LinkedProject> projects;
    private final Map<Long, IssueText> texts = new HashMap<>();
    private final Map<String, Map<String, Share>> kept = new HashMap<>();

    /**
     * @param objectives index of at least the candidates
     * @param candidates what may be suggested, by key
     * @param projects those that the caller may browse
     */
    Matching(
            Tokens tokens,
            Linked linked,
            TextIndex objectives,
            Map<String, ObjectiveText> candidates,
            Collection<LinkedProject> projects) {
        this.tokens = tokens;
        this.linked = linked;
        this.objectives = objectives;
        this.candidates = candidates;
        this.projects = projects;
        projects.forEach(project -> project.issues().forEach(each -> texts.put(each.id(), each)));
    }

    /**
     * One reason before it is told.
     *
     * @param issues whose keys it would name
     */
    record Evidence(Because.Kind kind, double weight, List<Long> issues, List<String> words) {}

    /** An objective and all that speaks for it, the strongest first. */
    record Match(String objective, double sum, List<Evidence> evidence) {
        double score() {
            return Math.round(1000 * sum / (sum + HALF)) / 1000.0;
        }
    }

    /** The best objectives for an orphan, the best first. */
    List<Match> of(IssueText orphan, @Nullable String lead) {
        Map<String, List<Evidence>> found = new TreeMap<>();
        Map<String, Float> words = words(orphan);
        ownWords(orphan, words, found);
        alike(orphan, words, found);
        if (orphan.parent() != 0) {
            shares(orphan, "parent " + orphan.parent(), project -> project.under(orphan.parent()))
                    .forEach((objective, share) -> add(
                            found,
                            objective,
                            new Evidence(
                                    Because.Kind.SIBLINGS,
                                    SIBLINGS * share.weight(),
                                    first(share.issues()),
                                    List.of())));
        }
        for (String name : orphan.components()) {
            shares(orphan, "component " + name, project -> project.withComponent(name))
                    .forEach((objective, share) -> add(
                            found,
                            objective,
                            new Evidence(
                                    Because.Kind.COMPONENT, COMPONENT * share.weight(), List.of(), List.of(name))));
        }
        for (String name : orphan.labels()) {
            shares(orphan, "label " + name, project -> project.withLabel(name))
                    .forEach((objective, share) -> add(
                            found,
                            objective,
                            new Evidence(Because.Kind.LABEL, LABEL * share.weight(), List.of(), List.of(name))));
        }
        sameProject(orphan, found);
        if (lead != null) {
            candidates.values().stream()
                    .filter(each -> lead.equals(each.owner()))
                    .forEach(each ->
                            add(found, each.key(), new Evidence(Because.Kind.LEAD, LEAD, List.of(), List.of(lead))));
        }
        return best(found);
    }

    private static List<Match> best(Map<String, List<Evidence>> found) {
        return found.entrySet().stream()
                .map(each -> match(each.getKey(), each.getValue()))
                .filter(each -> each.sum() >= LEAST)
                .sorted(Comparator.comparingDouble(Match::sum).reversed())
                .limit(MOST)
                .toList();
    }

    private static Match match(String objective, List<Evidence> evidence) {
        List<Evidence> told = evidence.stream()
                .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
                .limit(REASONS)
                .toList();
        return new Match(
                objective, evidence.stream().mapToDouble(Evidence::weight).sum(), told);
    }

    /** What to search for, with weights: a summary is what somebody thought the issue is about. */
    private Map<String, Float> words(IssueText orphan) {
        Map<String, Float> words = new LinkedHashMap<>();
        tokens.words(orphan.summary()).keySet().forEach(word -> words.put(word, SUMMARY));
        tokens.words(orphan.tags()).keySet().forEach(word -> words.putIfAbsent(word, TAGS));
        tokens.words(orphan.description()).keySet().stream()
                .limit(Math.max(0, SEARCHED_WORDS - words.size()))
                .forEach(word -> words.putIfAbsent(word, DESCRIPTION));
        return words;
    }

    private void ownWords(IssueText orphan, Map<String, Float> words, Map<String, List<Evidence>> found) {
        for (TextIndex.Hit hit : TextIndex.search(List.of(objectives), words, OBJECTIVES_LOOKED_AT)) {
            ObjectiveText objective = candidates.get(hit.id());
            if (objective != null) {
                List<String> shared = shared(orphan, words, objective.text());
                add(found, hit.id(), new Evidence(Because.Kind.WORDS, OWN_WORDS * hit.score(), List.of(), shared));
            }
        }
    }

    private void alike(IssueText orphan, Map<String, Float> words, Map<String, List<Evidence>> found) {
        List<TextIndex> indexes = projects.stream().map(LinkedProject::index).toList();
        Map<String, List<TextIndex.Hit>> byObjective = new TreeMap<>();
        for (TextIndex.Hit hit : TextIndex.search(indexes, words, ISSUES_LOOKED_AT)) {
            long id = Long.parseLong(hit.id());
            if (id != orphan.id()) {
                linked.of(id).stream()
                        .filter(candidates::containsKey)
                        .forEach(key -> byObjective
                                .computeIfAbsent(key, unknown -> new ArrayList<>())
                                .add(hit));
            }
        }
        byObjective.forEach((key, hits) -> {
            double weight = 0;
            double next = ALIKE;
            for (TextIndex.Hit hit : hits) {
                weight += next * hit.score();
                next *= FURTHER;
            }
            List<Long> issues =
                    first(hits.stream().map(hit -> Long.parseLong(hit.id())).toList());
            IssueText nearest = Objects.requireNonNull(texts.get(issues.get(0)));
            List<String> shared = shared(orphan, words, nearest.text());
            add(found, key, new Evidence(Because.Kind.ALIKE, weight, issues, shared));
        });
    }

    /** Words of the orphan that another text uses too, those of the summary first, as the orphan writes them. */
    private List<String> shared(IssueText orphan, Map<String, Float> words, String other) {
        Set<String> there = tokens.words(other).keySet();
        Map<String, String> written = new LinkedHashMap<>(tokens.words(orphan.summary()));
        tokens.words(orphan.tags()).forEach(written::putIfAbsent);
        tokens.words(orphan.description()).forEach(written::putIfAbsent);
        return words.keySet().stream()
                .filter(there::contains)
                .map(word -> written.getOrDefault(word, word))
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .limit(NAMED_WORDS)
                .toList();
    }

    /** Of the linked issues that have something in common with the orphan, those that serve one objective. */
    private record Share(List<Long> issues, int all) {
        /** The share, and less of it while it rests on a single issue. */
        double weight() {
            return (double) issues.size() / all * issues.size() / (issues.size() + 1.5);
        }
    }

    /**
     * By objective. Kept, as one page of orphans asks for the same components and projects again and again; not for an orphan
     * that is linked elsewhere, which must not speak for itself.
     */
    private Map<String, Share> shares(IssueText orphan, String what, Function<LinkedProject, List<Long>> common) {
        return linked.of(orphan.id()).isEmpty()
                ? kept.computeIfAbsent(what, unknown -> shares(orphan, common))
                : shares(orphan, common);
    }

    private Map<String, Share> shares(IssueText orphan, Function<LinkedProject, List<Long>> common) {
        Map<String, List<Long>> byObjective = new TreeMap<>();
        int all = 0;
        for (LinkedProject project : projects) {
            for (long id : common.apply(project)) {
                all++;
                for (String key : id == orphan.id() ? Set.<String>of() : linked.of(id)) {
                    if (candidates.containsKey(key)) {
                        byObjective
                                .computeIfAbsent(key, unknown -> new ArrayList<>())
                                .add(id);
                    }
                }
            }
        }
        Map<String, Share> shares = new TreeMap<>();
        for (Map.Entry<String, List<Long>> each : byObjective.entrySet()) {
            shares.put(each.getKey(), new Share(each.getValue(), all));
        }
        return shares;
    }

    private void sameProject(IssueText orphan, Map<String, List<Evidence>> found) {
        shares(orphan, "project " + orphan.project(), project -> project.of(orphan.project()))
                .forEach((objective, share) -> add(
                        found,
                        objective,
                        new Evidence(
                                Because.Kind.PROJECT,
                                PROJECT * share.weight(),
                                List.of(),
                                List.of("" + share.issues().size(), "" + share.all(), orphan.projectKey()))));
    }

    private static List<Long> first(List<Long> issues) {
        return issues.stream().limit(NAMED_ISSUES).toList();
    }

    private static void add(Map<String, List<Evidence>> to, String objective, Evidence evidence) {
        if (evidence.weight() > 0) {
            to.computeIfAbsent(objective, unknown -> new ArrayList<>()).add(evidence);
        }
    }
}
