package io.throughline.app.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.access.Caller;
import io.throughline.app.live.Browsing;
import io.throughline.app.live.IndexHealth;
import io.throughline.app.live.LiveRollup;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.web.Language;
import io.throughline.app.web.Reference;
import io.throughline.core.alignment.Serving;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.work.WorkView;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the strategy says about one issue. Reads the index and the model in memory, searches nothing, and never stops the
 * issue page: what fails becomes a message with a reference.
 */
@JiraComponent
public class IssuePanel {
    private static final Logger LOG = LoggerFactory.getLogger(IssuePanel.class);

    private final LiveRollup rollup;
    private final StrategyStore store;
    private final Browsing browsing;
    private final LinkAuthors authors;
    private final PanelCards cards;
    private final GateAhead ahead;

    @Inject
    public IssuePanel(
            LiveRollup rollup,
            StrategyStore store,
            Browsing browsing,
            LinkAuthors authors,
            PanelCards cards,
            GateAhead ahead) {
        this.ahead = ahead;
        this.rollup = rollup;
        this.store = store;
        this.browsing = browsing;
        this.authors = authors;
        this.cards = cards;
    }

    /**
     * @param base context path of Jira, for links
     * @param viewer may view strategy; whoever may not never gets here
     */
    public IssuePanelView of(Issue issue, Caller viewer, String base, Language language) {
        try {
            return read(issue, viewer, base, language);
        } catch (RuntimeException e) {
            String reference = Reference.next();
            LOG.error("The strategy of {} could not be read, reference {}", issue.getKey(), reference, e);
            return IssuePanelView.message(
                    "FAILED",
                    issue.getKey(),
                    issue.getId().toString(),
                    false,
                    language.text("throughline.panel.failed"),
                    language.text("throughline.panel.reference", reference),
                    "");
        }
    }

    private IssuePanelView read(Issue issue, Caller viewer, String base, Language language) {
        IndexHealth health = rollup.health();
        if (!health.ready()) {
            return IssuePanelView.message(
                    "INDEXING",
                    issue.getKey(),
                    issue.getId().toString(),
                    false,
                    language.text(
                            "throughline.panel.indexing",
                            language.count(health.indexed()),
                            language.count(health.total())),
                    "",
                    "");
        }
        Scoring scoring = rollup.scoring(store.recent());
        ServedCards served = new ServedCards(scoring, browsing, issue, viewer, language, base, cards);
        List<ServedObjective> reached = new ArrayList<>();
        boolean linkedItself = false;
        StrategyModel strategy = scoring.moment().strategy();
        for (Map.Entry<String, List<Serving>> ofPlan :
                scoring.servings(issue.getId()).entrySet()) {
            Plan plan = strategy.plan(ofPlan.getKey()).orElseThrow();
            for (Serving serving : inForce(strategy, plan, ofPlan.getValue())) {
                linkedItself |= serving.viaIssue() == issue.getId();
                reached.add(served.card(plan, serving));
            }
        }
        if (!reached.isEmpty()) {
            return serves(issue, viewer, reached, linkedItself, language);
        }
        return covering(scoring, issue)
                .map(exemption -> new ExemptCard(language, authors).view(issue, exemption, viewer))
                .orElseGet(() -> orphan(issue, viewer, language));
    }

    /** What exempts the issue; worked out once for all issues of a moment, so that a panel only looks it up. */
    private Optional<Exemption> covering(Scoring scoring, Issue issue) {
        Exempting exempting = rollup.exempting(scoring);
        WorkView work = scoring.moment().work();
        return work.index().reading(() -> {
            int at = work.find(issue.getId());
            return at == WorkView.NONE ? Optional.empty() : exempting.covering(work, at);
        });
    }

    /** An objective that is not active any more holds its items, but they do not serve it. */
    private static List<Serving> inForce(StrategyModel strategy, Plan plan, List<Serving> servings) {
        return plan.state() != PlanState.ACTIVE
                ? List.of()
                : servings.stream()
                        .filter(serving -> strategy.objective(serving.objective())
                                .filter(objective -> objective.state() == ObjectiveState.ACTIVE)
                                .isPresent())
                        .toList();
    }

    private IssuePanelView serves(
            Issue issue, Caller viewer, List<ServedObjective> served, boolean linkedItself, Language language) {
        String type = IssueWords.type(issue, language);
        return new IssuePanelView(
                "SERVES",
                issue.getKey(),
                issue.getId().toString(),
                viewer.mayEdit(),
                served,
                "",
                "",
                viewer.mayEdit() && !linkedItself ? language.text("throughline.panel.nearestWins", type) : "",
                linkAction(
                        viewer,
                        linkedItself
                                ? language.text("throughline.panel.linkAnother")
                                : language.text("throughline.panel.linkItself", type)),
                List.of(),
                "");
    }

    private IssuePanelView orphan(Issue issue, Caller viewer, Language language) {
        List<String> refusing = ahead.refusing(issue);
        return new IssuePanelView(
                "ORPHAN",
                issue.getKey(),
                issue.getId().toString(),
                viewer.mayEdit(),
                List.of(),
                language.text("throughline.panel.orphan"),
                language.text(
                        "throughline.panel.orphan.why",
                        IssueWords.type(issue, language),
                        issue.getProjectObject().getKey()),
                refusing.isEmpty() ? "" : language.text("throughline.panel.gated", String.join(", ", refusing)),
                linkAction(viewer, language.text("throughline.panel.link")),
                List.of(),
                "");
    }

    private static String linkAction(Caller viewer, String text) {
        return viewer.mayEdit() ? text : "";
    }
}
