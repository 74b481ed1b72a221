package io.throughline.app.confluence.macro;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.link.LinkedStrategy;
import io.throughline.app.confluence.picture.PictureView;
import io.throughline.app.confluence.picture.Pictures;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What every macro needs, in one constructor argument. */
@ConfluenceComponent
public class MacroTools {
    private final LinkedStrategy strategy;
    private final Languages languages;
    private final PageResources resources;
    private final TemplateRenderer templates;
    private final Supplier<Duration> budget;
    private final Easel easel;
    private final Siblings siblings;

    @Inject
    public MacroTools(
            LinkedStrategy strategy,
            Languages languages,
            PageResources resources,
            @ComponentImport TemplateRenderer templates,
            MacroSettings settings,
            Pictures pictures,
            Siblings siblings) {
        this(strategy, languages, resources, templates, settings::budget, pictures::of, siblings);
    }

    /** Without settings and without a place for pictures, as tests of single macros have it. */
    public MacroTools(
            LinkedStrategy strategy, Languages languages, PageResources resources, TemplateRenderer templates) {
        this(strategy, languages, resources, templates, new Siblings());
    }

    /** The same, for macros that stand on one page. */
    public MacroTools(
            LinkedStrategy strategy,
            Languages languages,
            PageResources resources,
            TemplateRenderer templates,
            Siblings siblings) {
        this(
                strategy,
                languages,
                resources,
                templates,
                () -> MacroSettings.DEFAULT_BUDGET,
                (drawing, life) -> Optional.empty(),
                siblings);
    }

    private MacroTools(
            LinkedStrategy strategy,
            Languages languages,
            PageResources resources,
            TemplateRenderer templates,
            Supplier<Duration> budget,
            Easel easel,
            Siblings siblings) {
        this.strategy = strategy;
        this.languages = languages;
        this.resources = resources;
        this.templates = templates;
        this.budget = budget;
        this.easel = easel;
        this.siblings = siblings;
    }

    /** Who paints: {@link Pictures#of}. */
    interface Easel {
        Optional<PictureView> paint(Drawing drawing, Duration life);
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
        return budget.get();
    }

    Easel easel() {
        return easel;
    }

    /** What else stands on a page. */
    Siblings siblings() {
        return siblings;
    }
}
