package io.throughline.app.confluence.picture;

/**
 * A picture in a template: {@code <img src="$picture.url()" width="$picture.width()" height="$picture.height()"
 * alt="$picture.alt()">}.
 *
 * @param url absolute; works without a login and only for a while
 * @param width in pixels of the page; the picture itself is finer
 * @param alt what it shows; its numbers stand beside it as text
 */
public record PictureView(String url, int width, int height, String alt) {}
