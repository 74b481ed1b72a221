package com.atlassian.confluence.content.render.image;

/**
 * Width and height of a picture in pixels.
 *
 * <p>Source: dossier 4.1 [Javadoc 6.15.6]
 */
public class ImageDimensions {

    public ImageDimensions(int width, int height) {}
}
