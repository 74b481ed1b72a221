package com.atlassian.confluence.macro;

/**
 * The picture that stands for a macro in the editor.
 *
 * <p>Source: dossier 4.1 [C9],
 * https://docs.atlassian.com/ConfluenceServer/javadoc/8.0.0-m90/com/atlassian/confluence/macro/class-use/ImagePlaceholder.html
 */
public interface ImagePlaceholder {}
