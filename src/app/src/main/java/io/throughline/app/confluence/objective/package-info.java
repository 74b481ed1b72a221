/** One objective as a card. Entry: {@link io.throughline.app.confluence.objective.ObjectiveMacro}. */
@NullMarked
package io.throughline.app.confluence.objective;

import org.jspecify.annotations.NullMarked;
