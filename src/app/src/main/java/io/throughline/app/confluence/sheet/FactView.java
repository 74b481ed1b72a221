package io.throughline.app.confluence.sheet;

/**
 * Something known about the thing: {@code Owner}, {@code Ingrid Halvorsen}.
 *
 * @param url where it leads, empty for nowhere
 */
public record FactView(String label, String value, String url) {}
