import type { RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { token } from '../shared/api';
import { fill, type Format, today } from '../shared/format';
import { kpiUrl, objectiveUrl, workUrl } from '../shared/host';
import type { Tree } from '../shared/shapes';
import { useArrival, useFilter } from './address';
import { type Deeds, useDeeds } from './deeds';
import { editOf, type Field, type NewDraft } from './draft';
import type { Drags } from './drag';
import { type Edits, type Saved, useEdits } from './edits';
import { type Filter, NO_FILTER } from './filter';
import type { Active, Cell, Command } from './keys';
import { type Opening, useOpening } from './opening';
import type { PastePlace } from './paste-panel';
import { periodsUntil } from './periods';
import { dropped, placeOf, target } from './places';
import type { RowActions } from './row';
import {
  type Branch,
  branches,
  count,
  type NewPlace,
  type NodeRow,
  type ObjectiveRow,
  type Row,
  rowsOf,
  type ThemeRow,
} from './rows';
import type { Group } from '../why/derivation';
import { text } from './words';

/** Everything that the tree page remembers beside the plan itself, and what its keys and buttons do. */
export interface TreeState {
  all: readonly Branch[];
  rows: readonly Row[];
  counts: ReturnType<typeof count>;
  opening: Opening;
  edits: Edits;
  deeds: Deeds;
  drags: Drags;
  active: Active | null;
  setActive: (active: Active) => void;
  query: string;
  setQuery: (query: string) => void;
  filter: Filter;
  setFilter: (filter: Filter) => void;
  enterGrid: () => void;
  obey: (what: Command, row: Row, pointed?: Cell) => void;
  actions: RowActions;
  newTheme: () => void;
  newObjective: () => void;
  /** what is about to be deleted, while it is asked */
  leaving: ThemeRow | ObjectiveRow | null;
  removeNow: () => void;
  keepIt: () => void;
  /** where rows of a sheet go, while they are looked at */
  pasting: PastePlace | null;
  paste: (rows: string, row?: Row) => void;
  pasted: (keys: readonly string[], undo: () => Promise<void>) => Promise<void>;
  stopPasting: () => void;
  /** whose number is being explained */
  why: Asked | null;
  stopWhy: () => void;
}

/** A node, and which of its numbers. */
export interface Asked {
  of: string;
  group: Group;
  /** where the keyboard goes when it is told */
  from: Active;
}

export function useTreeState(
  tree: Tree,
  refresh: () => Promise<void>,
  format: Format,
  mayEdit: boolean,
  find: RefObject<HTMLInputElement | null>,
): TreeState {
  const deeds = useDeeds(refresh);
  const { going } = deeds;
  const all = useMemo(() => without(branches(tree), going), [tree, going]);
  const counts = useMemo(() => count(tree), [tree]);
  const opening = useOpening(tree.key, all);
  const { query, setQuery, filter, setFilter } = useFilter();
  const [active, setActive] = useState<Active | null>(null);
  const [leaving, setLeaving] = useState<ThemeRow | ObjectiveRow | null>(null);
  const [pasting, setPasting] = useState<PastePlace | null>(null);
  const [why, setWhy] = useState<Asked | null>(null);
  // rows follow from the draft and the draft ends where its row is: one of the two has to be known late
  const leader = useRef<(id: string) => void>(() => undefined);
  const edits = useEdits(format, async (what) => {
    await refresh();
    if (isWhereItWasWritten(document.activeElement)) leader.current(what.id);
    const said = sayLinked(what, format);
    if (!said) return;
    const undo = what.created?.undo;
    deeds.showToast({ text: said, ...(undo === undefined ? {} : { undo: () => void deeds.undoLinks(undo) }) });
  });

  const { draft } = edits;
  const newUnder = draft?.kind === 'new' ? draft.parent : null;
  const rows = useMemo(() => {
    const fresh: NewPlace | null = newUnder === null ? null : { parent: newUnder === tree.key ? null : newUnder };
    return rowsOf(all, opening.open, query, fresh, filter);
  }, [all, opening.open, query, filter, newUnder, tree.key]);

  const lead = useArrival(tree, rows, opening, setActive);
  leader.current = lead;

  const startNew = (what: NewDraft['what'], parent: string): void => {
    setQuery('');
    setFilter(NO_FILTER);
    const dates = what === 'kpi' ? { from: tree.start, due: tree.end, frequency: 'MONTHLY', aim: 'REACH' } : {};
    edits.start({
      kind: 'new',
      what,
      parent,
      fields: { name: '', owner: '', ...dates },
      focus: 'name',
      token: token(),
    });
  };
  const startEdit = (row: Row, field: Field): void => {
    if (row.kind !== 'link' && row.kind !== 'new') edits.start(editOf(row, field, (value) => format.number(value, 6)));
  };
  /** The newest period that has ended without a value; when all have one, the newest is corrected. */
  const startValue = (row: Row): void => {
    if (row.kind !== 'kpi') return;
    const ends = periodsUntil(today(), row.node.frequency ?? 'MONTHLY', 12);
    const known = row.node.actual?.period ?? '';
    const owed = ends.filter((end) => end > known && end >= (row.node.baseline?.date ?? ''));
    const period = (known ? owed[owed.length - 1] : ends[0]) ?? ends[0] ?? '';
    const fields = { value: '', period, note: '' };
    edits.start({ kind: 'actual', what: 'actual', id: row.id, fields, focus: 'value', token: token() });
  };
  const goTo = (row: Row | undefined, cell: Cell | null): void => {
    if (row) setActive({ id: row.id, cell });
  };
  const drop = (row: Row): void => {
    const before = rows[rows.indexOf(row) - 1];
    if (row.kind === 'new') return;
    if (row.kind === 'link') deeds.unlink(row);
    // what has something below it is asked about, the rest can be taken back
    else if (row.kind !== 'kpi' && hasBelow(row)) setLeaving(row);
    else deeds.removeNode(row);
    if (row.kind === 'link' || row.kind === 'kpi') goTo(before, null);
  };
  /** Beside an objective or in a theme: where a new objective goes from here. */
  const homeFor = (row: Row | undefined): string | null => {
    if (!row) return tree.themes[tree.themes.length - 1]?.key ?? null;
    if (row.kind === 'theme') return row.id;
    return row.parent;
  };

  const newObjectiveAt = (row: Row | undefined): void => {
    const near = row?.kind === 'kpi' || row?.kind === 'link' ? parentOf(row, rows) : row;
    const home = homeFor(near);
    if (mayEdit && home) startNew('objective', home);
  };
  const shift = (row: Row, way: 'up' | 'down' | 'in' | 'out'): void => {
    if (row.kind !== 'theme' && row.kind !== 'objective') return;
    const to = target(tree, row, way);
    if (!to) return;
    if (to.parent !== tree.key) opening.set(to.parent, true);
    deeds.moveNode(row, to, placeOf(tree, row));
  };
  const drags: Drags = {
    may: (row, over, half) => dropped(tree, row, over, half) !== null,
    drop: (row, over, half) => {
      const to = dropped(tree, row, over, half);
      if (!to) return;
      if (half === 'into') opening.set(over.id, true);
      deeds.moveNode(row, to, placeOf(tree, row));
    },
  };

  const obey = (what: Command, row: Row, pointed?: Cell): void => {
    const at = rows.indexOf(row);
    const cell = pointed ?? active?.cell ?? null;
    const deedsOf: Record<Exclude<Command['do'], 'row' | 'cell' | 'move'>, () => void> = {
      first: () => goTo(rows[0], cell),
      last: () => goTo(rows[rows.length - 1], cell),
      open: () => opening.set(row.id, true),
      close: () => opening.set(row.id, false),
      parent: () => goTo(parentOf(row, rows), null),
      find: () => find.current?.focus(),
      follow: () => follow(row),
      page: () => location.assign(row.kind === 'kpi' ? kpiUrl(row.id) : objectiveUrl(row.id)),
      edit: () => startEdit(row, cell === 'owner' || cell === 'due' ? cell : 'name'),
      value: () => startValue(row),
      new: () => newObjectiveAt(row),
      kpi: () => startNew('kpi', row.kind === 'kpi' ? (row.parent ?? '') : row.id),
      link: () => startNew('link', row.id),
      remove: () => drop(row),
      why: () => setWhy(asked(row, cell)),
    };
    if (what.do === 'row') goTo(rows[Math.max(0, Math.min(rows.length - 1, at + what.by))], cell);
    else if (what.do === 'cell') goTo(row, what.cell);
    else if (what.do === 'move') shift(row, what.way);
    else deedsOf[what.do]();
  };

  const removeNow = (): void => {
    if (!leaving) return;
    const at = rows.findIndex((each) => each.id === leaving.id);
    deeds.removeNode(leaving);
    setLeaving(null);
    goTo(rows[at - 1], null);
  };
  const paste = (given: string, row?: Row): void => {
    const under = row?.kind === 'kpi' || row?.kind === 'link' ? parentOf(row, rows) : row;
    setPasting(
      under?.kind === 'theme' || under?.kind === 'objective'
        ? { parent: under.id, name: under.node.name, top: 'objective', rows: given }
        : { parent: tree.key, name: tree.name, top: 'theme', rows: given },
    );
  };

  // rows are drawn anew only when their own data changes: the actions they are given must not change with every draw
  const doing = useRef({ toggle: opening.toggle, startEdit, startNew, startValue, drop });
  doing.current = { toggle: opening.toggle, startEdit, startNew, startValue, drop };
  const actions = useMemo<RowActions>(
    () => ({
      toggle: (id) => doing.current.toggle(id),
      edit: (row) => doing.current.startEdit(row, 'name'),
      link: (row) => doing.current.startNew('link', row.id),
      add: (row) => doing.current.startNew('objective', row.id),
      kpi: (row) => doing.current.startNew('kpi', row.id),
      value: (row) => doing.current.startValue(row),
      remove: (row) => doing.current.drop(row),
    }),
    [],
  );

  return {
    all,
    rows,
    counts,
    opening,
    edits,
    deeds,
    drags,
    active,
    setActive,
    query,
    setQuery,
    filter,
    setFilter,
    enterGrid: () => {
      const first = rows[0];
      if (!first) return;
      // the field gives the focus away, so that the grid may take it
      find.current?.blur();
      setActive({ id: first.id, cell: null });
    },
    obey,
    actions,
    newTheme: () => mayEdit && startNew('theme', tree.key),
    newObjective: () => newObjectiveAt(rows.find((each) => each.id === active?.id)),
    leaving,
    removeNow,
    keepIt: () => setLeaving(null),
    pasting,
    paste,
    pasted: async (keys, undo) => {
      setPasting(null);
      opening.add([...(pasting ? [pasting.parent] : []), ...keys]);
      await refresh();
      const said = format.plural(keys.length, text.pastedOne, text.pasted);
      deeds.showToast({ text: said, undo: () => void deeds.run(undo) });
    },
    stopPasting: () => setPasting(null),
    why,
    stopWhy: () => {
      setWhy(null);
      // the panel takes its focus with it: the grid takes it back where it was
      if (why) setActive({ ...why.from });
    },
  };
}

/** Whether the keyboard is still in the row that was written, or nowhere: who has gone elsewhere meanwhile stays there. */
function isWhereItWasWritten(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.closest('.is-written') !== null;
}

/** What was linked at once is said, because its way back is one too. */
function sayLinked({ draft, created }: Saved, format: Format): string {
  if (draft.kind !== 'new' || draft.what !== 'link' || created?.undo === undefined) return '';
  return fill(text.linkedMany, format.number(created.count, 0));
}

/** The branches without what is being deleted. */
function without(all: Branch[], going: ReadonlySet<string>): Branch[] {
  if (going.size === 0) return all;
  return all
    .filter((branch) => !going.has(branch.id))
    .map((branch) => ({ ...branch, children: without(branch.children, going) }));
}

/** Work has only delivery, and what explains it is its objective's. */
function asked(row: Row, cell: Cell | null): Asked {
  const from = { id: row.id, cell };
  if (row.kind === 'link') return { of: row.node.objective, group: 'delivery', from };
  const group = cell === 'delivery' && row.kind !== 'kpi' ? 'delivery' : cell === 'signal' ? 'signal' : 'outcome';
  return { of: row.id, group: row.kind === 'kpi' ? 'outcome' : group, from };
}

function hasBelow(row: ThemeRow | ObjectiveRow): boolean {
  const own = row.kind === 'objective' ? (row.node.kpis ?? []).length + (row.node.links ?? []).length : 0;
  return own + (row.node.objectives ?? []).length > 0;
}

function parentOf(row: NodeRow | Row, rows: readonly Row[]): Row | undefined {
  return rows.find((each) => each.id === row.parent);
}

/** Goes to the issue, project or query of a link. */
function follow(row: Row): void {
  if (row.kind !== 'link' || row.node.target.ref === null) return;
  location.assign(workUrl(row.node.target.kind, row.node.target.ref));
}
