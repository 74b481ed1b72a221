import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import { figure } from '../shared/marks';
import { type Four, PARTS, type Week } from './shapes';
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
  share: NonNullable<Four['share']>;
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

/** The weeks that have open work, each run of them together: a week without any is a gap, not a week of zeros. */
export function runsOf(weeks: readonly Week[], xOf: (at: number) => number): Point[][] {
  const runs: Point[][] = [];
  weeks.forEach(({ share }, at) => {
    if (!share) return;
    if (at > 0 && weeks[at - 1]?.share) runs[runs.length - 1]?.push({ x: xOf(at), share });
    else runs.push([{ x: xOf(at), share }]);
  });
  return runs;
}

/** Half of what a week alone between two gaps is wide. */
const ALONE = 2;

function Areas({ weeks, format }: { weeks: readonly Week[]; format: Format }): VNode {
  const xOf = (at: number): number => LEFT + (at * (WIDTH - LEFT - RIGHT)) / (weeks.length - 1);
  const y = (share: number): number => HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  const runs = runsOf(weeks, xOf).map((run) =>
    run.length > 1
      ? run
      : run.flatMap((each) => [
          { ...each, x: each.x - ALONE },
          { ...each, x: each.x + ALONE },
        ]),
  );
  const last = weeks[weeks.length - 1]?.share;
  const every = Math.max(1, Math.ceil(weeks.length / 5));
  const parts = last
    ? ([
        ['orphan', 1 - last.orphan / 2],
        ['exempt', last.aligned + last.exempt / 2],
        ['aligned', last.aligned / 2],
      ] as const)
    : [];
  const percent = (part: (typeof PARTS)[number]): string => figure(last?.[part], format);
  const said = parts.map(([name]) => `${text.parts[name]} ${percent(name)}`).join(', ');
  return (
    <svg class="tl-shares" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
      <defs>
        <pattern id="tl-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="tl-shares-ground" width="6" height="6" />
          <rect class="tl-shares-stripe" width="1.5" height="6" />
        </pattern>
      </defs>
      {runs.map((run) => (
        <Run key={run[0]?.x} run={run} y={y} />
      ))}
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <text key={share} class="tl-shares-text" x={LEFT - 8} y={y(share) + 4} text-anchor="end">
          {format.number(share * 100, 0)}
        </text>
      ))}
      {weeks.map(({ day }, at) =>
        at % every === 0 || at === weeks.length - 1 ? (
          <text key={day} class="tl-shares-text" x={xOf(at)} y={HEIGHT - 6} text-anchor="middle">
            {at + every > weeks.length - 1 && at !== weeks.length - 1 ? '' : format.date(day)}
          </text>
        ) : null,
      )}
      {apart(parts.map(([name, at]) => ({ name, y: y(at) + 4 }))).map((part) => (
        <text key={part.name} class={`tl-shares-text is-${part.name}`} x={WIDTH - RIGHT + 8} y={part.y}>
          {text.parts[part.name]} {percent(part.name)}
        </text>
      ))}
    </svg>
  );
}

/** Three areas on each other: aligned at the bottom, exempt, orphan up to the top. */
function Run({ run, y }: { run: readonly Point[]; y: (share: number) => number }): VNode {
  const aligned = ({ share }: Point): number => share.aligned;
  const covered = ({ share }: Point): number => 1 - share.orphan;
  const line = (points: readonly Point[], of: (point: Point) => number): string =>
    points.map((point) => `${point.x.toFixed(1)},${y(of(point)).toFixed(1)}`).join(' ');
  const back = [...run].reverse();
  const between = (upper: (point: Point) => number, lower: (point: Point) => number): string =>
    `${line(run, upper)} ${line(back, lower)}`;
  return (
    <>
      <polygon fill="url(#tl-stripes)" points={between(() => 1, covered)} />
      <polygon class="tl-shares-exempt" points={between(covered, aligned)} />
      <polygon class="tl-shares-aligned" points={between(aligned, () => 0)} />
      <polyline class="tl-shares-line is-orphan" points={line(run, covered)} />
      <polyline class="tl-shares-line is-aligned" points={line(run, aligned)} />
    </>
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
  return (
    <div class="tl-shares-table">
      <table class="tl-desk-table">
        <thead>
          <tr>
            <th scope="col">{text.week}</th>
            {PARTS.map((part) => (
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
              {PARTS.map((part) => (
                <td class="tl-num" key={part}>
                  {figure(week.share?.[part], format, 1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
