package io.throughline.app.confluence.act;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.confluence.wiki.OpenPage;
import io.throughline.app.confluence.wiki.Pages;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.Reference;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code strategy-actions}: decisions and actions of a meeting. Its body is plain page content that people may edit and that stays when
 * the app goes; whoever may edit the page finds a button below it that makes an issue in Jira and writes a line with its link.
 *
 * <p>Parameter: {@code plan} (key; whose objectives the form offers, empty for the first plan). Jira is not asked while the page renders.
 */
@ConfluenceComponent
public class ActionsMacro implements Macro {
    /** In storage format; never changes. */
    static final String NAME = "strategy-actions";

    private static final Logger LOG = LoggerFactory.getLogger(ActionsMacro.class);
    private static final Pattern PLAN = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>|&nbsp;|&#160;|\\s|\\u00a0");

    private final Pages pages;
    private final ReadOnlySite site;
    private final Languages languages;
    private final PageResources resources;
    private final TemplateRenderer templates;

    @Inject
    public ActionsMacro(
            Pages pages,
            ReadOnlySite site,
            Languages languages,
            PageResources resources,
            @ComponentImport TemplateRenderer templates) {
        this.pages = pages;
        this.site = site;
        this.languages = languages;
        this.resources = resources;
        this.templates = templates;
    }

    @Override
    public String execute(Map<String, String> parameters, String body, ConversionContext context) {
        String content = body == null ? "" : body;
        try {
            return content
                    + below(parameters, TAGS.matcher(content).replaceAll("").isEmpty(), context);
        } catch (IOException | RuntimeException e) {
            // what people wrote is shown whatever becomes of the button
            String reference = Reference.next();
            LOG.error("A strategy-actions macro failed, reference {}", reference, e);
            return content + "<p>Throughline: ref " + reference + "</p>";
        }
    }

    private String below(Map<String, String> parameters, boolean isEmpty, ConversionContext context)
            throws IOException {
        Language language = languages.ofReader();
        Optional<OpenPage> page = pages.rendered(context == null ? null : context.getEntity());
        boolean onScreen =
                context != null && ConversionContextOutputType.DISPLAY.value().equals(context.getOutputType());
        boolean mayAdd = onScreen
                && !site.isReadOnly()
                && pages.user().isPresent()
                && page.filter(OpenPage::mayEdit).isPresent();
        if (mayAdd) {
            resources.require("page-work-look");
        }
        String plan = parameters.getOrDefault("plan", "").strip();
        StringWriter html = new StringWriter();
        templates.render(
                "/templates/confluence/actions.vm",
                Map.of(
                        "empty",
                        isEmpty ? language.text("throughline.actions.empty") : "",
                        "url",
                        mayAdd
                                ? pages.context()
                                        + WorkForm.of(
                                                page.get().id(),
                                                PLAN.matcher(plan).matches() ? plan : "")
                                : "",
                        "add",
                        language.text("throughline.actions.add")),
                html);
        return html.toString();
    }

    @Override
    public BodyType getBodyType() {
        return BodyType.RICH_TEXT;
    }

    @Override
    public OutputType getOutputType() {
        return OutputType.BLOCK;
    }
}
