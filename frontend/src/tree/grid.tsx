import type {
  TargetedClipboardEvent,
  TargetedFocusEvent,
  TargetedKeyboardEvent,
  TargetedMouseEvent,
  TargetedPointerEvent,
  VNode,
} from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { words } from '../shared/words';
import type { Look } from './cells';
import { type Drags, useDrag } from './drag';
import type { Edits } from './edits';
import { type Active, type Cell, CELLS, type Command, command } from './keys';
import { RowView, type RowActions } from './row';
import { type Row } from './rows';
import { type Placed, usePlaced } from './slots';
import { tops, useWindow } from './window';
import { text } from './words';
import { WriteRow } from './write-row';

/** The tree as an ARIA treegrid: one stop of the Tab key, arrows inside. */

interface Props {
  rows: readonly Row[];
  look: Look;
  label: string;
  active: Active | null;
  /** told when the focus goes elsewhere in the grid */
  onActive: (active: Active) => void;
  onCommand: (what: Command, row: Row, pointed?: Cell) => void;
  edits: Edits;
  query: string;
  mayEdit: boolean;
  actions: RowActions;
  drags: Drags;
  /** rows of a sheet, pasted onto a row */
  onPaste: (rows: string, row: Row | undefined) => void;
}

const HEIGHTS: Record<Row['kind'], number> = { theme: 44, objective: 42, kpi: 42, link: 42, new: 48 };

export function Grid(props: Props): VNode {
  const { rows, look, label, active, onActive, onCommand, edits, query, mayEdit, actions, drags, onPaste } = props;
  const body = useRef<HTMLDivElement>(null);
  const { draft } = edits;
  const writtenId = draft && draft.kind !== 'new' ? draft.id : null;
  const rowTops = useMemo(
    () => tops(rows.map((row) => (row.id === writtenId ? HEIGHTS.new : HEIGHTS[row.kind]))),
    [rows, writtenId],
  );
  const places = useMemo(() => new Map(rows.map((row, at) => [row.id, at])), [rows]);
  const range = useWindow(body, rowTops);
  const isWhole = range.end - range.first === rows.length;
  useFocus(body, active, places, rowTops, draft !== null);

  const keys = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const row = active ? rows[places.get(active.id) ?? -1] : undefined;
    const isElsewhere = event.target instanceof Element && event.target.closest('button, input') !== null;
    const what = row && active && !isElsewhere ? command(event, row, active.cell, mayEdit) : null;
    if (!what || !row) return;
    event.preventDefault();
    event.stopPropagation();
    onCommand(what, row);
  };
  const { drop, handlers } = useDrag(rows, places, drags);
  const pasted = (event: TargetedClipboardEvent<HTMLElement>): void => {
    if (!mayEdit || (event.target instanceof Element && event.target.closest('input, textarea') !== null)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '') return;
    event.preventDefault();
    onPaste(text, active ? rows[places.get(active.id) ?? -1] : undefined);
  };
  const focused = (event: TargetedFocusEvent<HTMLElement>): void => {
    if (!(event.target instanceof Element) || event.target.closest('.is-written')) return;
    const id = event.target.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const cell = (event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null) as Cell | null;
    if (id !== undefined && (active?.id !== id || active.cell !== cell)) onActive({ id, cell });
  };

  /** A number that is clicked says why. */
  const clicked = (event: TargetedMouseEvent<HTMLElement>): void => {
    if (!(event.target instanceof Element) || event.detail !== 1) return;
    const number = event.target.closest('.tl-gauge, .tl-signal, .tl-spark');
    const cell = number?.closest<HTMLElement>('[data-cell]')?.dataset['cell'] as Cell | undefined;
    const row = rows[places.get(number?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? '') ?? -1];
    if (row && cell) onCommand({ do: 'why' }, row, cell);
  };
  const [pointed, setPointed] = useState<string | null>(null);
  const points = (event: TargetedPointerEvent<HTMLElement>): void => {
    const over = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    setPointed(over?.dataset['id'] ?? null);
  };

  const inSight = useMemo(() => rows.slice(range.first, range.end), [rows, range.first, range.end]);
  const placed = usePlaced(inSight, range, active?.id ?? null, isWhole);
  const draw = ({ row, slot, isLight }: Placed): VNode => {
    const at = places.get(row.id) ?? 0;
    const top = isWhole ? null : (rowTops[at] ?? 0);
    if (draft && (row.id === writtenId || row.kind === 'new')) {
      return <WriteRow key={row.id} row={row} look={look} at={at} top={top} draft={draft} edits={edits} />;
    }
    if (row.kind === 'new') return <div key={row.id} />;
    return (
      <RowView
        key={slot}
        row={row}
        look={look}
        at={at}
        top={top}
        isLight={isLight}
        isPointed={mayEdit && pointed === row.id}
        active={active?.id === row.id ? (active.cell ?? 'row') : null}
        // before the keyboard was anywhere, Tab leads to the first row
        isEntry={active === null && at === 0}
        query={query}
        mayEdit={mayEdit}
        drop={drop?.id === row.id ? drop.half : null}
        actions={actions}
      />
    );
  };

  return (
    <div
      role="treegrid"
      class="tl-grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      onKeyDown={keys}
      onPaste={pasted}
    >
      <div role="row" class="tl-grid-head" aria-rowindex={1}>
        {CELLS.map((cell) => (
          <div role="columnheader" key={cell} class={`tl-cell tl-cell-${cell}`}>
            {HEADS[cell].title}
            {HEADS[cell].hint ? <span class="tl-head-hint"> {HEADS[cell].hint}</span> : null}
          </div>
        ))}
      </div>
      <div
        role="rowgroup"
        class="tl-grid-body"
        ref={body}
        onFocusIn={focused}
        onClick={clicked}
        {...(mayEdit ? { onPointerOver: points, onPointerLeave: () => setPointed(null) } : {})}
        {...(mayEdit ? handlers : {})}
        style={isWhole ? {} : { height: `${rowTops[rows.length] ?? 0}px` }}
      >
        {placed.map(draw)}
      </div>
    </div>
  );
}

