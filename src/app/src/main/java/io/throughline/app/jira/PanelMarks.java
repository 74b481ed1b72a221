package io.throughline.app.jira;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import io.throughline.core.alignment.Serving;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Signal;
import io.throughline.core.strategy.Plan;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signal, outcome and delivery of an objective as the panel draws them. They are written once for all issues that serve the
 * objective, and anew with its next score: an issue page should not pay for what the page before it has already worked out.
 * Nothing in them depends on the issue or on who looks, except for the locale.
 */
@JiraComponent
public class PanelMarks {
    private static final List<String> WORDS = List.of("throughline.outcome", "throughline.delivery");

    private record Key(String objective, Locale locale) {}

    private record LinkKey(long link, String type, Locale locale) {}

    /** What the template of the marks shows. */
    public record View(SignalView signal, OutcomeView outcome, DeliveryView delivery) {}

    private final TemplateRenderer templates;
    private final Shown<Key, String> shown = new Shown<>();
    private final Shown<LinkKey, List<PanelFact>> facts = new Shown<>();

    @Inject
    public PanelMarks(@ComponentImport TemplateRenderer templates) {
        this.templates = templates;
    }

    /** @return HTML, escaped by the template */
    String of(String objective, Plan plan, PlanScore score, Language language) {
        return shown.of(new Key(objective, language.locale()), score, () -> written(objective, plan, score, language));
    }

    /**
     * What a link brings: its share of the objective's work, and how much of it is done; empty without work.
     *
     * @param type how the reader calls what is linked
     */
    List<PanelFact> of(Serving serving, String type, Plan plan, PlanScore score, Language language) {
        LinkKey key = new LinkKey(serving.link(), type, language.locale());
        return facts.of(key, score, () -> brought(serving, type, plan, score, language));
    }

    private static List<PanelFact> brought(
            Serving serving, String type, Plan plan, PlanScore score, Language language) {
        DeliveryBlock link = score.delivery(serving.link());
        if (link.progress() == null) {
            return List.of();
        }
        DeliveryView.Sizes own = sizes(link, plan);
        double whole = score.delivery(serving.objective()).total();
        return List.of(
                new PanelFact(language.text("throughline.panel.fact.share"), own.share(language, whole)),
                new PanelFact(
                        language.text("throughline.panel.fact.done", type),
                        own.done(language) + ", " + language.percent(link.progress())));
    }

    private String written(String objective, Plan plan, PlanScore score, Language language) {
        StringWriter html = new StringWriter();
        try {
            templates.render(
                    "/templates/jira/panel-marks.vm",
                    Map.of("marks", view(objective, plan, score, language), "words", language.texts(WORDS)),
                    html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }

    private static View view(String objective, Plan plan, PlanScore score, Language language) {
        Signal signal = score.signal(objective);
        OutcomeBlock outcome = score.outcome(objective);
        DeliveryBlock delivery = score.delivery(objective);
        return new View(
                SignalView.of(
                        language, signal.kind().name(), language.text("throughline.signal.reason." + signal.reason())),
                OutcomeView.of(language, outcome.health().name(), outcome.attainment(), outcome.expected()),
                DeliveryView.of(
                        language,
                        delivery.health().name(),
                        delivery.progress(),
                        delivery.expected(),
                        sizes(delivery, plan)));
    }

    private static DeliveryView.Sizes sizes(DeliveryBlock block, Plan plan) {
        return new DeliveryView.Sizes(
                block.total(),
                block.done(),
                block.inProgress(),
                plan.sizeMeasure().name());
    }
}
