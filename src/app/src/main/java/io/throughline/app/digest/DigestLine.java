package io.throughline.app.digest;

/**
 * One thing that a digest names.
 *
 * @param place under which it is
 * @param fact what is at stake or wrong
 */
public record DigestLine(String name, String url, String place, String fact) {}
