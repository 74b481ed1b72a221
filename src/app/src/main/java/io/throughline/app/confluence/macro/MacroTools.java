package io.throughline.app.confluence.macro;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.confluence.link.LinkedStrategy;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import jakarta.inject.Inject;
import java.time.Duration;

/** What every macro needs, in one constructor argument. */
@ConfluenceComponent
public class MacroTools {
    private static final Duration BUDGET = Duration.ofSeconds(3);

    private final LinkedStrategy strategy;
    private final Languages languages;
    private final PageResources resources;
    private final TemplateRenderer templates;

    @Inject
    public MacroTools(
            LinkedStrategy strategy,
            Languages languages,
            PageResources resources,
            @ComponentImport TemplateRenderer templates) {
        this.strategy = strategy;
        this.languages = languages;
        this.resources = resources;
        this.templates = templates;
    }

    LinkedStrategy strategy() {
        return strategy;
    }

    Languages languages() {
        return languages;
    }

    PageResources resources() {
        return resources;
    }

    TemplateRenderer templates() {
        return templates;
    }

    /** How long all macros of a page may wait for Jira, together. */
    Duration budget() {
        return BUDGET;
    }
}
