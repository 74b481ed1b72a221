/**
 * Jira's side: reads issues into the work index, follows issue events, and draws the pages and the issue panel. Loaded
 * in Jira only; nothing outside this package may name it. Entries: {@link io.throughline.app.jira.JiraStart} for the
 * background work, {@link io.throughline.app.jira.IssuePanelContext} for the panel.
 */
@NullMarked
package io.throughline.app.jira;

import org.jspecify.annotations.NullMarked;
