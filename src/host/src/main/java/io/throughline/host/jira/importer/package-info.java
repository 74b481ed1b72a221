/**
 * Reads what people export from their own Jira: search pages, one issue per line, gzipped or not, in the shapes of Server, Data
 * Center, Cloud and the Agile REST. {@link io.throughline.host.jira.importer.JiraImport} runs it. Issues whose key exists are
 * skipped, references to issues that are not here are kept as words and resolved by a later import that brings them.
 */
package io.throughline.host.jira.importer;
