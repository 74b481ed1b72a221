/**
 * Made-up worlds of any size for {@code --synthetic}: the same seed, size and day give the same issues. {@link
 * io.throughline.host.jira.synthetic.SyntheticWorld} writes them past the desks and their events, since a million of them would take
 * hours otherwise; proportions are those of Atlassian's enterprise test set (2,000 issues a project, 21 users a thousand issues).
 */
package io.throughline.host.jira.synthetic;
