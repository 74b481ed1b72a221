/**
 * One small vector drawing, made once and written twice: as SVG for screens, as PNG for the engines of PDF, Word and mail,
 * which know no SVG. {@link io.throughline.app.confluence.drawing.Canvas} is where to start: it collects marks into a
 * {@link io.throughline.app.confluence.drawing.Drawing}, and {@link io.throughline.app.confluence.drawing.SvgWriter} and
 * {@link io.throughline.app.confluence.drawing.PngWriter} write it. Colours are meanings, not values.
 */
@NullMarked
package io.throughline.app.confluence.drawing;

import org.jspecify.annotations.NullMarked;
