import { idOf, isWork, type Orphan } from './shapes';

/** What is selected, by what names a row: rows that scroll away stay selected. */
export type Selection = ReadonlyMap<string, Orphan>;

export const NOTHING_SELECTED: Selection = new Map();

/** With the row if it was without, and the other way round. Only work can be selected. */
export function toggled(selection: Selection, row: Orphan): Selection {
  const next = new Map(selection);
  if (!next.delete(idOf(row)) && isWork(row)) next.set(idOf(row), row);
  return next;
}

/** With these too. */
export function extended(selection: Selection, rows: Iterable<Orphan | undefined>): Selection {
  const next = new Map(selection);
  for (const row of rows) if (row && isWork(row)) next.set(idOf(row), row);
  return next;
}

/** These alone. */
export function only(rows: Iterable<Orphan>): Selection {
  return extended(NOTHING_SELECTED, rows);
}

/** What keys and buttons act on: what is selected, else the row of the keyboard. */
export function acted(selection: Selection, active: Orphan | undefined): Selection {
  return selection.size > 0 || !active ? selection : only([active]);
}
