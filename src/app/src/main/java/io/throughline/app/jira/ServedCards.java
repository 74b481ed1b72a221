package io.throughline.app.jira;

import com.atlassian.jira.issue.Issue;
import io.throughline.app.access.Caller;
import io.throughline.app.live.Browsing;
import io.throughline.app.web.Language;
import io.throughline.core.alignment.Serving;
import io.throughline.core.alignment.Via;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.work.WorkRules;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The cards of the issue panel: an objective with its numbers, and how the issue gets there. */
final class ServedCards {
    private final Scoring scoring;
    private final StrategyModel strategy;
    private final WorkView work;
    private final Browsing browsing;
    private final Language language;
    private final String base;
    private final PanelCards cards;

    ServedCards(Scoring scoring, Browsing browsing, Language language, String base, PanelCards cards) {
        this.scoring = scoring;
        this.strategy = scoring.moment().strategy();
        this.work = scoring.moment().work();
        this.browsing = browsing;
        this.language = language;
        this.base = base;
        this.cards = cards;
    }

    ServedObjective card(Issue issue, Plan plan, Serving serving, Caller viewer) {
        Objective objective = strategy.objective(serving.objective()).orElseThrow();
        String theme = strategy.themeOf(objective.key()).map(Theme::name).orElse("");
        String url = base + "/plugins/servlet/throughline/objectives/" + objective.key();
        boolean itself = serving.via() == Via.SELF;
        PanelCards.Which which = new PanelCards.Which(
                objective.key(),
                objective.name(),
                theme.isEmpty() ? objective.key() : objective.key() + ", " + theme,
                url,
                lead(serving),
                IssueWords.type(issue, language),
                itself ? serving.link() : 0,
                itself && viewer.mayEdit(),
                language.locale());
        return new ServedObjective(
                objective.key(),
                cards.html(which, serving, plan, scoring, language),
                itself ? List.of() : path(issue, objective, serving, url, viewer));
    }

    /** An epic is named, any other ancestor is a parent. */
    private String lead(Serving serving) {
        if (serving.via() != Via.PARENT) {
            return "throughline.panel.serves." + serving.via();
        }
        OptionalInt ancestor = work.position(serving.viaIssue());
        boolean epic = ancestor.isPresent() && work.level(ancestor.getAsInt()) == 1;
        return "throughline.panel.serves." + (epic ? "EPIC" : "PARENT");
    }

    private List<PathStep> path(Issue issue, Objective objective, Serving serving, String url, Caller viewer) {
        List<PathStep> path = new ArrayList<>();
        path.add(new PathStep(
                icon(issue.getId()),
                "",
                "",
                language.text("throughline.panel.path.this", issue.getKey(), IssueWords.type(issue, language))));
        if (serving.via() == Via.PROJECT) {
            path.add(new PathStep(
                    "tl-icon-project",
                    serving.viaRef(),
                    base + "/browse/" + serving.viaRef(),
                    issue.getProjectObject().getName()));
        } else {
            addAncestors(issue.getId(), serving.viaIssue(), viewer, path);
        }
        if (serving.via() == Via.QUERY) {
            // a query names projects and more; who may not read it is not told what is in it
            boolean isReadable = browsing.of(viewer).query(serving.viaRef());
            String query = isReadable ? serving.viaRef() : language.text("throughline.panel.path.hidden-query");
            path.add(new PathStep("tl-icon-query", "", "", query));
        }
        path.add(new PathStep("tl-icon-objective", objective.key(), url, objective.name()));
        return path;
    }

    /** The parents from the issue's own up to the linked or matched one; one that may not be browsed stays unnamed. */
    private void addAncestors(long issue, long linked, Caller viewer, List<PathStep> path) {
        List<Long> ids = new ArrayList<>();
        int at = work.position(issue).orElse(WorkView.NONE);
        while (at != WorkView.NONE && work.id(at) != linked) {
            at = work.parent(at);
            if (at != WorkView.NONE) {
                ids.add(work.id(at));
            }
        }
        Map<Long, Browsing.Card> seen = browsing.cards(ids, viewer);
        for (long id : ids) {
            Browsing.Card card = seen.get(id);
            path.add(
                    card == null
                            ? new PathStep(icon(id), "", "", language.text("throughline.panel.path.hidden"))
                            : new PathStep(icon(id), card.key(), base + "/browse/" + card.key(), card.summary()));
        }
    }

    private String icon(long issue) {
        boolean above = work.position(issue).isPresent()
                && work.level(work.position(issue).getAsInt()) > WorkRules.STANDARD;
        return above ? "tl-icon-epic" : "tl-icon-issue";
    }
}
