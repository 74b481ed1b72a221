package io.throughline.app.confluence.admin;

import com.atlassian.annotations.security.AdminOnly;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.confluence.macro.MacroSettings;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** {@code /plugins/servlet/throughline/macro-settings}: a form; its script saves over REST, which asks who may. */
@AdminOnly
public class MacroSettingsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final List<String> WORDS = List.of(
            "throughline.macro.settings.title",
            "throughline.macro.settings.intro",
            "throughline.macro.settings.budget",
            "throughline.macro.settings.save");

    private final transient MacroSettings settings;
    private final transient ReadOnlySite site;
    private final transient Languages languages;
    private final transient PageResources resources;
    private final transient TemplateRenderer templates;

    @Inject
    public MacroSettingsServlet(
            MacroSettings settings,
            ReadOnlySite site,
            Languages languages,
            PageResources resources,
            @ComponentImport TemplateRenderer templates) {
        this.settings = settings;
        this.site = site;
        this.languages = languages;
        this.resources = resources;
        this.templates = templates;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        resources.require("macro-settings");
        Language language = languages.ofReader();
        StringWriter html = new StringWriter();
        templates.render(
                "/templates/confluence/macro-settings.vm",
                Map.of(
                        "words", language.texts(WORDS),
                        "closed", site.notice(),
                        "seconds", Double.toString(settings.budget().toMillis() / 1000.0),
                        "least", Double.toString(MacroSettings.LEAST_BUDGET.toMillis() / 1000.0),
                        "most", Double.toString(MacroSettings.MOST_BUDGET.toMillis() / 1000.0)),
                html);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(html.toString());
    }
}
