package io.throughline.host.jira.service;

import com.atlassian.jira.event.type.EventType;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.model.StatusCategories;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The workflow of a project: like Jira's simplified one, every status can be reached from every other by a transition of its name.
 * A new project has To Do, In Progress and Done; an imported one has the statuses of its issues.
 */
public final class Workflow {
    /** By which an issue comes about; the number is that of Jira's default workflow. */
    private static final int CREATE = 1;

    private final JiraData data;

    /** @param id what REST names it by, stable for one project */
    public record Transition(int id, String name, Constant.Status to) {}

    Workflow(JiraData data) {
        this.data = data;
    }

    /** In the order of work: to do, in progress, done. */
    public List<Constant.Status> statuses(long projectId) {
        List<Long> ids = data.projects().statusIds(projectId);
        List<Constant.Status> statuses = ids.isEmpty()
                ? List.of(named("To Do"), named("In Progress"), named("Done"))
                : ids.stream().map(data.constants().statuses()::get).toList();
        return statuses.stream()
                .sorted(Comparator.comparingInt((Constant.Status status) -> rank(status.categoryId()))
                        .thenComparing(Constant.Status::id))
                .toList();
    }

    /** Where a new issue starts. */
    public Constant.Status first(long projectId) {
        List<Constant.Status> statuses = statuses(projectId);
        return statuses.stream()
                .filter(status -> status.categoryId() == StatusCategories.TO_DO)
                .findFirst()
                .orElse(statuses.get(0));
    }

    /** The one by which an issue comes about: the initial action of the workflow. */
    public Transition create(long projectId) {
        return new Transition(CREATE, "Create", first(projectId));
    }

    /** Every status but the present one. */
    public List<Transition> transitions(long projectId, long fromStatus) {
        return statuses(projectId).stream()
                .filter(status -> status.id() != fromStatus)
                .map(status -> new Transition(transitionId(status.id()), status.name(), status))
                .toList();
    }

    public Optional<Transition> transition(long projectId, long fromStatus, String id) {
        return transitions(projectId, fromStatus).stream()
                .filter(transition -> Integer.toString(transition.id()).equals(id))
                .findFirst();
    }

    /** Which event a transition fires is a workflow's to say; here it follows what Jira's default workflow does. */
    Long eventType(Constant.Status to) {
        return switch (to.name().toLowerCase(Locale.ROOT)) {
            case "resolved" -> EventType.ISSUE_RESOLVED_ID;
            case "closed" -> EventType.ISSUE_CLOSED_ID;
            case "reopened" -> EventType.ISSUE_REOPENED_ID;
            case "in progress" -> EventType.ISSUE_WORKSTARTED_ID;
            default -> EventType.ISSUE_GENERICEVENT_ID;
        };
    }

    /** Two digits and a one for the first statuses, as Jira numbers them, from the status so that it never changes. */
    private static int transitionId(long statusId) {
        return Math.toIntExact(statusId % 10_000 * 10 + 11);
    }

    private Constant.Status named(String name) {
        return data.constants().statuses().byName(name).orElseThrow();
    }

    private static int rank(long categoryId) {
        if (categoryId == StatusCategories.TO_DO || categoryId == StatusCategories.UNDEFINED) {
            return 0;
        }
        return categoryId == StatusCategories.IN_PROGRESS ? 1 : 2;
    }
}
