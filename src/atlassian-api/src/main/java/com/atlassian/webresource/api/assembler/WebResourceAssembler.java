package com.atlassian.webresource.api.assembler;

/**
 * Gathers what a page requires.
 *
 * <p>Source: dossier 2.4 [P7].
 */
public interface WebResourceAssembler {
    RequiredResources resources();

    RequiredData data();
}
