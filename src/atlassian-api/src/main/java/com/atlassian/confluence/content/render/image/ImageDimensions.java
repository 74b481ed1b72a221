package com.atlassian.confluence.content.render.image;

/**
 * Size of a picture in pixels.
 *
 * <p>Source: dossier 4.1;
 * https://docs.atlassian.com/ConfluenceServer/javadoc/7.19.14/com/atlassian/confluence/macro/DefaultImagePlaceholder.html
 */
public class ImageDimensions {
    public ImageDimensions(int width, int height) {}
}
