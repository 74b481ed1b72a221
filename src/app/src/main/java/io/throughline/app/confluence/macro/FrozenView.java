package io.throughline.app.confluence.macro;

/**
 * What stands below frozen content.
 *
 * @param text since when it no longer changes
 * @param url of what is shown, in Jira
 * @param action text of the link
 */
public record FrozenView(String text, String url, String action) {}
