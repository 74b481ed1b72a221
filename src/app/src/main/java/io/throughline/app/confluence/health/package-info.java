/** How a plan stands, and what changed. Entry: {@link io.throughline.app.confluence.health.HealthMacro}. */
@NullMarked
package io.throughline.app.confluence.health;

import org.jspecify.annotations.NullMarked;
