package com.atlassian.confluence.macro;

/**
 * The picture that stands for a macro in the editor. Its getter of dimensions is left out: the sources disagree about
 * its return type, and nothing here needs it.
 *
 * <p>Source: dossier 4.1 [C9]
 */
public interface ImagePlaceholder {

    /** The picture's address, relative to the base URL. */
    String getUrl();

    /** Whether the editor draws the macro's frame and name around the picture. */
    boolean applyPlaceholderChrome();
}
