package io.throughline.app.confluence.sheet;

/**
 * A part of a whole in a bar; what it is and how much is said by the figures beside it.
 *
 * @param css style class
 * @param width as CSS
 */
public record PartView(String css, String width) {}
