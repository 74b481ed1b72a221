/**
 * Confluence's own pages, as the person who acts sees them: whether they may view or edit one, and one line more in it. The one place that
 * checks, since the platform's page manager checks nothing.
 */
@NullMarked
package io.throughline.app.confluence.wiki;

import org.jspecify.annotations.NullMarked;
