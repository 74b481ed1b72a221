package com.atlassian.webresource.api.assembler;

/**
 * The scripts and style sheets of a page.
 *
 * <p>Source: dossier 2.4 [P7].
 */
public interface RequiredResources {
    RequiredResources requireWebResource(String moduleCompleteKey);

    RequiredResources requireContext(String context);
}
