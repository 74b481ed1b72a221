/**
 * Marks and bars for PDF, Word, mail and pages without the app, as HTML that their engines understand: tables, inline styles
 * and pictures. Entry: {@link io.throughline.app.confluence.paper.Paper}.
 */
@NullMarked
package io.throughline.app.confluence.paper;

import org.jspecify.annotations.NullMarked;
