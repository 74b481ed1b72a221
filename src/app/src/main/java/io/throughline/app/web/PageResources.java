package io.throughline.app.web;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks the page that is being made for our scripts and style sheets: only where something of ours is on it. */
@Named
public class PageResources {
    private static final String PLUGIN = "io.throughline.strategy:";

    private final PageBuilderService pages;

    @Inject
    public PageResources(@ComponentImport PageBuilderService pages) {
        this.pages = pages;
    }

    /** @param module key of a web-resource module of this plugin */
    public void require(String module) {
        pages.assembler().resources().requireWebResource(PLUGIN + module);
    }
}
