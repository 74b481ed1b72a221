/**
 * What the editor of a page asks while somebody fills in a macro: which plans, objectives and KPIs there are, and how the
 * macro would look. Read only, as whoever is logged in. Entry: {@link io.throughline.app.confluence.editor.EditorServlet}.
 */
@NullMarked
package io.throughline.app.confluence.editor;

import org.jspecify.annotations.NullMarked;
