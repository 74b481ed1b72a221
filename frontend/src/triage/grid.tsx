import type { RefObject, TargetedFocusEvent, TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import type { Measure } from '../shared/shapes';
import { tops, useWindow } from '../tree/window';
import type { Asked, Sort } from './asked';
import { command } from './keys';
import { groups } from './kind-words';
import { AGE_BOUNDS, type Head, type Line, linesOf } from './lines';
import { RowView } from './row';
import { idOf, isWork, type Orphan } from './shapes';
import { extended } from './selection';
import type { Hands } from './use-hands';
import type { Rows } from './use-rows';
import { hrefOf } from './where';
import { text } from './words';

/** The list as an ARIA grid: one stop of the Tab key, arrows inside; of any length only what is in sight is drawn. */

interface Props {
  rows: Rows;
  total: number;
  heads: readonly Head[];
  asked: Asked;
  hands: Hands;
  measure: Measure;
  mayEdit: boolean;
  format: Format;
}

const HEAD = 40;
const ROW = 44;
/** On a phone a row is a block. */
const BLOCK = 96;
const NARROW = '(max-width: 720px)';

export function Grid(props: Props): VNode {
  const { rows, total, heads, asked, hands, measure, mayEdit, format } = props;
  const body = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow();
  const lines = useMemo(() => linesOf(total, heads), [total, heads]);
  const lineTops = useMemo(
    () => tops(lines.map((line) => (typeof line === 'number' ? (isNarrow ? BLOCK : ROW) : HEAD))),
    [lines, isNarrow],
  );
  const sight = useWindow(body, lineTops);
  const isWhole = sight.end - sight.first === lines.length;
  const { need } = rows;
  const inSight = lines.slice(sight.first, sight.end);
  const numbers = inSight.filter((line) => typeof line === 'number');
  const [first, last] = [numbers[0] ?? 0, numbers[numbers.length - 1] ?? 0];
  useEffect(() => {
    // what races by is not read
    if (!sight.isRacing) need(first, last + 1);
  }, [need, first, last, sight.isRacing]);
  const active = hands.active === null ? null : Math.min(hands.active, total - 1);
  useFocus(body, active, lines, lineTops);

  const keys = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const isElsewhere = event.target instanceof Element && event.target.closest('button, input, a[href]') !== null;
    const isControl = event.ctrlKey || event.metaKey;
    if (isElsewhere && !isControl) return;
    const what = command(event, mayEdit, hands.outlook !== null);
    if (!what) return;
    event.preventDefault();
    event.stopPropagation();
    carry(what, { rows, active: active ?? 0, hands, total });
  };
  const focused = (event: TargetedFocusEvent<HTMLElement>): void => {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (row !== undefined && Number(row) !== active) hands.activate(Number(row));
  };
  const loaded = numbers.map((row) => rows.at(row)).filter((row): row is Orphan => row !== undefined && isWork(row));
  const isAll = loaded.length > 0 && loaded.every((row) => hands.selection.has(idOf(row)));
  return (
    <div
      role="grid"
      class={`tl-grid tl-orphans${mayEdit ? ' may-edit' : ''}`}
      aria-label={text.title}
      aria-rowcount={total + 1}
      aria-multiselectable={mayEdit}
      onKeyDown={keys}
    >
      <div role="row" class="tl-grid-head tl-orphan" aria-rowindex={1}>
        {mayEdit ? (
          <div role="columnheader" class="tl-cell tl-orphan-box">
            <input
              type="checkbox"
              aria-label={text.selectAll}
              checked={isAll}
              indeterminate={hands.selection.size > 0 && !isAll}
              onChange={() => (hands.selection.size > 0 ? hands.clear() : void hands.all())}
            />
          </div>
        ) : null}
        {[text.item, text.stake, text.updated, text.suggestion, text.because].map((head, at) => (
          <div role="columnheader" key={head} class={`tl-cell${at === 1 ? ' tl-num' : ''}`}>
            {head}
          </div>
        ))}
        <div role="columnheader" class="tl-cell">
          <span class="tl-sr">{text.actions}</span>
        </div>
      </div>
      <div
        role="rowgroup"
        class="tl-grid-body"
        ref={body}
        onFocusIn={focused}
        style={isWhole ? {} : { height: `${lineTops[lines.length] ?? 0}px` }}
      >
        {inSight.map((line, step) => {
          const top = isWhole ? null : (lineTops[sight.first + step] ?? 0);
          if (typeof line !== 'number')
            return <GroupHead key={`group ${line.key}`} head={line} sort={asked.sort} top={top} format={format} />;
          const row = rows.at(line);
          return (
            <RowView
              // by its place: a row that comes in, or moves up, keeps the focus that its place has
              key={`row ${line}`}
              row={row}
              at={line}
              top={top}
              isActive={active === line}
              isEntry={active === null && line === 0}
              isSelected={row !== undefined && hands.acted.has(idOf(row))}
              hands={hands}
              measure={measure}
              mayEdit={mayEdit}
              format={format}
            />
          );
        })}
      </div>
    </div>
  );
}

