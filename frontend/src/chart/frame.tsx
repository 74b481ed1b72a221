import { scaleLinear, type ScaleLinear, scaleUtc, type ScaleTime } from 'd3-scale';
import type { ComponentChildren, VNode } from 'preact';
import type { Format } from '../shared/format';
import { text } from './words';

/** What charts over time have in common: scales, grid, axes, and the line of today. Drawn as SVG in the page's colours. */

export const WIDTH = 440;
export const HEIGHT = 232;
const LEFT = 60;
const RIGHT = 16;
const TOP = 28;
const BOTTOM = 26;

export interface Scales {
  x: (day: string) => number;
  y: ScaleLinear<number, number>;
  time: ScaleTime<number, number>;
}

/** Scales that hold these days and values, with some air above and below. */
export function scalesOf(days: readonly string[], values: readonly number[], fromZero = false): Scales {
  const times = days.map((day) => Date.parse(day)).filter(Number.isFinite);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const time = scaleUtc()
    .domain([from, to > from ? to : from + 86_400_000])
    .range([LEFT, WIDTH - RIGHT]);
  const [low, high] = [fromZero ? 0 : Math.min(...values), Math.max(...values)];
  const air = (high - low || Math.abs(high) || 1) * 0.08;
  const y = scaleLinear()
    .domain([fromZero ? 0 : low - air, high + air])
    .range([HEIGHT - BOTTOM, TOP]);
  return { x: (day) => time(Date.parse(day)), y, time };
}

interface Props {
  scales: Scales;
  label: string;
  format: Format;
  today: string;
  tone?: string;
  /** how values on the axis are written */
  say?: (value: number) => string;
  children: ComponentChildren;
}

export function Frame({ scales, label, format, today, tone = '', say, children }: Props): VNode {
  const { x, y, time } = scales;
  const write = say ?? ((value: number): string => format.brief(value));
  const at = x(today);
  const isNear = at > WIDTH - RIGHT - 60;
  const [from, to] = time.domain();
  const isShort = (to?.getTime() ?? 0) - (from?.getTime() ?? 0) < 100 * 86_400_000;
  return (
    <svg class={`tl-chart-svg ${tone}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {y.ticks(4).map((value) => (
        <g key={value}>
          <line class="tl-chart-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
          <text class="tl-chart-text" x={LEFT - 8} y={y(value) + 4} text-anchor="end">
            {write(value)}
          </text>
        </g>
      ))}
      {time.ticks(4).map((tick) => {
        const day = tick.toISOString().slice(0, 10);
        return (
          <g key={day}>
            <line class="tl-chart-grid" x1={x(day)} x2={x(day)} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM + 4} />
            <text class="tl-chart-text" x={x(day)} y={HEIGHT - 8} text-anchor="middle">
              {isShort ? format.date(day) : format.month(day)}
            </text>
          </g>
        );
      })}
      {children}
      {at >= LEFT && at <= WIDTH - RIGHT ? (
        <>
          <line class="tl-chart-today" x1={at} x2={at} y1={12} y2={HEIGHT - BOTTOM} />
          <text class="tl-chart-text is-today" x={at + (isNear ? -4 : 4)} y={20} text-anchor={isNear ? 'end' : 'start'}>
            {text.today}
          </text>
        </>
      ) : null}
    </svg>
  );
}
