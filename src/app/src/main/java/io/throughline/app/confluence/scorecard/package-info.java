/**
 * {@code strategy-scorecard}: a plan's themes, objectives and KPIs as rows. Entry: {@link
 * io.throughline.app.confluence.scorecard.ScorecardMacro}.
 */
@NullMarked
package io.throughline.app.confluence.scorecard;

import org.jspecify.annotations.NullMarked;
