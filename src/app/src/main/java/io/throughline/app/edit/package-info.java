/**
 * Changes to strategy objects: strict forms that read a request body into a record and collect every error, and the
 * rules that need more than one object (who lies under whom, what a deletion takes along, what may not be twice).
 * Knows no HTTP and no database. A rule that says no throws {@link io.throughline.app.edit.Refused}.
 */
@NullMarked
package io.throughline.app.edit;

import org.jspecify.annotations.NullMarked;
