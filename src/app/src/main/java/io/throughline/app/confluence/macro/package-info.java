/**
 * What all macros share: parameters, the notice in place of a macro that cannot be shown, the footer that says from where
 * and when its data is. Entry: {@link io.throughline.app.confluence.macro.StrategyMacro}, which every macro extends.
 */
@NullMarked
package io.throughline.app.confluence.macro;

import org.jspecify.annotations.NullMarked;
