/**
 * Jira's Java API over the stores: what plugins import from OSGi, and the one place where issues are written and events are
 * published. {@link io.throughline.host.jira.service.JiraServices} makes all of it.
 */
package io.throughline.host.jira.service;
