/**
 * JQL: text to the platform's query tree, the tree to SQL. {@link io.throughline.host.jira.jql.JqlParser} reads,
 * {@link io.throughline.host.jira.jql.JqlSearch} runs. As with OpenSearch no search reaches past its 10,000th issue, and archived
 * issues are never found.
 */
package io.throughline.host.jira.jql;