interface At {
  rows: Rows;
  active: number;
  hands: Hands;
  total: number;
}

function carry(what: NonNullable<ReturnType<typeof command>>, { rows, active, hands, total }: At): void {
  const row = rows.at(active);
  const canAct = extended(hands.selection, [row]).size > 0;
  switch (what.do) {
    case 'row':
      hands.activate(active + what.by, what.extend);
      break;
    case 'first':
      hands.activate(0);
      break;
    case 'last':
      hands.activate(total - 1);
      break;
    case 'toggle':
      if (row) hands.toggle(row);
      break;
    case 'all':
      void hands.all();
      break;
    case 'choose':
    case 'exempt':
      if (canAct) hands.begin(what.do);
      break;
    case 'suggest': {
      const suggestion = row?.suggestions?.[what.which];
      if (suggestion) hands.intend({ do: 'link', objective: suggestion.objective, name: suggestion.name });
      break;
    }
    case 'commit':
      void hands.commit();
      break;
    case 'undo':
      void hands.undo();
      break;
    case 'leave':
      hands.leave();
      break;
    case 'open':
      if (row) location.assign(hrefOf(row));
  }
}

function GroupHead(props: { head: Head; sort: Sort; top: number | null; format: Format }): VNode {
  const { head, sort, top, format } = props;
  return (
    <div
      role="row"
      class={`tl-orphan-group${top === null ? '' : ' is-placed'}`}
      style={top === null ? {} : { transform: `translateY(${top}px)` }}
    >
      <div role="rowheader">
        {nameOf(head, sort)}, {format.number(head.count, 0)}
      </div>
    </div>
  );
}

function nameOf({ key, name }: Head, sort: Sort): string {
  if (sort === 'LEAD') return name ?? text.nobody;
  if (sort === 'KIND') return (groups as Record<string, string>)[key] ?? key;
  if (key === '') return text.ofStrategy;
  if (sort === 'PROJECT') return key;
  const at = Number(key);
  const bound = AGE_BOUNDS[at];
  return bound === undefined ? text.ageMost : fill(at === 0 ? text.ageFirst : text.ageUnder, bound);
}

function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const changed = (): void => setNarrow(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return isNarrow;
}

/** Space that the sticky head takes above, and the bar below. */
const ABOVE = 48;
const BELOW = 150;

/** Puts the browser's focus on the row of the keyboard, if it is in the grid or nowhere, and scrolls it into view. */
function useFocus(
  body: RefObject<HTMLDivElement | null>,
  active: number | null,
  lines: readonly Line[],
  lineTops: readonly number[],
): void {
  const place = active === null ? -1 : lines.indexOf(active);
  const top = lineTops[place] ?? 0;
  const isDue = useRef(false);
  useEffect(() => {
    if (!body.current || place < 0 || !isFree(body.current)) return;
    isDue.current = true;
    const height = (lineTops[place + 1] ?? top) - top;
    const y = body.current.getBoundingClientRect().top + top;
    if (y < ABOVE) window.scrollBy({ top: y - ABOVE });
    else if (y + height > window.innerHeight - BELOW) window.scrollBy({ top: y + height - window.innerHeight + BELOW });
  }, [body, place, top, lineTops]);
  // the row may be drawn only after the page has scrolled to it, and drawing others may move it, which costs it the focus
  const had = useRef(false);
  useEffect(() => {
    if (!body.current || active === null) return;
    const now = document.activeElement;
    if (now !== null && now !== document.body) had.current = body.current.contains(now);
    if (!isDue.current && (!had.current || now !== document.body)) return;
    const row = body.current.querySelector<HTMLElement>(`[data-row="${active}"]`);
    if (!row || !isFree(body.current)) return;
    isDue.current = false;
    if (!row.contains(document.activeElement)) row.focus({ preventScroll: true });
  });
}

/** Whether the focus is in the grid or nowhere: elsewhere it belongs to what has it. */
function isFree(body: HTMLElement): boolean {
  const had = document.activeElement;
  return had === null || had === document.body || body.contains(had);
}
