import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import { figure } from '../shared/marks';
import { shareOf, type Week } from './shapes';
import { text } from './linking-words';

/** Where the open work went, week by week: aligned, exempt, orphan as shares of the open size. Twin: a table. */

const WIDTH = 640;
const HEIGHT = 232;
const LEFT = 36;
const RIGHT = 96;
const TOP = 12;
const BOTTOM = 24;

interface Point {
  x: number;
  aligned: number;
  covered: number;
  week: Week;
}

interface Props {
  /** oldest first */
  weeks: readonly Week[];
  title: string;
  format: Format;
}

export function ShareChart({ weeks, title, format }: Props): VNode {
  const [isTable, setTable] = useState(false);
  return (
    <>
      <div class="tl-project-bar">
        <h2 class="tl-section">{title}</h2>
        <span class="tl-secondary">
          {weeks.length > 1 ? fill(text.weeks, format.number(weeks.length, 0)) : ''}{' '}
          {weeks.length > 0 ? (
            <button type="button" class="tl-textlink" onClick={() => setTable(!isTable)}>
              {isTable ? text.chart : text.table}
            </button>
          ) : null}
        </span>
      </div>
      {weeks.length < 2 ? <p class="tl-secondary">{text.tooShort}</p> : null}
      {weeks.length >= 1 && isTable ? <Table weeks={weeks} format={format} /> : null}
      {weeks.length >= 2 && !isTable ? <Areas weeks={weeks} format={format} /> : null}
    </>
  );
}

function Areas({ weeks, format }: { weeks: readonly Week[]; format: Format }): VNode {
  const points = weeks.map((week, at): Point => {
    const aligned = shareOf(week.aligned, week.total) ?? 0;
    const exempt = shareOf(week.exempt, week.total) ?? 0;
    return { x: LEFT + (at * (WIDTH - LEFT - RIGHT)) / (weeks.length - 1), aligned, covered: aligned + exempt, week };
  });
  const y = (share: number): number => HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  const line = (of: (point: Point) => number): string =>
    points.map((point) => `${point.x.toFixed(1)},${y(of(point)).toFixed(1)}`).join(' ');
  const between = (upper: (point: Point) => number, lower: (point: Point) => number): string =>
    `${line(upper)} ${[...points]
      .reverse()
      .map((point) => `${point.x.toFixed(1)},${y(lower(point)).toFixed(1)}`)
      .join(' ')}`;
  const last = points[points.length - 1];
  const every = Math.max(1, Math.ceil(points.length / 5));
  const parts = last
    ? ([
        ['orphan', 1 - last.covered, (1 + last.covered) / 2],
        ['exempt', last.covered - last.aligned, (last.covered + last.aligned) / 2],
        ['aligned', last.aligned, last.aligned / 2],
      ] as const)
    : [];
  const said = parts.map(([name, share]) => `${text.parts[name]} ${format.percent(share)}`).join(', ');
  return (
    <svg class="tl-shares" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
      <defs>
        <pattern id="tl-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="tl-shares-ground" width="6" height="6" />
          <rect class="tl-shares-stripe" width="1.5" height="6" />
        </pattern>
      </defs>
      <polygon
        fill="url(#tl-stripes)"
        points={between(
          () => 1,
          (point) => point.covered,
        )}
      />
      <polygon
        class="tl-shares-exempt"
        points={between(
          (point) => point.covered,
          (point) => point.aligned,
        )}
      />
      <polygon
        class="tl-shares-aligned"
        points={between(
          (point) => point.aligned,
          () => 0,
        )}
      />
      <polyline class="tl-shares-line is-orphan" points={line((point) => point.covered)} />
      <polyline class="tl-shares-line is-aligned" points={line((point) => point.aligned)} />
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <text key={share} class="tl-shares-text" x={LEFT - 8} y={y(share) + 4} text-anchor="end">
          {format.number(share * 100, 0)}
        </text>
      ))}
      {points.map((point, at) =>
        at % every === 0 || at === points.length - 1 ? (
          <text key={point.week.day} class="tl-shares-text" x={point.x} y={HEIGHT - 6} text-anchor="middle">
            {at + every > points.length - 1 && at !== points.length - 1 ? '' : format.date(point.week.day)}
          </text>
        ) : null,
      )}
      {apart(parts.map(([name, share, at]) => ({ name, share, y: y(at) + 4 }))).map((part) => (
        <text key={part.name} class={`tl-shares-text is-${part.name}`} x={WIDTH - RIGHT + 8} y={part.y}>
          {text.parts[part.name]} {format.percent(part.share)}
        </text>
      ))}
    </svg>
  );
}

/** Words that would lie on each other move apart; they come from the top down. */
export function apart<T extends { y: number }>(labels: readonly T[]): T[] {
  let above = -Infinity;
  return labels.map((label) => {
    const y = Math.max(label.y, above + 14);
    above = y;
    return { ...label, y };
  });
}

function Table({ weeks, format }: { weeks: readonly Week[]; format: Format }): VNode {
  const share = (part: number, week: Week): string => figure(shareOf(part, week.total), format, 1);
  return (
    <div class="tl-shares-table">
      <table class="tl-desk-table">
        <thead>
          <tr>
            <th scope="col">{text.week}</th>
            {(['aligned', 'exempt', 'orphan'] as const).map((part) => (
              <th scope="col" class="tl-num" key={part}>
                {text.parts[part]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...weeks].reverse().map((week) => (
            <tr key={week.day}>
              <td>
                {format.date(week.day)} {week.filled ? <span class="tl-tertiary">{text.filled}</span> : null}
              </td>
              <td class="tl-num">{share(week.aligned, week)}</td>
              <td class="tl-num">{share(week.exempt, week)}</td>
              <td class="tl-num">{share(week.orphan, week)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
