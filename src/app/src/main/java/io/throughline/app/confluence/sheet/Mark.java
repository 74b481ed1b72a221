package io.throughline.app.confluence.sheet;

/**
 * A health in a table: colour, shape and word.
 *
 * @param tone style class
 * @param shape character that stays when colours and style sheets are gone
 */
public record Mark(String tone, String shape, String word) {}
