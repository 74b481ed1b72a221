/**
 * Jira's data: rows as records and the stores that read and write them with JDBI, on H2 and PostgreSQL alike. Instants are
 * milliseconds since 1970, estimates are seconds, user references are user keys. {@link io.throughline.host.jira.model.JiraSchema}
 * creates the tables.
 */
package io.throughline.host.jira.model;
