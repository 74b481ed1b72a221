package io.throughline.app.confluence.sheet;

/**
 * One number that stands out, with what it is about.
 *
 * @param note smaller below it, may be empty
 * @param css style class, may be empty
 */
public record FigureView(String figure, String label, String note, String css) {}
