/**
 * Reads what Jira gives as "Export CSV": {@link io.throughline.host.jira.importer.csv.CsvExport} goes through a file twice, first to
 * learn what only the whole file tells (its encoding, which day-and-month order its dates have, which of its types are sub-tasks, what
 * its statuses mean), then to hand out every row as an issue in the shape of Jira's REST, so that one reader does for both.
 */
package io.throughline.host.jira.importer.csv;
