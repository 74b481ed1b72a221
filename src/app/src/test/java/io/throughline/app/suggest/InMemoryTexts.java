package io.throughline.app.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Issues as a test says; it counts how many were read. */
public class InMemoryTexts implements IssueTexts {
    private final Map<Long, IssueText> texts = new HashMap<>();
    private final Map<Long, String> projects = new HashMap<>();
    private int read;

    public InMemoryTexts add(IssueText text) {
        texts.put(text.id(), text);
        return this;
    }

    /** An issue P1-7 of project 1 with no more than words. */
    public InMemoryTexts add(long project, long id, String summary) {
        return add(issue(project, id, summary));
    }

    static IssueText issue(long project, long id, String summary) {
        return new IssueText(
                id, "P" + project + "-" + id, project, "P" + project, 0, summary, "", Set.of(), Set.of(), false);
    }

    public InMemoryTexts name(long project, String name) {
        projects.put(project, name);
        return this;
    }

    public void clear() {
        texts.clear();
        projects.clear();
    }

    int read() {
        return read;
    }

    @Override
    public List<IssueText> read(Collection<Long> ids) {
        List<IssueText> found = new ArrayList<>();
        for (long id : ids) {
            Optional.ofNullable(texts.get(id)).ifPresent(found::add);
        }
        read += ids.size();
        return found;
    }

    @Override
    public Optional<String> projectName(long project) {
        return Optional.ofNullable(projects.get(project));
    }
}
