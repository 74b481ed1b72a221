package io.throughline.app.jira;

import com.atlassian.velocity.htmlsafe.HtmlSafe;

/**
 * The issue panel, as Jira asks for it: in a template.
 *
 * @param html as {@link PanelHtml} writes it, which has escaped all that is in it
 */
public record PanelPage(@HtmlSafe String html) {}
