package io.throughline.app.jira;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.live.InstanceTime;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import io.throughline.core.alignment.Serving;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.scorecard.Signal;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.WorkLink;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cards of objectives as the issue panel prints them, as HTML. A card is written once for all issue pages that show the same
 * one, and anew with the next score of its plan, so at least once a day: an issue page should not pay for what the page before
 * it has already worked out. What depends on who may see what is not in it: the path stands beside it.
 */
@JiraComponent
public class PanelCards {
    private static final List<String> WORDS = List.of("throughline.outcome", "throughline.delivery");

    /**
     * All that tells one card from others under the same score.
     *
     * @param lead key of the text that leads it in
     * @param type how the reader's language calls the issue
     * @param link id of the link, if the issue is linked itself, else 0: only then is it told what the link brings
     * @param unlinks whether the link can be taken away here
     */
    record Which(
            String objective,
            String name,
            String place,
            String url,
            String lead,
            String type,
            long link,
            boolean unlinks,
            Locale locale) {}

    /** What is under the cards, in the reader's language. */
    record Foot(String note, String linkAction) {}

    private record FootOf(String type, boolean linkedItself, Locale locale) {}

    private static final int MOST_PAGES = 5_000;

    /** All that a card prints. */
    private record Page(PanelCard card, Locale locale) {}

    private final Map<Page, String> pages = new ConcurrentHashMap<>();
    private final TemplateRenderer templates;
    private final LinkAuthors authors;
    private final Shown<Which, String> cards = new Shown<>();
    private final Shown<FootOf, Foot> feet = new Shown<>();

    @Inject
    public PanelCards(@ComponentImport TemplateRenderer templates, LinkAuthors authors) {
        this.templates = templates;
        this.authors = authors;
    }

    /** @return HTML, escaped by the template */
    String html(Which which, Serving serving, Plan plan, Scoring scoring, Language language) {
        return cards.of(
                which,
                scoring.plan(plan.key()),
                () -> written(view(which, serving, plan, scoring, language), language));
    }

    /**
     * What an editor is told under the cards, and offered.
     *
     * @param score kept as long as the cards under the same one are
     */
    Foot foot(String type, boolean linkedItself, PlanScore score, Language language) {
        return feet.of(
                new FootOf(type, linkedItself, language.locale()),
                score,
                () -> linkedItself
                        ? new Foot("", language.text("throughline.panel.linkAnother"))
                        : new Foot(
                                language.text("throughline.panel.nearestWins", type),
                                language.text("throughline.panel.linkItself", type)));
    }

    /** A score is another one for every change in its plan, and most cards say the same under it as before. */
    private String written(PanelCard card, Language language) {
        if (pages.size() >= MOST_PAGES) {
            pages.clear();
        }
        return pages.computeIfAbsent(new Page(card, language.locale()), page -> rendered(card, language));
    }

    private String rendered(PanelCard card, Language language) {
        StringWriter html = new StringWriter();
        try {
            templates.render(
                    "/templates/jira/panel-card.vm", Map.of("card", card, "words", language.texts(WORDS)), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }

    private PanelCard view(Which which, Serving serving, Plan plan, Scoring scoring, Language language) {
        PlanScore score = scoring.plan(plan.key());
        Signal signal = score.signal(which.objective());
        OutcomeBlock outcome = score.outcome(which.objective());
        DeliveryBlock delivery = score.delivery(which.objective());
        return new PanelCard(
                language.text(which.lead(), which.type()),
                which.objective(),
                which.name(),
                which.url(),
                which.place(),
                SignalView.of(
                        language, signal.kind().name(), language.text("throughline.signal.reason." + signal.reason())),
                OutcomeView.of(language, outcome.health().name(), outcome.attainment(), outcome.expected()),
                DeliveryView.of(
                        language,
                        delivery.health().name(),
                        delivery.progress(),
                        delivery.expected(),
                        sizes(delivery, plan)),
                which.link() == 0 ? List.of() : facts(which, serving, plan, scoring, language),
                which.unlinks() ? Long.toString(which.link()) : "",
                which.unlinks() ? language.text("throughline.panel.unlink") : "");
    }

    /** What the link brings: its share of the objective's work and how much of it is done, if it has work; and who made it. */
    private List<PanelFact> facts(Which which, Serving serving, Plan plan, Scoring scoring, Language language) {
        List<PanelFact> facts = new ArrayList<>();
        PlanScore score = scoring.plan(plan.key());
        DeliveryBlock link = score.delivery(serving.link());
        if (link.progress() != null) {
            DeliveryView.Sizes own = sizes(link, plan);
            double whole = score.delivery(serving.objective()).total();
            facts.add(new PanelFact(language.text("throughline.panel.fact.share"), own.share(language, whole)));
            facts.add(new PanelFact(
                    language.text("throughline.panel.fact.done", which.type()),
                    own.done(language) + ", " + language.percent(link.progress())));
        }
        scoring.moment()
                .strategy()
                .link(serving.link())
                .ifPresent(made -> authors.of(made)
                        .ifPresent(name -> facts.add(new PanelFact(
                                language.text("throughline.panel.fact.linkedBy"),
                                name + ", " + date(made, language)))));
        return facts;
    }

    private static String date(WorkLink made, Language language) {
        return language.date(
                made.created().atZone(InstanceTime.clock().getZone()).toLocalDate());
    }

    private static DeliveryView.Sizes sizes(DeliveryBlock block, Plan plan) {
        return new DeliveryView.Sizes(
                block.total(),
                block.done(),
                block.inProgress(),
                plan.sizeMeasure().name());
    }
}
