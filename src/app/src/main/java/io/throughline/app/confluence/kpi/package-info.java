/** One KPI as a chart and a table. Entry: {@link io.throughline.app.confluence.kpi.KpiMacro}. */
@NullMarked
package io.throughline.app.confluence.kpi;

import org.jspecify.annotations.NullMarked;
