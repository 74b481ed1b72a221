/**
 * What people do to Jira from a Confluence page: decisions, actions and ideas that become issues linked to an objective. Always as the
 * person who pressed the button, over the application link. Entries: {@code JiraAsUser}, the actions macro and its servlet.
 */
@NullMarked
package io.throughline.app.confluence.act;

import org.jspecify.annotations.NullMarked;
