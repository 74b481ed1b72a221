package io.throughline.app.jira;

import io.throughline.app.web.Html;
import io.throughline.app.web.Language;
import io.throughline.app.web.Markup;
import java.util.ArrayList;
import java.util.List;

/** Writes the issue panel, without a template: every issue page of Jira pays for it. */
final class PanelHtml {
    private static final Markup PANEL = Markup.of("""
            <div class="tl tl-panel" data-issue="{}" data-issue-id="{}" data-state="{}" data-may-edit="{}">
            {}</div>
            """);

    private static final Markup LEAD = Markup.of("""
            <p class="tl-panel-lead">{}</p>
            """);

    private static final Markup PATH = Markup.of("""
            <ol class="tl-path">
            {}</ol>
            """);

    private static final Markup STEP = Markup.of("""
            <li><span class="tl-icon {}" aria-hidden="true"></span><span>{}<span dir="auto">{}</span></span></li>
            """);

    private static final Markup STEP_LINK = Markup.of("<a href=\"{}\">{}</a> ");

    private static final Markup NOTE = Markup.of("""
            <p class="tl-tertiary">{}</p>
            """);

    private static final Markup ACTIONS = Markup.of("""
            <div class="tl-panel-actions"><button type="button" class="tl-button tl-button-small" data-tl-action="link">\
            <span class="tl-i tl-i-link" aria-hidden="true"></span>{}</button>{}</div>
            """);

    private static final Markup EXEMPT_IT = Markup.of(
            "<button type=\"button\" class=\"tl-button tl-button-small tl-button-quiet\" data-tl-action=\"exempt\">{}</button>");

    private static final Markup UNEXEMPT =
            Markup.of("<button type=\"button\" class=\"tl-button tl-button-small tl-button-quiet\""
                    + " data-tl-action=\"unexempt\" data-exemption=\"{}\">{}</button>");

    private static final Markup ORPHAN = Markup.of("""
            <div class="tl-notice tl-none"><span class="tl-shape" aria-hidden="true">○</span><div><strong>{}</strong> {}</div></div>
            """);

    /** Filled by the browser. */
    private static final Html SUGGESTIONS =
            Markup.of("<div class=\"tl-panel-suggest\"></div>\n").with();

    private static final Markup WARNING = Markup.of("""
            <div class="tl-notice tl-warn"><span class="tl-i tl-i-warning" aria-hidden="true"></span><div>{}</div></div>
            """);

    private static final Markup EXEMPT = Markup.of("""
            <div class="tl-panel-exempt"><span class="tl-i tl-i-lock" aria-hidden="true"></span> <strong>{}</strong></div>
            <p class="tl-secondary">{}</p>
            <dl class="tl-facts">
            {}</dl>
            """);

    private static final Markup FACT = Markup.of("<dt>{}</dt><dd dir=\"auto\">{}</dd>\n");

    private static final Markup INDEXING = Markup.of("""
            <div class="tl-notice tl-none" role="status"><span class="tl-shape" aria-hidden="true">○</span><div>{}</div></div>
            """);

    private static final Markup FAILED = Markup.of("""
            <div class="tl-error" role="alert">
            <span class="tl-i tl-i-warning" aria-hidden="true"></span> {}
            <button type="button" class="tl-textlink" data-tl-action="retry">{}</button>
            <span class="tl-tertiary">{}</span>
            </div>
            """);

    private final IssuePanelView panel;
    private final Language language;

    private PanelHtml(IssuePanelView panel, Language language) {
        this.panel = panel;
        this.language = language;
    }

    static Html of(IssuePanelView panel, Language language) {
        Html inside = new PanelHtml(panel, language).inside();
        return PANEL.with(panel.issue(), panel.issueId(), panel.state(), panel.mayEdit(), inside);
    }

    private Html inside() {
        return switch (panel.state()) {
            case "SERVES" -> serves();
            case "ORPHAN" -> orphan();
            case "EXEMPT" -> exempt();
            case "INDEXING" -> INDEXING.with(panel.title());
            default -> FAILED.with(panel.title(), language.text("throughline.panel.tryAgain"), panel.text());
        };
    }

    private Html serves() {
        List<Html> parts = new ArrayList<>();
        for (ServedObjective served : panel.served()) {
            parts.add(LEAD.with(served.lead()));
            parts.add(served.card());
            if (!served.path().isEmpty()) {
                parts.add(PATH.with(
                        Html.of(served.path().stream().map(PanelHtml::step).toList())));
            }
        }
        parts.add(panel.note().isEmpty() ? Html.NONE : NOTE.with(panel.note()));
        parts.add(actions(Html.NONE));
        return Html.of(parts);
    }

    private static Html step(PathStep step) {
        Html link = step.url().isEmpty() ? Html.NONE : STEP_LINK.with(step.url(), step.key());
        return STEP.with(step.icon(), link, step.text());
    }

    private Html orphan() {
        return Html.of(List.of(
                ORPHAN.with(panel.title(), panel.text()),
                panel.mayEdit() ? SUGGESTIONS : Html.NONE,
                panel.note().isEmpty() ? Html.NONE : WARNING.with(panel.note()),
                actions(EXEMPT_IT.with(language.text("throughline.panel.exemptIt")))));
    }

    private Html exempt() {
        Html facts = Html.of(panel.facts().stream()
                .map(fact -> FACT.with(fact.name(), fact.value()))
                .toList());
        Html unexempt = panel.exemption().isEmpty()
                ? Html.NONE
                : UNEXEMPT.with(panel.exemption(), language.text("throughline.panel.unexempt"));
        return Html.of(List.of(EXEMPT.with(panel.title(), panel.text(), facts), actions(unexempt)));
    }

    /** The button that links, and what stands beside it. */
    private Html actions(Html more) {
        return panel.linkAction().isEmpty() ? Html.NONE : ACTIONS.with(panel.linkAction(), more);
    }
}
