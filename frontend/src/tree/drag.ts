import type { TargetedDragEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Half } from './row';
import type { ObjectiveRow, Row, ThemeRow } from './rows';

/** Dragging rows by the mouse. Every drag has a key beside it: Alt and an arrow. */

export interface Drags {
  /** whether it may be dropped there */
  may: (row: ThemeRow | ObjectiveRow, over: ThemeRow | ObjectiveRow, half: Half) => boolean;
  drop: (row: ThemeRow | ObjectiveRow, over: ThemeRow | ObjectiveRow, half: Half) => void;
}

interface Over {
  id: string;
  half: Half;
}

type Handler = (event: TargetedDragEvent<HTMLElement>) => void;

function isNode(row: Row | undefined): row is ThemeRow | ObjectiveRow {
  return row?.kind === 'theme' || row?.kind === 'objective';
}

/** The upper and the lower quarter mean beside, the middle means into. */
function halfOf(event: DragEvent, element: Element): Half {
  const { top, height } = element.getBoundingClientRect();
  const at = (event.clientY - top) / height;
  return at < 0.25 ? 'before' : at > 0.75 ? 'after' : 'into';
}

export function useDrag(
  rows: readonly Row[],
  places: ReadonlyMap<string, number>,
  drags: Drags,
): { drop: Over | null; handlers: Record<'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd', Handler> } {
  const dragged = useRef<string | null>(null);
  const [drop, setDrop] = useState<Over | null>(null);
  const rowAt = (event: DragEvent): { row: Row | undefined; element: Element | null } => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    const id = element instanceof HTMLElement ? (element.dataset['id'] ?? '') : '';
    return { row: rows[places.get(id) ?? -1], element };
  };
  /** What would happen if it were let go here. */
  const aim = (
    event: DragEvent,
  ): { row: ThemeRow | ObjectiveRow; over: ThemeRow | ObjectiveRow; half: Half } | null => {
    const row = rows[places.get(dragged.current ?? '') ?? -1];
    const { row: over, element } = rowAt(event);
    if (!isNode(row) || !isNode(over) || !element) return null;
    const meant = halfOf(event, element);
    const halves: Half[] = meant === 'into' ? ['into', 'after'] : [meant, 'into'];
    const half = halves.find((each) => drags.may(row, over, each));
    return half ? { row, over, half } : null;
  };
  return {
    drop,
    handlers: {
      onDragStart: (event) => {
        const { row } = rowAt(event);
        if (!isNode(row) || !event.dataTransfer) return;
        dragged.current = row.id;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', `${row.id} ${row.node.name}`);
      },
      onDragOver: (event) => {
        const to = aim(event);
        if (to) event.preventDefault();
        const next = to ? { id: to.over.id, half: to.half } : null;
        if (next?.id !== drop?.id || next?.half !== drop?.half) setDrop(next);
      },
      onDrop: (event) => {
        const to = aim(event);
        setDrop(null);
        dragged.current = null;
        if (!to) return;
        event.preventDefault();
        drags.drop(to.row, to.over, to.half);
      },
      onDragEnd: () => {
        dragged.current = null;
        setDrop(null);
      },
    },
  };
}
