package io.throughline.app.confluence.pulse;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserProfile;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.confluence.wiki.OpenPage;
import io.throughline.app.confluence.wiki.Pages;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.Reference;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code strategy-pulse}: asks the readers of a page whether it made sense. A plain form that needs no script. Paper and mail cannot be
 * answered: there it says where one can.
 *
 * <p>Parameters: {@code groups} (names of groups of which the result tells apart), {@code owners} (user names of those who see the result
 * beside the page's creator; whoever may edit the page may name them, and its history shows that). Answers are not part of the page.
 */
@ConfluenceComponent
public class PulseMacro implements Macro {
    /** In storage format; never changes. */
    static final String NAME = "strategy-pulse";

    private static final Logger LOG = LoggerFactory.getLogger(PulseMacro.class);
    private static final List<String> WORDS = List.of(
            "throughline.pulse.title",
            "throughline.pulse.clear",
            "throughline.pulse.question",
            "throughline.pulse.idea",
            "throughline.pulse.words",
            "throughline.pulse.named",
            "throughline.pulse.send",
            "throughline.pulse.change",
            "throughline.pulse.withdraw",
            "throughline.pulse.results");

    private final Pages pages;
    private final PulseBoard board;
    private final Languages languages;
    private final PageResources resources;
    private final TemplateRenderer templates;

    @Inject
    public PulseMacro(
            Pages pages,
            PulseBoard board,
            Languages languages,
            PageResources resources,
            @ComponentImport TemplateRenderer templates) {
        this.pages = pages;
        this.board = board;
        this.languages = languages;
        this.resources = resources;
        this.templates = templates;
    }

    @Override
    public String execute(Map<String, String> parameters, String body, ConversionContext context) {
        try {
            Language language = languages.ofReader();
            Optional<OpenPage> page = pages.rendered(context == null ? null : context.getEntity());
            Optional<UserProfile> reader = pages.user();
            boolean onScreen = context != null
                    && ConversionContextOutputType.DISPLAY.value().equals(context.getOutputType());
            if (onScreen && page.isPresent() && reader.isPresent()) {
                resources.require("pulse");
                return html(board.view(page.get(), reader.get(), parameters, language), language);
            }
            return sentence(page, onScreen, language);
        } catch (IOException | RuntimeException e) {
            String reference = Reference.next();
            LOG.error("A strategy-pulse macro failed, reference {}", reference, e);
            return "<div class=\"aui-message aui-message-error error\">Throughline: ref " + reference + "</div>";
        }
    }

    /** Where there is nothing to press: paper, mail, a preview, somebody who is not logged in. */
    private String sentence(Optional<OpenPage> page, boolean onScreen, Language language) throws IOException {
        String url = page.map(each -> pages.url(each.id())).orElse("");
        String text = language.text(
                onScreen && page.isPresent()
                        ? "throughline.pulse.log-in"
                        : page.isPresent() ? "throughline.pulse.on-paper" : "throughline.pulse.preview");
        StringWriter html = new StringWriter();
        templates.render(
                "/templates/confluence/pulse-sentence.vm",
                Map.of("title", language.text("throughline.pulse.title"), "text", text, "url", onScreen ? "" : url),
                html);
        return html.toString();
    }

    private String html(PulseView view, Language language) throws IOException {
        StringWriter html = new StringWriter();
        templates.render("/templates/confluence/pulse.vm", Map.of("view", view, "words", language.texts(WORDS)), html);
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
