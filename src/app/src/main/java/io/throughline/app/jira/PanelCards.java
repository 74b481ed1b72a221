package io.throughline.app.jira;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.live.InstanceTime;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Html;
import io.throughline.app.web.Language;
import io.throughline.app.web.MadeOnce;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.scorecard.Signal;
import io.throughline.core.scorecard.SignalKind;
import io.throughline.core.scorecard.SignalReason;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.SizeMeasure;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cards of objectives as the issue panel shows them. A card is written once for all issue pages that show the same one: an
 * issue page should not pay for what the page before it has already worked out. What depends on who may see what is not in it:
 * the path stands beside it.
 */
@JiraComponent
public class PanelCards {
    /**
     * Which objective is shown, and to whom.
     *
     * @param edition of the texts in the reader's language
     * @param own if the issue is linked itself: only then is it told what the link brings
     */
    record Which(
            String objective,
            String name,
            String place,
            String url,
            @Nullable OwnLink own,
            Object edition) {}

    /**
     * A link to the issue itself.
     *
     * @param type how the reader's language calls the issue
     * @param unlinks whether the link can be taken away here
     */
    record OwnLink(long id, String type, boolean unlinks) {}

    /** All that a card is written from. */
    private record Told(
            Which which,
            SizeMeasure measure,
            SignalKind signal,
            SignalReason reason,
            OutcomeBlock outcome,
            DeliveryBlock delivery,
            @Nullable Brought brought) {}

    /**
     * What the issue's own link brings.
     *
     * @param author the name of who made it, empty if nobody knows
     * @param made the day
     */
    private record Brought(DeliveryBlock delivery, String author, LocalDate made) {}

    private final LinkAuthors authors;
    private final MadeOnce<Told, Html> cards = new MadeOnce<>();

    @Inject
    public PanelCards(LinkAuthors authors) {
        this.authors = authors;
    }

    Html card(Which which, Plan plan, Scoring scoring, Language language) {
        PlanScore score = scoring.plan(plan.key());
        Signal signal = score.signal(which.objective());
        Told told = new Told(
                which,
                plan.sizeMeasure(),
                signal.kind(),
                signal.reason(),
                score.outcome(which.objective()),
                score.delivery(which.objective()),
                which.own() == null ? null : brought(which.own().id(), score, scoring.moment()));
        return cards.of(told, () -> CardHtml.of(view(told, language), language));
    }

    private @Nullable Brought brought(long link, PlanScore score, Moment moment) {
        return moment.strategy()
                .link(link)
                .map(made -> new Brought(
                        score.delivery(link),
                        authors.of(made).orElse(""),
                        made.created().atZone(InstanceTime.clock().getZone()).toLocalDate()))
                .orElse(null);
    }

    private static PanelCard view(Told told, Language language) {
        Which which = told.which();
        OwnLink own = which.own();
        boolean unlinks = own != null && own.unlinks();
        OutcomeBlock outcome = told.outcome();
        DeliveryBlock delivery = told.delivery();
        return new PanelCard(
                which.objective(),
                which.name(),
                which.url(),
                which.place(),
                SignalView.of(
                        language, told.signal().name(), language.text("throughline.signal.reason." + told.reason())),
                OutcomeView.of(language, outcome.health().name(), outcome.attainment(), outcome.expected()),
                DeliveryView.of(
                        language,
                        delivery.health().name(),
                        delivery.progress(),
                        delivery.expected(),
                        sizes(delivery, told)),
                own == null || told.brought() == null ? List.of() : facts(told, own.type(), told.brought(), language),
                unlinks ? Long.toString(own.id()) : "",
                unlinks ? language.text("throughline.panel.unlink") : "");
    }

    /** What the link brings: its share of the objective's work and how much of it is done, if it has work; and who made it. */
    private static List<PanelFact> facts(Told told, String type, Brought brought, Language language) {
        List<PanelFact> facts = new ArrayList<>();
        DeliveryBlock link = brought.delivery();
        if (link.progress() != null) {
            DeliveryView.Sizes own = sizes(link, told);
            double whole = told.delivery().total();
            facts.add(new PanelFact(language.text("throughline.panel.fact.share"), own.share(language, whole)));
            facts.add(new PanelFact(
                    language.text("throughline.panel.fact.done", type),
                    own.done(language) + ", " + language.percent(link.progress())));
        }
        if (!brought.author().isEmpty()) {
            facts.add(new PanelFact(
                    language.text("throughline.panel.fact.linkedBy"),
                    brought.author() + ", " + language.date(brought.made())));
        }
        return facts;
    }

    private static DeliveryView.Sizes sizes(DeliveryBlock block, Told told) {
        return new DeliveryView.Sizes(
                block.total(), block.done(), block.inProgress(), told.measure().name());
    }
}
