import { area, curveStepAfter, line } from 'd3-shape';
import type { VNode } from 'preact';
import { fill, type Format } from '../shared/format';
import type { Delivery, Measure } from '../shared/shapes';
import { Frame, HEIGHT, scalesOf } from './frame';
import { text } from './words';

/** How much work there was and how much of it was done, day by day; when the rest will be done, as a fan of two days. */

/** One day of the past, as its snapshot has it. */
export interface Day {
  date: string;
  total: number;
  done: number;
  /** the snapshot was missed and repeats the one before */
  filled: boolean;
}

interface Props {
  /** oldest first */
  days: readonly Day[];
  delivery: Delivery;
  /** when the work runs from and to */
  start: string;
  due: string;
  measure: Measure;
  format: Format;
  today: string;
}

export function BurnupChart({ days, delivery, start, due, measure, format, today }: Props): VNode {
  const { forecast, total } = delivery;
  const [p50, p85] = [forecast?.p50, forecast?.p85];
  const first = days[0]?.date ?? start;
  const scales = scalesOf(
    [first < start ? first : start, due, today, ...(p85 ? [p85] : [])],
    [total, ...days.map((day) => day.total)],
    true,
  );
  const { x, y } = scales;
  const done = line<Day>(
    (day) => x(day.date),
    (day) => y(day.done),
  );
  const under = area<Day>(
    (day) => x(day.date),
    y(0),
    (day) => y(day.done),
  );
  const scope = line<Day>(
    (day) => x(day.date),
    (day) => y(day.total),
  ).curve(curveStepAfter);
  const size = (value: number): string => format.number(measure === 'ORIGINAL_ESTIMATE' ? value / 3600 : value, 0);
  const said = format.sizeOf(delivery.done, total, measure);
  const now = { at: x(today), y: y(delivery.done) };
  const isLate = now.at > 300;
  return (
    <Frame scales={scales} label={fill(text.delivery, said)} format={format} today={today} say={size}>
      <path class="tl-chart-done" d={under(days) ?? ''} />
      <line class="tl-chart-line" x1={x(start)} y1={y(0)} x2={x(due)} y2={y(total)} />
      <path class="tl-chart-scope" d={scope(days) ?? ''} />
      <path class="tl-chart-work" d={done(days) ?? ''} />
      {days.length > 1 ? (
        <text class="tl-chart-text" x={x(first) + 6} y={y(days[0]?.total ?? 0) - 6}>
          {text.scope}
        </text>
      ) : null}
      {p50 && p85 ? (
        <>
          <line class="tl-chart-scope is-coming" x1={now.at} x2={x(p85)} y1={y(total)} y2={y(total)} />
          <path class="tl-chart-fan" d={`M${now.at},${now.y}L${x(p50)},${y(total)}L${x(p85)},${y(total)}Z`} />
        </>
      ) : null}
      <line class="tl-chart-due" x1={x(due)} x2={x(due)} y1={y(total)} y2={HEIGHT - 26} />
      <text class="tl-chart-text" x={x(due) - 4} y={HEIGHT - 32} text-anchor="end">
        {fill(text.due, format.date(due))}
      </text>
      <circle class="tl-chart-now" cx={now.at} cy={now.y} r="3.5" />
      <text
        class="tl-chart-text is-work"
        x={now.at + (isLate ? -8 : 8)}
        y={now.y + (isLate ? -8 : 16)}
        text-anchor={isLate ? 'end' : 'start'}
      >
        {said}
      </text>
    </Frame>
  );
}

export function BurnupLegend({ hasForecast }: { hasForecast: boolean }): VNode {
  return (
    <>
      <span>
        <i class="is-done" /> {text.legendDone}
      </span>
      <span>
        <i class="is-line" /> {text.legendExpected}
      </span>
      {hasForecast ? (
        <span>
          <i class="is-fan" /> {text.legendForecast}
        </span>
      ) : null}
    </>
  );
}