const HEADS: Record<Cell, { title: string; hint?: string }> = {
  name: { title: text.name },
  owner: { title: words.owner },
  outcome: { title: words.outcome, hint: text.outcomeHint },
  delivery: { title: words.delivery, hint: text.deliveryHint },
  signal: { title: words.signal },
  due: { title: text.due },
};

/** Puts the browser's focus where the keyboard is, if it is in the grid at all, and scrolls it into view. */
function useFocus(
  body: { current: HTMLElement | null },
  active: Active | null,
  places: ReadonlyMap<string, number>,
  rowTops: readonly number[],
  isWriting: boolean,
): void {
  const at = active ? (places.get(active.id) ?? -1) : -1;
  const top = rowTops[at] ?? 0;
  const height = (rowTops[at + 1] ?? 0) - top;
  // before the next key is read, not after the next paint: whoever types on loses no key
  useLayoutEffect(() => {
    if (!body.current || !active || at < 0 || isWriting) return;
    const had = document.activeElement;
    // focus that was on a row which is gone falls to the page's body: it comes back to where the keyboard was
    if (had !== document.body && had !== null && !body.current.contains(had)) return;
    const row = body.current.querySelector<HTMLElement>(`[data-id="${CSS.escape(active.id)}"]`);
    const target = active.cell ? row?.querySelector<HTMLElement>(`[data-cell="${active.cell}"]`) : row;
    if (!target || target === had) return;
    target.focus({ preventScroll: true });
    keepInView(body.current, top, height);
  }, [body, active, at, top, height, isWriting]);
}

/** Space that the sticky head takes, and a row's distance from the window's edge. */
const EDGE = 48;

function keepInView(body: HTMLElement, top: number, height: number): void {
  const y = body.getBoundingClientRect().top + top;
  if (y < EDGE) window.scrollBy({ top: y - EDGE });
  else if (y + height > window.innerHeight - EDGE) window.scrollBy({ top: y + height - window.innerHeight + EDGE });
}
