/**
 * Confluence's side: macros that show strategy. A macro asks Jira over the application link as the person who reads the
 * page, and renders the answer on the server, complete without JavaScript. Loaded in Confluence only; nothing outside
 * this package may name it. Each macro has a package of its own below this one; what they share is {@code macro} (the
 * base of all, parameters, notices, footer) and {@code link} (asking Jira).
 */
@NullMarked
package io.throughline.app.confluence;

import org.jspecify.annotations.NullMarked;
