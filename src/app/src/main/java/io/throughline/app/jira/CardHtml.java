package io.throughline.app.jira;

import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Html;
import io.throughline.app.web.Language;
import io.throughline.app.web.Markup;
import io.throughline.app.web.OutcomeView;

/** Writes a card of the issue panel. */
final class CardHtml {
    private static final Markup CARD = Markup.of("""
            <section class="tl-card" data-objective="{}">
            <div class="tl-card-title">
            <span class="tl-icon tl-icon-objective" aria-hidden="true"></span>
            <div><a href="{}" dir="auto">{}</a><div class="tl-tertiary" dir="auto">{}</div></div>
            </div>
            <span class="tl-signal {}"><span class="tl-glyph" aria-hidden="true"><i></i><i></i></span>{}</span>
            {}{}<p class="tl-tertiary">{}</p>
            </section>
            {}{}""");

    private static final Markup MEASURE = Markup.of("""
            <div class="tl-measure">
            <span class="tl-measure-name">{}</span><span class="tl-health {}"><span class="tl-shape" aria-hidden="true">{}</span>{}</span>\
            <span class="tl-measure-value" aria-hidden="true">{}</span>
            {}
            <span class="tl-sr">{}</span>
            </div>
            """);

    private static final Html EMPTY_BAR = Markup.of("<span class=\"tl-bar tl-bar-empty\" aria-hidden=\"true\"></span>")
            .with();

    private static final Markup OUTCOME_BAR = Markup.of("<span class=\"tl-bar tl-bar-outcome {}\" aria-hidden=\"true\">"
            + "<span class=\"tl-bar-fill\" style=\"width:{}\"></span>{}</span>");

    private static final Markup DELIVERY_BAR = Markup.of("<span class=\"tl-bar tl-bar-delivery\" aria-hidden=\"true\">"
            + "<span class=\"tl-bar-fill\" style=\"width:{}\"></span>"
            + "<span class=\"tl-bar-progress\" style=\"left:{};width:{}\"></span>{}</span>");

    private static final Markup TICK = Markup.of("<span class=\"tl-bar-tick\" style=\"left:{}\"></span>");

    private static final Markup FACTS = Markup.of("""
            <dl class="tl-facts">
            {}</dl>
            """);

    private static final Markup FACT = Markup.of("<dt>{}</dt><dd>{}</dd>\n");

    private static final Markup UNLINK = Markup.of("""
            <div class="tl-panel-actions"><button type="button" class="tl-button tl-button-small tl-button-quiet" \
            data-tl-action="unlink" data-link="{}">{}</button></div>
            """);

    private CardHtml() {}

    static Html of(PanelCard card, Language language) {
        return CARD.with(
                card.key(),
                card.url(),
                card.name(),
                card.place(),
                card.signal().css(),
                card.signal().word(),
                outcome(card.outcome(), language),
                delivery(card.delivery(), language),
                card.signal().reason(),
                card.facts().isEmpty() ? Html.NONE : FACTS.with(facts(card)),
                card.unlink().isEmpty() ? Html.NONE : UNLINK.with(card.unlink(), card.unlinkAction()));
    }

    private static Html outcome(OutcomeView outcome, Language language) {
        return MEASURE.with(
                language.text("throughline.outcome"),
                outcome.tone(),
                outcome.shape(),
                outcome.word(),
                outcome.figure(),
                outcome.known() ? OUTCOME_BAR.with(outcome.tone(), outcome.fill(), tick(outcome.tick())) : EMPTY_BAR,
                outcome.spoken());
    }

    private static Html delivery(DeliveryView delivery, Language language) {
        return MEASURE.with(
                language.text("throughline.delivery"),
                delivery.tone(),
                delivery.shape(),
                delivery.word(),
                delivery.figure(),
                delivery.known()
                        ? DELIVERY_BAR.with(delivery.fill(), delivery.fill(), delivery.started(), tick(delivery.tick()))
                        : EMPTY_BAR,
                delivery.spoken());
    }

    private static Html tick(String place) {
        return place.isEmpty() ? Html.NONE : TICK.with(place);
    }

    private static Html facts(PanelCard card) {
        return Html.of(card.facts().stream()
                .map(fact -> FACT.with(fact.name(), fact.value()))
                .toList());
    }
}
