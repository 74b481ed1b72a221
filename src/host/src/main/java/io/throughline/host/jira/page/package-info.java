/**
 * Jira's pages: dashboard, projects, search, issue view and the small forms, made from templates and wrapped by
 * {@link io.throughline.host.jira.page.JiraDecorator}. {@link io.throughline.host.jira.page.JiraPages} mounts them.
 */
package io.throughline.host.jira.page;
