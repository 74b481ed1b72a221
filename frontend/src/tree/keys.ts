import type { Row } from './rows';

/** The columns that arrows walk through. */
export const CELLS = ['name', 'owner', 'outcome', 'delivery', 'signal', 'due'] as const;
export type Cell = (typeof CELLS)[number];

/** Where the keyboard is: a row, or one of its cells. */
export interface Active {
  id: string;
  cell: Cell | null;
}

/** What a key means in the grid. */
export type Command =
  | { do: 'row'; by: number }
  | {
      do:
        | 'first'
        | 'last'
        | 'open'
        | 'close'
        | 'parent'
        | 'follow'
        | 'edit'
        | 'find'
        | 'new'
        | 'kpi'
        | 'value'
        | 'link'
        | 'remove'
        | 'why'
        | 'page';
    }
  | { do: 'cell'; cell: Cell | null }
  | { do: 'move'; way: 'up' | 'down' | 'in' | 'out' };

/** The part of a keyboard event that matters here. */
export interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const PAGE = 10;
const MOVES: Record<string, 'up' | 'down' | 'in' | 'out'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/**
 * What a key does on a row. Keys that do nothing here answer null and stay the browser's and Jira's.
 *
 * @param mayEdit whether keys that change something mean anything
 */
export function command(pressed: Pressed, row: Row, cell: Cell | null, mayEdit: boolean): Command | null {
  if (pressed.ctrlKey || pressed.metaKey) return null;
  if (pressed.altKey) {
    const way = MOVES[pressed.key];
    const moves = mayEdit && way !== undefined && (row.kind === 'theme' || row.kind === 'objective');
    return moves ? { do: 'move', way } : null;
  }
  return (mayEdit ? edit(pressed.key, row) : null) ?? walk(pressed.key, row, cell);
}

function walk(key: string, row: Row, cell: Cell | null): Command | null {
  switch (key) {
    case 'ArrowDown':
      return { do: 'row', by: 1 };
    case 'ArrowUp':
      return { do: 'row', by: -1 };
    case 'PageDown':
      return { do: 'row', by: PAGE };
    case 'PageUp':
      return { do: 'row', by: -PAGE };
    case 'Home':
      return { do: 'first' };
    case 'End':
      return { do: 'last' };
    case 'ArrowRight':
      return right(row, cell);
    case 'ArrowLeft':
      return left(row, cell);
    case '/':
      return { do: 'find' };
    case 'w':
    case 'W':
      return row.kind === 'new' ? null : { do: 'why' };
    case 'o':
    case 'O':
      return row.kind === 'objective' || row.kind === 'kpi' ? { do: 'page' } : null;
    case 'Enter':
      if (row.kind === 'link') return { do: 'follow' };
      return row.isOpen === null ? null : { do: row.isOpen ? 'close' : 'open' };
    default:
      return null;
  }
}

function right(row: Row, cell: Cell | null): Command | null {
  if (cell === null && row.isOpen === false) return { do: 'open' };
  const next = CELLS[cell === null ? 0 : CELLS.indexOf(cell) + 1];
  return next ? { do: 'cell', cell: next } : null;
}

function left(row: Row, cell: Cell | null): Command | null {
  if (cell !== null) return { do: 'cell', cell: CELLS[CELLS.indexOf(cell) - 1] ?? null };
  if (row.isOpen) return { do: 'close' };
  return row.parent === null ? null : { do: 'parent' };
}

function edit(key: string, row: Row): Command | null {
  const isNode = row.kind === 'theme' || row.kind === 'objective';
  const isManual = row.kind === 'kpi' && (row.node.source?.kind ?? 'MANUAL') === 'MANUAL';
  switch (key) {
    case 'Enter':
      // what is done most: a KPI gets its next value
      if (isManual) return { do: 'value' };
      return isNode || row.kind === 'kpi' ? { do: 'edit' } : null;
    case 'F2':
    case 'e':
    case 'E':
      return isNode || row.kind === 'kpi' ? { do: 'edit' } : null;
    case 'v':
    case 'V':
      return isManual ? { do: 'value' } : null;
    case 'k':
    case 'K':
      return row.kind === 'objective' || row.kind === 'kpi' ? { do: 'kpi' } : null;
    case 'n':
    case 'N':
    case 'Insert':
      return { do: 'new' };
    case 'l':
    case 'L':
      return row.kind === 'objective' ? { do: 'link' } : null;
    case 'Delete':
      return row.kind === 'new' ? null : { do: 'remove' };
    default:
      return null;
  }
}
