import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import { type Format, today } from '../shared/format';
import type { KpiNode, Listing } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { OutcomeChart, OutcomeLegend } from './outcome-chart';
import { text } from './words';

/** The values of a KPI as a chart, with their table beside it. */

export interface Actual {
  period: string;
  value: number;
  note?: string | null;
  version: number;
  enteredBy?: string | null;
  enteredByName?: string | null;
  enteredAt?: string | null;
  attestedBy?: string | null;
  attestedByName?: string | null;
  attestedAt?: string | null;
  attainment?: number | null;
  pace?: number | null;
  health?: 'GREEN' | 'AMBER' | 'RED' | 'UNKNOWN';
}

/** All values, newest first. Read anew when `version` is another one. */
export function useActuals(
  kpi: string,
  version: unknown,
): { actuals: readonly Actual[] | null; problem: unknown; again: () => void } {
  const [actuals, setActuals] = useState<readonly Actual[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      const all: Actual[] = [];
      for (let isLast = false; !isLast;) {
        const path = `/kpis/${encodeURIComponent(kpi)}/actuals?start=${all.length}&limit=200`;
        const page = await get<Listing<Actual>>(path, stop.signal);
        all.push(...page.values);
        isLast = page.isLast || page.values.length === 0;
      }
      setActuals(all);
      setProblem(null);
    };
    read().catch((failed: unknown) => {
      if (!stop.signal.aborted) setProblem(failed);
    });
    return () => stop.abort();
  }, [kpi, version, turn]);
  return { actuals, problem, again: () => setTurn((now) => now + 1) };
}

export function KpiValues({ kpi, format }: { kpi: KpiNode; format: Format }): VNode {
  const newest = `${kpi.actual?.period ?? ''} ${kpi.actual?.value ?? ''}`;
  const { actuals, problem, again } = useActuals(kpi.key, newest);
  const [isTable, setTable] = useState(false);
  if (problem) return <Trouble problem={problem} what={text.unread} retry={again} />;
  if (!actuals) return <div class="tl-chart-wait" />;
  return (
    <>
      {isTable ? (
        <ActualsTable actuals={actuals} kpi={kpi} format={format} />
      ) : (
        <OutcomeChart kpi={kpi} actuals={[...actuals].reverse()} format={format} today={today()} />
      )}
      <div class="tl-chart-legend tl-secondary">
        <OutcomeLegend kpi={kpi} />
        <button type="button" class="tl-textlink tl-noprint" onClick={() => setTable(!isTable)}>
          {isTable ? text.drawn : text.table}
        </button>
      </div>
    </>
  );
}

function ActualsTable(props: { actuals: readonly Actual[]; kpi: KpiNode; format: Format }): VNode {
  const { actuals, kpi, format } = props;
  return (
    <div class="tl-chart-table" tabIndex={0} role="group" aria-label={text.table}>
      <table>
        <caption class="tl-sr">{kpi.name}</caption>
        <tbody>
          {actuals.map((actual) => (
            <tr key={actual.period}>
              <th scope="row">{format.date(actual.period)}</th>
              <td class="tl-num">
                {format.number(actual.value)} {kpi.unit?.symbol ?? ''}
              </td>
              <td class="tl-secondary" dir="auto">
                {actual.note}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
