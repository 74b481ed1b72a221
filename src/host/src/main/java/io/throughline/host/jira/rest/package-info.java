/**
 * {@code /rest/api/2}: the part of Jira's own REST that a person or a script needs, with Jira's shapes and error bodies.
 * {@link io.throughline.host.jira.rest.JiraRest} lists the resources.
 */
package io.throughline.host.jira.rest;
