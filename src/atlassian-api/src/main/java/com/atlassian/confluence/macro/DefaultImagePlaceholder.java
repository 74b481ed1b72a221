package com.atlassian.confluence.macro;

import com.atlassian.confluence.content.render.image.ImageDimensions;

/**
 * A picture at an address of Confluence.
 *
 * <p>Source: https://docs.atlassian.com/ConfluenceServer/javadoc/7.19.14/com/atlassian/confluence/macro/DefaultImagePlaceholder.html
 */
public class DefaultImagePlaceholder implements ImagePlaceholder {

    /**
     * @param url relative to Confluence's base address
     * @param applyPlaceholderChrome whether the editor draws its frame and title around the picture
     */
    public DefaultImagePlaceholder(String url, boolean applyPlaceholderChrome, ImageDimensions imageDimensions) {}
}
