package io.throughline.app.jira.gate;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.jira.JiraFields;
import io.throughline.app.live.LiveRollup;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.alignment.Serving;
import io.throughline.core.alignment.Via;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.WorkView;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Whether an issue may pass: it serves an objective of a plan that is asked for, or is exempt.
 *
 * <p>Plans that are not ACTIVE are not asked for any more, and with no plan left everything passes: a plan that was closed
 * at the end of the year must not stop all work of the next. While the work is still being read nothing passes, as nobody
 * can tell; that takes minutes after a start, and the answer says so.
 */
@JiraComponent
public class Gate {
    /** What came of asking. */
    enum Verdict {
        PASSES,
        SERVES_NOTHING,
        /** The work is still being read. */
        UNKNOWN
    }

    private final LiveRollup rollup;
    private final StrategyStore store;
    private final IssueManager issues;
    private final CustomFieldManager fields;

    @Inject
    public Gate(
            LiveRollup rollup,
            StrategyStore store,
            @JiraImport IssueManager issues,
            @JiraImport CustomFieldManager fields) {
        this.rollup = rollup;
        this.store = store;
        this.issues = issues;
        this.fields = fields;
    }

    /** Those of the plans of a rule that are in force. */
    List<Plan> asked(GateRule rule) {
        return asked(rule, store.model());
    }

    private static List<Plan> asked(GateRule rule, StrategyModel model) {
        return model.plans().stream()
                .filter(plan -> plan.state() == PlanState.ACTIVE)
                .filter(plan -> rule.plans().isEmpty() || rule.plans().contains(plan.key()))
                .toList();
    }

    /** What it looks at in an issue, with what the screen changes. */
    Subject subject(Issue issue) {
        return Subject.of(issue, new JiraFields(fields, issues));
    }

    /** Judges an issue as it would be after the transition. */
    Verdict judge(Subject subject, GateRule rule) {
        return judge(subject, rule, store.model());
    }

    /** What it would be by {@link StrategyStore#recent}: to be shown ahead, for nothing to be decided on. */
    Verdict foresee(Subject subject, GateRule rule) {
        return judge(subject, rule, store.recent());
    }

    private Verdict judge(Subject subject, GateRule rule, StrategyModel model) {
        List<Plan> plans = asked(rule, model);
        if (plans.isEmpty() || rule.exemptTypes().contains(subject.type().toLowerCase(Locale.ROOT))) {
            return Verdict.PASSES;
        }
        if (!rollup.health().ready()) {
            return Verdict.UNKNOWN;
        }
        Candidate candidate = candidate(subject, model);
        boolean passes =
                plans.stream().anyMatch(plan -> candidate.serves(plan.key(), rule.direct())) || candidate.isExempt();
        return passes ? Verdict.PASSES : Verdict.SERVES_NOTHING;
    }

    private Candidate candidate(Subject subject, StrategyModel model) {
        Scoring scoring = rollup.scoring(model);
        int level = scoring.moment().work().rules().level(subject.type(), subject.subTask());
        return new Candidate(subject, level, subject.parentAt().applyAsLong(level), scoring, rollup.exempting(scoring));
    }

    /**
     * An issue against the strategy. The index knows issues as they are stored; one that is new, or whose parent or project
     * this transition changes, is judged by its own links, its parent to be and its project.
     */
    private record Candidate(Subject subject, int level, long parent, Scoring scoring, Exempting exempting) {
        private boolean isAsIndexed() {
            WorkView work = scoring.moment().work();
            return work.index().reading(() -> {
                int at = work.find(subject.id());
                if (at == WorkView.NONE) {
                    return false;
                }
                int above = work.parent(at);
                long known = above == WorkView.NONE ? 0 : work.id(above);
                return known == keptParent() && work.projectId(work.project(at)) == subject.project();
            });
        }

        /** The parent if its level is higher; another one is ignored, as everywhere. */
        private long keptParent() {
            WorkView work = scoring.moment().work();
            int at = parent == 0 ? WorkView.NONE : work.find(parent);
            return at != WorkView.NONE && work.level(at) > level ? parent : 0;
        }

        boolean serves(String plan, boolean direct) {
            boolean itself = !subject.isUnborn()
                    && scoring.servings(plan, subject.id()).stream()
                            .filter(each -> each.via() == Via.SELF)
                            .anyMatch(this::isActive);
            if (itself || direct) {
                return itself;
            }
            return isAsIndexed() ? scoring.isAligned(plan, subject.id()) : inherits(plan);
        }

        private boolean isActive(Serving serving) {
            return isActive(serving.objective());
        }

        private boolean isActive(String objective) {
            return model().objective(objective)
                    .map(Objective::state)
                    .filter(ObjectiveState.ACTIVE::equals)
                    .isPresent();
        }

        private boolean inherits(String plan) {
            long above = scoring.moment().work().index().reading(this::keptParent);
            boolean fromAbove = above != 0
                    && scoring.isAligned(plan, above)
                    && scoring.servings(plan, above).stream().anyMatch(each -> each.via() != Via.PROJECT);
            return fromAbove || model().links().stream().anyMatch(link -> isOfProject(link, plan));
        }

        private boolean isOfProject(WorkLink link, String plan) {
            LinkTarget target = link.target();
            return target.kind() == LinkTarget.Kind.PROJECT
                    && Objects.equals(target.id(), subject.project())
                    && isActive(link.objective())
                    && model().planOf(link.objective())
                            .map(Plan::key)
                            .filter(plan::equals)
                            .isPresent();
        }

        boolean isExempt() {
            WorkView work = scoring.moment().work();
            boolean isKnown = isAsIndexed();
            boolean covered = work.index().reading(() -> {
                OptionalInt at = work.position(isKnown ? subject.id() : keptParent());
                return at.isPresent() && exempting.covering(work, at.getAsInt()).isPresent();
            });
            return covered || model().exemptions().stream().anyMatch(this::matches);
        }

        private boolean matches(Exemption each) {
            return each.isValid(scoring.moment().today())
                    && switch (each.kind()) {
                        case PROJECT -> Objects.equals(each.target(), subject.project());
                        case ISSUE -> !subject.isUnborn() && Objects.equals(each.target(), subject.id());
                        case ISSUE_TYPE ->
                            subject.type().equalsIgnoreCase(each.ref().strip());
                        case LABEL -> subject.labels().stream().anyMatch(each.ref()::equalsIgnoreCase);
                        case JQL -> false; // what a query finds is known of stored issues only
                    };
        }

        private StrategyModel model() {
            return scoring.moment().strategy();
        }
    }
}
