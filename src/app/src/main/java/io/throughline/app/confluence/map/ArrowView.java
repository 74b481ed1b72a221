package io.throughline.app.confluence.map;

/**
 * What an objective helps to reach.
 *
 * @param effect its name
 * @param together whether the two move together, in words
 */
public record ArrowView(String effect, String together) {}
