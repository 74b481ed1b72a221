package io.throughline.app.jira;

import com.atlassian.jira.issue.Issue;
import io.throughline.app.access.Caller;
import io.throughline.app.live.InstanceTime;
import io.throughline.app.web.Language;
import io.throughline.core.strategy.Exemption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The issue panel of exempt work: why, by which rule, by whom and until when. */
final class ExemptCard {
    private final Language language;
    private final LinkAuthors authors;

    ExemptCard(Language language, LinkAuthors authors) {
        this.language = language;
        this.authors = authors;
    }

    IssuePanelView view(Issue issue, Exemption exemption, Caller viewer) {
        List<PanelFact> facts = new ArrayList<>();
        facts.add(fact("reason", exemption.reason()));
        facts.add(fact("rule", rule(issue, exemption)));
        facts.add(fact("setBy", authors.name(exemption.author()) + ", " + date(exemption)));
        LocalDate expires = exemption.expires();
        facts.add(fact(
                "until", expires == null ? language.text("throughline.panel.exempt.noEnd") : language.date(expires)));
        boolean isMine = viewer.mayEdit() && isOwn(issue, exemption);
        return new IssuePanelView(
                "EXEMPT",
                issue.getKey(),
                issue.getId().toString(),
                viewer.mayEdit(),
                List.of(),
                language.text("throughline.panel.exempt"),
                language.text("throughline.panel.exempt.apart"),
                "",
                viewer.mayEdit() ? language.text("throughline.panel.linkInstead") : "",
                facts,
                isMine ? Long.toString(exemption.id()) : "");
    }

    private PanelFact fact(String name, String value) {
        return new PanelFact(language.text("throughline.panel.exempt." + name), value);
    }

    private String date(Exemption exemption) {
        return language.date(
                exemption.created().atZone(InstanceTime.clock().getZone()).toLocalDate());
    }

    private static boolean isOwn(Issue issue, Exemption exemption) {
        return exemption.kind() == Exemption.Kind.ISSUE && issue.getId().equals(exemption.target());
    }

    /** What matches. A query, a parent or another project may name what the reader must not see, so they stay unnamed. */
    private String rule(Issue issue, Exemption exemption) {
        return switch (exemption.kind()) {
            case ISSUE ->
                isOwn(issue, exemption)
                        ? language.text("throughline.panel.exempt.rule.self", IssueWords.type(issue, language))
                        : language.text("throughline.panel.exempt.rule.parent");
            case PROJECT ->
                issue.getProjectObject().getId().equals(exemption.target())
                        ? language.text(
                                "throughline.panel.exempt.rule.project",
                                issue.getProjectObject().getKey())
                        : language.text("throughline.panel.exempt.rule.parent");
            case ISSUE_TYPE -> language.text("throughline.panel.exempt.rule.type", exemption.ref());
            case LABEL -> language.text("throughline.panel.exempt.rule.label", exemption.ref());
            case JQL -> language.text("throughline.panel.exempt.rule.query");
        };
    }
}
