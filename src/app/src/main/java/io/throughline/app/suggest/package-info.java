/**
 * Which objectives an orphan might serve, and why one may think so: by words, through a text index in memory, and by what
 * is linked already (siblings, components, labels, leads). Nothing is searched in Jira, and what a caller may not browse
 * takes no part, not even in how rare a word is. Entry: {@code Suggester}.
 */
@NullMarked
package io.throughline.app.suggest;

import org.jspecify.annotations.NullMarked;
