import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { KpiValues } from '../chart/kpi-values';
import type { Format } from '../shared/format';
import { kpiUrl } from '../shared/host';
import type { KpiNode } from '../shared/shapes';
import { text } from './words';

/** The KPIs of the objective, one at a time, each against its line. */
export function Charts({ kpis, format }: { kpis: readonly KpiNode[]; format: Format }): VNode | null {
  const drawable = kpis.filter((kpi) => kpi.actual);
  const [wanted, setWanted] = useState('');
  const kpi = drawable.find((each) => each.key === wanted) ?? drawable[0];
  if (!kpi) return null;
  return (
    <div class="tl-chart">
      <div class="tl-chart-choice" role="group" aria-label={text.kpis}>
        {drawable.length > 1 ? (
          drawable.slice(0, 5).map((each) => (
            <button
              type="button"
              key={each.key}
              class="tl-segment"
              dir="auto"
              aria-pressed={each === kpi}
              onClick={() => setWanted(each.key)}
            >
              {each.name}
            </button>
          ))
        ) : (
          <a href={kpiUrl(kpi.key)} dir="auto">
            {kpi.name}
          </a>
        )}
      </div>
      <KpiValues key={kpi.key} kpi={kpi} format={format} />
    </div>
  );
}
