package io.throughline.app.confluence;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code strategy-scorecard}: a plan's themes, objectives and KPIs on a page, as the reader may see them in Jira.
 *
 * <p>PDF, Word, mail and feeds get one plain table: shapes, words and numbers, no bars and no style sheet, since their
 * engines know neither.
 *
 * <p>Parameters: {@code plan} (key, required), {@code groupBy} (theme or perspective), {@code asOf} (a date). Whatever is
 * wrong, with the parameters, the link, Jira or this macro, becomes a notice in its place; the page always renders.
 */
@ConfluenceComponent
public class ScorecardMacro implements Macro {
    private static final Logger LOG = LoggerFactory.getLogger(ScorecardMacro.class);
    private static final Set<String> ON_SCREEN =
            Set.of(ConversionContextOutputType.DISPLAY.value(), ConversionContextOutputType.PREVIEW.value());

    /** The fonts of the PDF engine have none of the shapes; the words say the same. */
    private static final String PDF = ConversionContextOutputType.PDF.value();

    private final JiraStrategy jira;
    private final Languages languages;
    private final TemplateRenderer templates;
    private final PageResources resources;

    @Inject
    public ScorecardMacro(
            JiraStrategy jira,
            Languages languages,
            PageResources resources,
            @ComponentImport TemplateRenderer templates) {
        this.jira = jira;
        this.languages = languages;
        this.templates = templates;
        this.resources = resources;
    }

    @Override
    public String execute(Map<String, String> parameters, String body, ConversionContext context) {
        try {
            String outputType = context == null
                    ? ConversionContextOutputType.DISPLAY.value()
                    : String.valueOf(context.getOutputType());
            boolean onScreen = ON_SCREEN.contains(outputType);
            if (onScreen) {
                // exports render on threads without a page, and their engines take no style sheet of ours
                resources.require("scorecard");
            }
            return scorecard(parameters, languages.ofReader(), outputType);
        } catch (IOException | RuntimeException e) {
            String reference = UUID.randomUUID().toString().substring(0, 6);
            LOG.error("A strategy-scorecard macro failed, reference {}", reference, e);
            return "<div class=\"aui-message aui-message-error error\">Throughline: ref " + reference + "</div>";
        }
    }

    private String scorecard(Map<String, String> parameters, Language language, String outputType) throws IOException {
        String template = ON_SCREEN.contains(outputType) ? "scorecard" : "scorecard-print";
        Notices notices = new Notices(language);
        ScorecardQuestion question;
        try {
            question = ScorecardQuestion.of(parameters);
        } catch (ScorecardQuestion.Unclear unclear) {
            return rendered("notice", notices.of(unclear), language, true);
        }
        JiraReply reply = jira.get(question.path());
        if (reply instanceof JiraReply.Refusal refusal) {
            return rendered("notice", notices.of(refusal, question.plan()), language, true);
        }
        JiraReply.Body answer = (JiraReply.Body) reply;
        Optional<ScorecardView> view = view(answer, language);
        return view.isPresent()
                ? rendered(template, view.get(), language, !outputType.equals(PDF))
                : rendered("notice", notices.garbled(answer.jira(), question.plan()), language, true);
    }

    private static Optional<ScorecardView> view(JiraReply.Body answer, Language language) {
        try {
            return Optional.of(new ScorecardPage(ScorecardReader.read(answer.bytes()), answer.jira(), language).view());
        } catch (GarbledAnswer e) {
            LOG.warn(
                    "{} answered something that is not a scorecard",
                    answer.jira().url(),
                    e);
            return Optional.empty();
        }
    }

    private String rendered(String template, Object view, Language language, boolean shapes) throws IOException {
        StringWriter html = new StringWriter();
        templates.render(
                "/templates/confluence/" + template + ".vm",
                Map.of("view", view, "words", ScorecardWords.in(language), "shapes", shapes),
                html);
        return html.toString();
    }

    @Override
    public BodyType getBodyType() {
        return BodyType.NONE;
    }

    @Override
    public OutputType getOutputType() {
        return OutputType.BLOCK;
    }
}
