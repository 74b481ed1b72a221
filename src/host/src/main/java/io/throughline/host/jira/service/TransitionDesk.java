package io.throughline.host.jira.service;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.workflow.TransitionRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Transitions as people and scripts make them: those that conditions show, past validators, with functions. */
public final class TransitionDesk {
    private final JiraServices services;
    private final TransitionRules rules;

    TransitionDesk(JiraServices services, TransitionRules rules) {
        this.services = services;
        this.rules = rules;
    }

    /**
     * Makes an issue past the validators of the first transition. Functions on it are not carried out here: where among Jira's own
     * they would stand is an administrator's to say.
     *
     * @throws io.throughline.host.jira.workflow.TransitionRefused with the words of validators
     */
    public Issue create(IssueDraft draft, ApplicationUser user) {
        UnbornIssue issue = new UnbornIssue(draft, services);
        rules.validate(new TransitionRules.Attempt(
                services.workflow().create(draft.projectId).id(), issue, issue, user));
        return services.issueDesk().create(draft, user);
    }

    /** What the user may do with the issue now; permissions are the caller's to check. */
    public List<Workflow.Transition> available(IssueRow row, ApplicationUser user) {
        Issue issue = services.issue(row);
        return services.workflow().transitions(row.projectId(), row.statusId()).stream()
                .filter(each -> rules.isThere(new TransitionRules.Attempt(each.id(), issue, issue, user)))
                .toList();
    }

    public Optional<Workflow.Transition> find(IssueRow row, String id, ApplicationUser user) {
        return available(row, user).stream()
                .filter(each -> Integer.toString(each.id()).equals(id))
                .findFirst();
    }

    /**
     * Rules see the issue with all that the screen changes, and what functions set on it is stored with the new status.
     *
     * @param edit further fields of the transition's screen
     * @throws io.throughline.host.jira.workflow.TransitionRefused with the words of validators
     */
    public Issue perform(
            IssueRow row,
            Workflow.Transition transition,
            Optional<Constant.Resolution> resolution,
            Consumer<IssueDraft> edit,
            ApplicationUser user) {
        Issue before = services.issue(row);
        EditableIssue after = new EditableIssue(row, services);
        after.edit(edit);
        resolution.map(Constant::id).ifPresent(id -> after.show(draft -> draft.resolutionId = id));
        TransitionRules.Attempt attempt = new TransitionRules.Attempt(transition.id(), before, after, user);
        rules.validate(attempt);
        rules.carryOut(attempt);
        return services.issueDesk().transition(row.id(), transition.to(), resolution, after::applyTo, user);
    }
}
