package io.throughline.host.jira.jql;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import io.throughline.host.jira.TestJira;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueParts;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.model.IssueRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A seeded handful of issues in two projects, with values missing here and there. */
final class JqlWorld {
    static final List<String> LABELS = List.of("alpha", "Beta", "gamma");
    static final List<String> COMPONENTS = List.of("Core", "Edge");
    static final List<String> WORDS = List.of("signal", "track", "driver", "winter", "advice");
    static final List<String> PEOPLE = List.of("dev", "pmo", "exec");

    final TestJira jira;
    final List<IssueRow> rows;
    final Map<Long, IssueParts> parts;
    final Map<Long, String> components;
    private final Random random;
    private final List<Issue> epics = new ArrayList<>();

    JqlWorld(TestJira jira, long seed, int size) {
        this.jira = jira;
        this.random = new Random(seed);
        List<Project> projects = List.of(jira.project("ONE"), jira.project("TWO"));
        components = new java.util.HashMap<>();
        for (Project project : projects) {
            for (String name : COMPONENTS) {
                components.put(
                        jira.data()
                                .projects()
                                .addComponent(project.getId(), name, "")
                                .id(),
                        name);
            }
        }
        for (int i = 0; i < size; i++) {
            jira.at("2026-03-" + String.format("%02d", 1 + random.nextInt(28)) + "T10:00:00Z");
            add(projects.get(random.nextInt(2)), i);
        }
        jira.at("2026-03-15T10:00:00Z");
        rows = jira.data().issues().find(ids(projects));
        parts = jira.data().issues().parts(rows.stream().map(IssueRow::id).toList());
    }

    private List<Long> ids(List<Project> projects) {
        return projects.stream()
                .flatMap(project -> jira.data().issues().idsOfProject(project.getId()).stream())
                .toList();
    }

    private void add(Project project, int number) {
        boolean isEpic = number < 4;
        String type = isEpic ? "Epic" : pick(List.of("Story", "Bug", "Task"));
        String summary = pick(WORDS) + " " + pick(WORDS) + " " + number;
        Issue issue = jira.issue(project, type, summary, draft -> {
            draft.assignee = random.nextInt(3) == 0 ? null : pick(PEOPLE);
            draft.priorityId = random.nextInt(4) == 0 ? null : Long.valueOf(1 + random.nextInt(5));
            draft.due = random.nextBoolean() ? null : LocalDate.of(2026, 3, 1 + random.nextInt(28));
            LABELS.stream().filter(label -> random.nextInt(3) == 0).forEach(draft.labels::add);
            jira.data().projects().components(project.getId()).stream()
                    .filter(component -> random.nextInt(3) == 0)
                    .forEach(component -> draft.components.add(component.id()));
            if (!isEpic && random.nextInt(3) > 0) {
                draft.fields.put(
                        field(FieldTypes.EPIC_LINK).id(),
                        FieldValue.ofIssue(pick(epics).getId()));
            }
            if (random.nextBoolean()) {
                long points = jira.data().constants().storyPoints().id();
                draft.fields.put(points, FieldValue.ofNumber(random.nextInt(5)));
            }
        });
        if (isEpic) {
            epics.add(issue);
        } else if (random.nextInt(4) == 0) {
            jira.issue(project, "Sub-task", "part " + pick(WORDS), draft -> draft.parentId = issue.getId());
        }
        if (random.nextBoolean()) {
            Constant.Status status = jira.status(pick(List.of("In Progress", "Done")));
            Optional<Constant.Resolution> resolution =
                    jira.data().constants().resolutions().byName(pick(List.of("Done", "Duplicate")));
            jira.services.issueDesk().transition(issue.getId(), status, resolution, draft -> {}, jira.user("dev"));
        }
    }

    Constant.Field field(String typeKey) {
        return jira.data().constants().field(typeKey);
    }

    List<Issue> epics() {
        return epics;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Random random() {
        return random;
    }
}
