import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import { fill, type Format, today } from '../shared/format';
import type { KpiNode, Listing } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { text } from './words';

/** What was measured against the line from baseline over milestones to target; with its table twin. */

interface Actual {
  period: string;
  value: number;
  note?: string | null;
}

interface Point {
  date: string;
  value: number;
}

export function Charts({ kpis, format }: { kpis: readonly KpiNode[]; format: Format }): VNode | null {
  const drawable = kpis.filter((kpi) => kpi.actual);
  const [wanted, setWanted] = useState('');
  const [isTable, setTable] = useState(false);
  const kpi = drawable.find((each) => each.key === wanted) ?? drawable[0];
  if (!kpi) return null;
  return (
    <div class="tl-chart">
      <div class="tl-chart-choice" role="group" aria-label={text.chart}>
        {drawable.length > 1 ? (
          drawable.slice(0, 5).map((each) => (
            <button
              type="button"
              key={each.key}
              class="tl-segment"
              aria-pressed={each === kpi}
              onClick={() => setWanted(each.key)}
            >
              {each.name}
            </button>
          ))
        ) : (
          <span class="tl-secondary">{kpi.name}</span>
        )}
      </div>
      <Chart key={kpi.key} kpi={kpi} format={format} isTable={isTable} />
      <div class="tl-chart-legend tl-secondary">
        <span>
          <i class="is-actual" /> {text.legendActual}
        </span>
        <span>
          <i class="is-line" /> {text.legendLine}
        </span>
        {(kpi.milestones ?? []).length > 0 ? <span>◇ {text.legendMilestone}</span> : null}
        <button type="button" class="tl-textlink" onClick={() => setTable(!isTable)}>
          {isTable ? text.drawn : text.table}
        </button>
      </div>
    </div>
  );
}

function Chart({ kpi, format, isTable }: { kpi: KpiNode; format: Format; isTable: boolean }): VNode | null {
  const [actuals, setActuals] = useState<readonly Actual[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const newest = `${kpi.actual?.period ?? ''} ${kpi.actual?.value ?? ''}`;
  useEffect(() => {
    const stop = new AbortController();
    get<Listing<Actual>>(`/kpis/${encodeURIComponent(kpi.key)}/actuals?limit=200`, stop.signal)
      .then((page) => setActuals([...page.values].reverse()))
      .catch((failed: unknown) => {
        if (!stop.signal.aborted) setProblem(failed);
      });
    return () => stop.abort();
    // a new value is another drawing
  }, [kpi.key, newest]);
  if (problem) return <Trouble problem={problem} what={text.unread} />;
  if (!actuals) return <div class="tl-chart-wait" />;
  return isTable ? (
    <Table actuals={actuals} kpi={kpi} format={format} />
  ) : (
    <Drawing actuals={actuals} kpi={kpi} format={format} />
  );
}

function Table({ actuals, kpi, format }: { actuals: readonly Actual[]; kpi: KpiNode; format: Format }): VNode {
  return (
    <div class="tl-chart-table">
      <table>
        <caption class="tl-sr">{kpi.name}</caption>
        <tbody>
          {[...actuals].reverse().map((actual) => (
            <tr key={actual.period}>
              <th scope="row">{format.date(actual.period)}</th>
              <td class="tl-num">
                {format.number(actual.value)} {kpi.unit?.symbol ?? ''}
              </td>
              <td class="tl-secondary">{actual.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WIDTH = 400;
const HEIGHT = 200;
const LEFT = 40;
const RIGHT = 12;
const TOP = 16;
const BOTTOM = 24;

function Drawing({ actuals, kpi, format }: { actuals: readonly Actual[]; kpi: KpiNode; format: Format }): VNode {
  const line: Point[] = [
    ...(kpi.baseline ? [kpi.baseline] : []),
    ...(kpi.milestones ?? []),
    ...(kpi.target ? [kpi.target] : []),
  ].sort((one, other) => one.date.localeCompare(other.date));
  const measured = actuals.map(({ period, value }) => ({ date: period, value }));
  const all = [...line, ...measured];
  const band = kpi.band ? [kpi.band.low, kpi.band.high] : [];
  const values = [...all.map(({ value }) => value), ...band];
  const times = [...all.map(({ date }) => Date.parse(date)), Date.parse(today())];
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low || Math.abs(high) || 1) * 0.08;
  const x = (date: string): number => LEFT + ((Date.parse(date) - from) / (to - from || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number =>
    TOP + (1 - (value - low + margin) / (high - low + 2 * margin || 1)) * (HEIGHT - TOP - BOTTOM);
  const path = (points: readonly Point[]): string =>
    points.map(({ date, value }) => `${x(date).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const last = measured[measured.length - 1];
  const health = { GREEN: 'good', AMBER: 'warn', RED: 'bad', UNKNOWN: 'none' }[kpi.outcome?.health ?? 'UNKNOWN'];
  const unit = kpi.unit?.symbol ?? '';
  const spoken = fill(text.chart, kpi.name, last ? `${format.number(last.value)} ${unit}` : '–');
  const [start, end] = [new Date(from), new Date(to)].map((day) => day.toISOString().slice(0, 10));
  return (
    <svg class={`tl-chart-svg tl-${health}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={spoken}>
      {ticks(low, high).map((value) => (
        <g key={value}>
          <line class="tl-chart-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
          <text class="tl-chart-text" x={LEFT - 6} y={y(value) + 4} text-anchor="end">
            {format.number(value)}
          </text>
        </g>
      ))}
      {kpi.band ? (
        <rect
          class="tl-chart-band"
          x={LEFT}
          width={WIDTH - LEFT - RIGHT}
          y={y(kpi.band.high)}
          height={y(kpi.band.low) - y(kpi.band.high)}
        />
      ) : null}
      <polyline class="tl-chart-line" points={path(line)} />
      {(kpi.milestones ?? []).map((each) => (
        <rect
          key={each.date}
          class="tl-chart-milestone"
          x={x(each.date) - 4}
          y={y(each.value) - 4}
          width="8"
          height="8"
          transform={`rotate(45 ${x(each.date)} ${y(each.value)})`}
        />
      ))}
      <line class="tl-chart-today" x1={x(today())} x2={x(today())} y1={TOP - 4} y2={HEIGHT - BOTTOM} />
      <text class="tl-chart-text is-today" x={x(today()) + 4} y={TOP + 4}>
        {text.today}
      </text>
      <polyline class="tl-chart-actual" points={path(measured)} />
      {measured.map((each) => (
        <circle key={each.date} class="tl-chart-dot" cx={x(each.date)} cy={y(each.value)} r="2.5" />
      ))}
      {last ? (
        <text class="tl-chart-text is-last" x={Math.min(x(last.date) + 8, WIDTH - 60)} y={y(last.value) + 14}>
          {format.number(last.value)} {unit}
        </text>
      ) : null}
      <text class="tl-chart-text" x={LEFT} y={HEIGHT - 6}>
        {format.month(start ?? '')}
      </text>
      <text class="tl-chart-text" x={WIDTH - RIGHT} y={HEIGHT - 6} text-anchor="end">
        {format.month(end ?? '')}
      </text>
    </svg>
  );
}

/** Round values in the range, four or so. */
export function ticks(low: number, high: number): number[] {
  const range = high - low;
  if (!(range > 0)) return [low];
  const raw = range / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= raw) ?? raw;
  const all: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step / 1e6; value += step) {
    all.push(Number(value.toPrecision(12)));
  }
  return all;
}
