package io.throughline.app.jira.gate;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.function.issue.AbstractJiraFunctionProvider;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.WorkflowException;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.LinkForm;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Rules;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.WorkLink;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * The function <em>link to an objective</em>: the same write as a person's, through the one gate and into the change log.
 *
 * <p>In the name of whoever carries out the transition, if that user may edit the objective; else in the name of whoever
 * placed the function, which only an administrator can, and whose right is asked anew each time. With neither, or without
 * the objective, the transition is refused in words. An issue that is linked already stays as it is.
 */
@SuppressWarnings("rawtypes")
public class LinkToObjective extends AbstractJiraFunctionProvider {
    private final StrategyStore store;
    private final Access access;
    private final Languages languages;

    @Inject
    public LinkToObjective(StrategyStore store, Access access, Languages languages) {
        this.store = store;
        this.access = access;
        this.languages = languages;
    }

    @Override
    public void execute(Map transientVars, Map args, PropertySet ps) throws WorkflowException {
        Issue issue = getIssue(transientVars);
        String objective = text(args, LinkFactory.OBJECTIVE);
        Optional<Objective> found = store.model().objective(objective);
        if (found.isEmpty()) {
            throw refused("throughline.gate.link.absent", objective);
        }
        if (issue.getId() == null) {
            // on the first transition functions may run before the issue is stored
            throw refused("throughline.gate.link.unborn", objective);
        }
        String owner = found.get().owner();
        Caller actor = Optional.ofNullable(getCallerKey(transientVars, args))
                .flatMap(access::of)
                .filter(caller -> Rules.mayEdit(caller, owner))
                .or(() -> Optional.of(text(args, LinkFactory.PLACED_BY))
                        .filter(key -> !key.isEmpty())
                        .flatMap(access::of)
                        .filter(caller -> Rules.mayEdit(caller, owner)))
                .orElseThrow(() -> refused("throughline.gate.link.no-right", objective));
        LinkTarget target = LinkTarget.issue(issue.getKey(), issue.getId());
        try {
            store.write(actor.key(), draft -> link(draft, objective, target));
        } catch (Refused refused) {
            throw refused("throughline.gate.link.closed", objective);
        }
    }

    private static String link(Draft draft, String objective, LinkTarget target) {
        draft.model().objective(objective).orElseThrow(() -> Refused.absent(objective));
        Rules.requireOpen(draft.model(), objective);
        boolean isLinked =
                draft.model().linksOf(objective).stream().anyMatch(link -> LinkForm.isSame(link.target(), target));
        if (!isLinked) {
            long id = draft.nextNumber(Kind.LINK);
            draft.put(new WorkLink(id, objective, target, null, draft.now(), 1));
        }
        return objective;
    }

    private WorkflowException refused(String key, String objective) {
        return new WorkflowException(languages.ofReader().text(key, objective));
    }

    private static String text(Map args, String name) {
        Object value = args.get(name);
        return value == null ? "" : value.toString();
    }
}
