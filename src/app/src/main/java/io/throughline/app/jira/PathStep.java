package io.throughline.app.jira;

/**
 * A station on the path.
 *
 * @param icon style class of its icon
 * @param key empty where it may not be named
 * @param url empty where there is nothing to open
 */
public record PathStep(String icon, String key, String url, String text) {}
