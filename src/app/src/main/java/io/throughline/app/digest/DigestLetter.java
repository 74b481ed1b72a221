package io.throughline.app.digest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.live.OrphanRow;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a digest in its reader's language. */
@JiraComponent
public class DigestLetter {
    private static final String TEMPLATE = "/templates/jira/digest.vm";
    private static final String PAGES = "/plugins/servlet/throughline/";

    private final Languages languages;
    private final TemplateRenderer templates;
    private final ApplicationProperties properties;

    @Inject
    public DigestLetter(
            Languages languages,
            @ComponentImport TemplateRenderer templates,
            @ComponentImport("salApplicationProperties") ApplicationProperties properties) {
        this.languages = languages;
        this.templates = templates;
        this.properties = properties;
    }

    /** A mail that is ready to be sent. */
    record Written(String subject, String html) {}

    /** @param digest not empty */
    Written write(String reader, StrategyModel model, LocalDate today, Digest digest) {
        Language language = languages.of(reader);
        String base = properties.getBaseUrl(UrlMode.CANONICAL);
        List<DigestSection> sections = new ArrayList<>();
        if (digest.orphanCount() > 0) {
            sections.add(orphans(digest, language, base));
        }
        if (!digest.drifting().isEmpty()) {
            sections.add(drifting(digest.drifting(), model, language, base));
        }
        if (!digest.stale().isEmpty()) {
            sections.add(stale(digest.stale(), model, language, base));
        }
        String subject = language.text("throughline.digest.subject", language.date(today));
        Map<String, Object> values =
                Map.of("title", subject, "sections", sections, "why", language.text("throughline.digest.why"));
        StringWriter html = new StringWriter();
        try {
            templates.render(TEMPLATE, values, html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(subject, html.toString());
    }

    private static DigestSection orphans(Digest digest, Language language, String base) {
        List<DigestLine> lines = digest.orphans().stream()
                .map(each -> orphan(each, language, base))
                .toList();
        int rest = digest.orphanCount() - lines.size();
        return new DigestSection(
                language.counted("throughline.digest.orphans", digest.orphanCount()),
                lines,
                rest > 0 ? language.counted("throughline.digest.more", rest) : "",
                base + PAGES + "triage");
    }

    private static DigestLine orphan(OrphanRow row, Language language, String base) {
        Double size = row.openSize();
        return new DigestLine(
                row.ref() + (row.summary() == null ? "" : " " + row.summary()),
                base + "/browse/" + row.ref(),
                row.type() == null ? "" : row.type(),
                size == null ? "" : language.text("throughline.digest.size", language.number(size, 1)));
    }

    private static DigestSection drifting(
            List<Objective> objectives, StrategyModel model, Language language, String base) {
        List<DigestLine> lines = objectives.stream()
                .map(each -> new DigestLine(
                        each.name(),
                        base + PAGES + "objectives/" + each.key(),
                        plan(model, each.key()),
                        language.text("throughline.digest.drifts")))
                .toList();
        return new DigestSection(language.counted("throughline.digest.drifting", lines.size()), lines, "", "");
    }

    private static DigestSection stale(List<Kpi> kpis, StrategyModel model, Language language, String base) {
        List<DigestLine> lines = kpis.stream()
                .map(each -> new DigestLine(
                        each.name(),
                        base + PAGES + "kpis/" + each.key(),
                        place(each.objective(), model, each.key()),
                        language.text(
                                "throughline.digest.last",
                                language.date(model.actualsOf(each.key()).get(0).period()))))
                .toList();
        return new DigestSection(language.counted("throughline.digest.stale", lines.size()), lines, "", "");
    }

    private static String place(@Nullable String objective, StrategyModel model, String kpi) {
        String name = objective == null
                ? ""
                : model.objective(objective).map(Objective::name).orElse("");
        String plan = plan(model, kpi);
        return name.isEmpty() ? plan : plan.isEmpty() ? name : name + ", " + plan;
    }

    private static String plan(StrategyModel model, String key) {
        return model.planOf(key).map(Plan::name).orElse("");
    }
}
