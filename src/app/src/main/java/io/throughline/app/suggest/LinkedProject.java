package io.throughline.app.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The linked issues of one project, to be searched. One index for each project: a caller's search goes over the projects
 * that the caller may browse, and nothing of another one, not even how often it uses a word, is in the answer.
 */
final class LinkedProject {
    private final List<IssueText> issues;
    private final TextIndex index;
    private final Map<Long, List<Long>> byParent = new HashMap<>();
    private final Map<String, List<Long>> byComponent = new HashMap<>();
    private final Map<String, List<Long>> byLabel = new HashMap<>();

    /** @param issues without security level, in a stable order */
    LinkedProject(List<IssueText> issues, Tokens tokens) {
        this.issues = List.copyOf(issues);
        List<TextIndex.Entry> entries = new ArrayList<>();
        for (IssueText each : issues) {
            entries.add(new TextIndex.Entry(
                    Long.toString(each.id()), each.summary(), each.description() + ' ' + each.tags()));
            if (each.parent() != 0) {
                add(byParent, each.parent(), each);
            }
            each.components().forEach(name -> add(byComponent, name, each));
            each.labels().forEach(name -> add(byLabel, name, each));
        }
        index = TextIndex.of(entries, tokens);
    }

    private static <K> void add(Map<K, List<Long>> to, K key, IssueText issue) {
        to.computeIfAbsent(key, unknown -> new ArrayList<>()).add(issue.id());
    }

    List<IssueText> issues() {
        return issues;
    }

    TextIndex index() {
        return index;
    }

    /** All of them if this is the project, else none. */
    List<Long> of(long project) {
        boolean isIt = !issues.isEmpty() && issues.get(0).project() == project;
        return isIt ? issues.stream().map(IssueText::id).toList() : List.of();
    }

    List<Long> under(long parent) {
        return byParent.getOrDefault(parent, List.of());
    }

    List<Long> withComponent(String name) {
        return byComponent.getOrDefault(name, List.of());
    }

    List<Long> withLabel(String name) {
        return byLabel.getOrDefault(name, List.of());
    }
}
