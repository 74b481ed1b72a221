/**
 * Pages that begin as something: content templates with variables, and the blueprints that offer them in the create dialog. Wizards drawn by
 * Soy templates are not run here; what a context provider says is.
 */
package io.throughline.host.confluence.blueprint;
