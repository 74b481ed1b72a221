/**
 * Pages that begin as something: strategy on a page, quarterly review, monthly KPI review, announcement, in Confluence's create dialog.
 * A page is made from a content template whose variables are filled here, from the plan as Jira tells it to the person who makes the
 * page; when Jira does not tell, the page is made all the same and says so.
 */
@NullMarked
package io.throughline.app.confluence.blueprint;

import org.jspecify.annotations.NullMarked;
