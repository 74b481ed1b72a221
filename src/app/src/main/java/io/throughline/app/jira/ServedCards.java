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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The cards of the issue panel: an objective with its numbers, and how the issue gets there. */
final class ServedCards {
    private final Scoring scoring;
    private final StrategyModel strategy;
    private final WorkView work;
    private final Browsing browsing;
    private final Issue issue;
    private final Caller viewer;
    private final Language language;
    private final String base;
    private final PanelCards cards;
    /** Ancestors that were asked for, for this viewer and this page; empty for one that may not be named. */
    private final Map<Long, Optional<Browsing.Card>> ancestors = new HashMap<>();

    ServedCards(
            Scoring scoring,
            Browsing browsing,
            Issue issue,
            Caller viewer,
            Language language,
            String base,
            PanelCards cards) {
        this.scoring = scoring;
        this.strategy = scoring.moment().strategy();
        this.work = scoring.moment().work();
        this.browsing = browsing;
        this.issue = issue;
        this.viewer = viewer;
        this.language = language;
        this.base = base;
        this.cards = cards;
    }

    ServedObjective card(Plan plan, Serving serving) {
        Objective objective = strategy.objective(serving.objective()).orElseThrow();
        String theme = strategy.themeOf(objective.key()).map(Theme::name).orElse("");
        String url = base + "/plugins/servlet/throughline/objectives/" + objective.key();
        boolean itself = serving.via() == Via.SELF;
        String type = IssueWords.type(issue, language);
        PanelCards.Which which = new PanelCards.Which(
                objective.key(),
                objective.name(),
                theme.isEmpty() ? objective.key() : objective.key() + ", " + theme,
                url,
                itself ? new PanelCards.OwnLink(serving.link(), type, viewer.mayEdit()) : null,
                language.edition());
        return new ServedObjective(
                objective.key(),
                language.text(lead(serving), type),
                cards.card(which, plan, scoring, language),
                itself ? List.of() : path(objective, serving, url));
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

    private List<PathStep> path(Objective objective, Serving serving, String url) {
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
            addAncestors(serving.viaIssue(), path);
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
    private void addAncestors(long linked, List<PathStep> path) {
        List<Long> ids = new ArrayList<>();
        int at = work.position(issue.getId()).orElse(WorkView.NONE);
        while (at != WorkView.NONE && work.id(at) != linked) {
            at = work.parent(at);
            if (at != WorkView.NONE) {
                ids.add(work.id(at));
            }
        }
        ask(ids);
        for (long id : ids) {
            path.add(ancestors
                    .get(id)
                    .map(card -> new PathStep(icon(id), card.key(), base + "/browse/" + card.key(), card.summary()))
                    .orElseGet(() -> new PathStep(icon(id), "", "", language.text("throughline.panel.path.hidden"))));
        }
    }

    /** Several objectives are often reached by one way. */
    private void ask(List<Long> ids) {
        List<Long> unasked =
                ids.stream().filter(id -> !ancestors.containsKey(id)).toList();
        if (!unasked.isEmpty()) {
            Map<Long, Browsing.Card> seen = browsing.cards(unasked, viewer);
            unasked.forEach(id -> ancestors.put(id, Optional.ofNullable(seen.get(id))));
        }
    }

    private String icon(long issue) {
        boolean above = work.position(issue).isPresent()
                && work.level(work.position(issue).getAsInt()) > WorkRules.STANDARD;
        return above ? "tl-icon-epic" : "tl-icon-issue";
    }
}
