package com.atlassian.webresource.api.assembler;

/**
 * The web resources of the page that is being answered.
 *
 * <p>Source: dossier 2.4 [P7].
 */
public interface PageBuilderService {
    WebResourceAssembler assembler();
}
