package io.throughline.app.live;

import io.throughline.app.access.Caller;
import io.throughline.core.work.WorkView;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Everybody may browse everything but what a test hides. Issue 7 of project 1 has the key P1-7. */
public class OpenBrowsing implements Browsing {
    private final Set<Long> hiddenProjects = new HashSet<>();
    private final Set<String> hiddenQueries = new HashSet<>();
    private final Set<Long> hiddenIssues = new HashSet<>();

    public OpenBrowsing hideProject(long id) {
        hiddenProjects.add(id);
        return this;
    }

    public OpenBrowsing hideQuery(String jql) {
        hiddenQueries.add(jql);
        return this;
    }

    public OpenBrowsing hideIssue(long id) {
        hiddenIssues.add(id);
        return this;
    }

    @Override
    public Sight of(Caller viewer) {
        return new Sight() {
            @Override
            public boolean project(long projectId) {
                return !hiddenProjects.contains(projectId);
            }

            @Override
            public boolean item(WorkView work, int position) {
                return issue(work.id(position))
                        && hiddenProjects.stream()
                                .noneMatch(hidden -> work.projectNumber(hidden).orElse(-1) == work.project(position));
            }

            @Override
            public boolean query(String jql) {
                return !hiddenQueries.contains(jql);
            }

            @Override
            public boolean issue(long id) {
                return !hiddenIssues.contains(id);
            }
        };
    }

    @Override
    public Optional<String> lead(long projectId) {
        return Optional.of("lead" + projectId);
    }

    @Override
    public String visibility(Caller viewer) {
        return "without " + hiddenProjects;
    }

    @Override
    public OptionalLong find(String issueKey, Caller viewer) {
        long id = Long.parseLong(issueKey.substring(issueKey.indexOf('-') + 1));
        return hiddenIssues.contains(id) ? OptionalLong.empty() : OptionalLong.of(id);
    }

    @Override
    public Map<Long, Card> cards(Collection<Long> ids, Caller viewer) {
        Map<Long, Card> cards = new HashMap<>();
        ids.stream()
                .filter(id -> !hiddenIssues.contains(id))
                .forEach(id -> cards.put(id, new Card("P1-" + id, "Summary of " + id, "Story", "Open")));
        return cards;
    }
}
