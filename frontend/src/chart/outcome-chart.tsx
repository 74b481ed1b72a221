import { line } from 'd3-shape';
import type { VNode } from 'preact';
import { fill, type Format } from '../shared/format';
import { OUTCOME_TONES } from '../shared/marks';
import type { KpiNode } from '../shared/shapes';
import { Frame, scalesOf, WIDTH } from './frame';
import { text } from './words';

/** What was measured against the line from baseline over milestones to target, today, and the gap between the two. */

export interface Point {
  date: string;
  value: number;
}

export interface Measured {
  period: string;
  value: number;
}

/** The line that the KPI should follow; empty for a band. */
export function wanted(kpi: KpiNode): Point[] {
  const points = [
    ...(kpi.baseline ? [kpi.baseline] : []),
    ...(kpi.milestones ?? []),
    ...(kpi.target ? [kpi.target] : []),
  ];
  return kpi.target ? points.sort((one, other) => one.date.localeCompare(other.date)) : [];
}

/** The value that the server expected at the newest actual: its share of the way from baseline to target. */
export function expectedValue(kpi: KpiNode): number | null {
  const expected = kpi.outcome?.expected;
  if (!kpi.baseline || !kpi.target || expected === null || expected === undefined) return null;
  return kpi.baseline.value + expected * (kpi.target.value - kpi.baseline.value);
}

interface Props {
  kpi: KpiNode;
  /** oldest first */
  actuals: readonly Measured[];
  format: Format;
  today: string;
}

export function OutcomeChart({ kpi, actuals, format, today }: Props): VNode {
  const plan = wanted(kpi);
  const measured = actuals.map(({ period, value }) => ({ date: period, value }));
  const last = measured[measured.length - 1];
  const expected = expectedValue(kpi);
  const band = kpi.band ? [kpi.band.low, kpi.band.high] : [];
  const all = [...plan, ...measured];
  const scales = scalesOf(
    [...all.map(({ date }) => date), today],
    [...all.map(({ value }) => value), ...band, ...(expected === null ? [] : [expected])],
  );
  const { x, y } = scales;
  const path = line<Point>(
    ({ date }) => x(date),
    ({ value }) => y(value),
  );
  const unit = kpi.unit?.symbol ? ` ${kpi.unit.symbol}` : '';
  const say = (value: number): string => format.number(value) + unit;
  const gap = last && expected !== null ? { at: x(last.date), from: y(expected), to: y(last.value) } : null;
  const label = fill(text.outcome, kpi.name, last ? say(last.value) : '–');
  const isLate = gap !== null && gap.at > WIDTH - 110;
  const beside = (isLate ? -8 : 8) + (gap?.at ?? 0);
  const anchor = isLate ? 'end' : 'start';
  const lowest = gap ? Math.max(gap.from, gap.to) : 0;
  return (
    <Frame
      scales={scales}
      label={label}
      format={format}
      today={today}
      tone={`tl-${OUTCOME_TONES[kpi.outcome?.health ?? 'UNKNOWN']}`}
    >
      {kpi.band ? (
        <rect
          class="tl-chart-band"
          x={x(scales.time.domain()[0]?.toISOString() ?? today)}
          width={WIDTH - 16 - x(scales.time.domain()[0]?.toISOString() ?? today)}
          y={y(kpi.band.high)}
          height={y(kpi.band.low) - y(kpi.band.high)}
        />
      ) : null}
      {gap ? <line class="tl-chart-gap" x1={gap.at} x2={gap.at} y1={gap.from} y2={gap.to} /> : null}
      <path class="tl-chart-line" d={path(plan) ?? ''} />
      {(kpi.milestones ?? []).map((each) => (
        <g key={each.date}>
          <rect
            class="tl-chart-milestone"
            x={x(each.date) - 4}
            y={y(each.value) - 4}
            width="8"
            height="8"
            transform={`rotate(45 ${x(each.date)} ${y(each.value)})`}
          />
          <text class="tl-chart-text" x={x(each.date) - 8} y={y(each.value) - 6} text-anchor="end">
            {format.number(each.value)}
          </text>
        </g>
      ))}
      {kpi.target ? (
        <>
          <circle class="tl-chart-target" cx={x(kpi.target.date)} cy={y(kpi.target.value)} r="4" />
          <text
            class="tl-chart-text is-target"
            x={x(kpi.target.date) - 8}
            y={y(kpi.target.value) + (kpi.direction === 'DECREASE' ? 16 : -8)}
            text-anchor="end"
          >
            {fill(text.target, say(kpi.target.value))}
          </text>
        </>
      ) : null}
      <path class="tl-chart-actual" d={path(measured) ?? ''} />
      {measured.map((each) => (
        <circle key={each.date} class="tl-chart-dot" cx={x(each.date)} cy={y(each.value)} r="2.5" />
      ))}
      {last ? (
        <text
          class="tl-chart-text is-last"
          x={gap ? beside : x(last.date) + 8}
          y={gap ? lowest + (gap.to === lowest ? 4 : -lowest + gap.to + 4) : y(last.value) + 14}
          text-anchor={gap ? anchor : 'start'}
        >
          {say(last.value)}
        </text>
      ) : null}
      {gap && expected !== null && Math.abs(gap.from - gap.to) > 14 ? (
        <text class="tl-chart-text" x={beside} y={gap.from + 4} text-anchor={anchor}>
          {fill(text.expected, say(Number(expected.toPrecision(3))))}
        </text>
      ) : null}
    </Frame>
  );
}

/** What the signs of the chart mean. */
export function OutcomeLegend({ kpi }: { kpi: KpiNode }): VNode {
  return (
    <>
      <span>
        <i class="is-actual" /> {text.legendActual}
      </span>
      {kpi.target ? (
        <span>
          <i class="is-line" /> {text.legendLine}
        </span>
      ) : null}
      {kpi.band ? (
        <span>
          <i class="is-band" /> {text.legendBand}
        </span>
      ) : null}
      {(kpi.milestones ?? []).length > 0 ? <span>◇ {text.legendMilestone}</span> : null}
    </>
  );
}
