/**
 * The embedded Jira: {@link io.throughline.host.jira.JiraProduct} creates its tables, hands its services to plugins and mounts its
 * REST resources and pages.
 */
package io.throughline.host.jira;
