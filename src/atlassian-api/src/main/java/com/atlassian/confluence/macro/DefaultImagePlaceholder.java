package com.atlassian.confluence.macro;

import com.atlassian.confluence.content.render.image.ImageDimensions;

/**
 * A picture with a fixed address.
 *
 * <p>Source: dossier 4.1 [Javadoc 6.15.6]; the same constructor is called by a public plugin for Confluence 8 [S6]
 */
public class DefaultImagePlaceholder implements ImagePlaceholder {

    private final String url;
    private final boolean applyPlaceholderChrome;

    public DefaultImagePlaceholder(String url, boolean applyPlaceholderChrome, ImageDimensions dimensions) {
        this.url = url;
        this.applyPlaceholderChrome = applyPlaceholderChrome;
    }

    @Override
    public String getUrl() {
        return url;
    }

    @Override
    public boolean applyPlaceholderChrome() {
        return applyPlaceholderChrome;
    }
}
