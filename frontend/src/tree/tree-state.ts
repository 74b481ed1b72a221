import type { RefObject } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { token } from '../shared/api';
import { fill } from '../shared/format';
import { workUrl } from '../shared/host';
import type { Tree } from '../shared/shapes';
import { type Toast, useToast } from '../shared/toast';
import { editOf, type Field, moveNode, type NewDraft, relink, removeNode, unlink } from './draft';
import { type Edits, useEdits } from './edits';
import type { Active, Cell, Command } from './keys';
import { type Opening, useOpening } from './opening';
import { target } from './places';
import type { RowActions } from './row';
import {
  type Branch,
  branches,
  count,
  type LinkRow,
  type NewPlace,
  type ObjectiveRow,
  type Row,
  rowsOf,
  type ThemeRow,
} from './rows';
import { text } from './words';

/** Everything that the tree page remembers beside the plan itself, and what its keys and buttons do. */
export interface TreeState {
  all: readonly Branch[];
  rows: readonly Row[];
  counts: ReturnType<typeof count>;
  opening: Opening;
  edits: Edits;
  active: Active | null;
  setActive: (active: Active) => void;
  query: string;
  setQuery: (query: string) => void;
  enterGrid: () => void;
  obey: (what: Command, row: Row) => void;
  actions: RowActions;
  newTheme: () => void;
  newObjective: () => void;
  /** what is about to be deleted, while it is asked */
  leaving: ThemeRow | ObjectiveRow | null;
  removeNow: () => void;
  keepIt: () => void;
  /** why an unlink, a move or a deletion failed */
  problem: unknown;
  toast: Toast | null;
  showToast: (toast: Toast | null) => void;
}

export function useTreeState(
  tree: Tree,
  refresh: () => Promise<void>,
  mayEdit: boolean,
  find: RefObject<HTMLInputElement | null>,
): TreeState {
  const all = useMemo(() => branches(tree), [tree]);
  const counts = useMemo(() => count(tree), [tree]);
  const opening = useOpening(tree.key, all);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<Active | null>(null);
  const [leaving, setLeaving] = useState<ThemeRow | ObjectiveRow | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { toast, show: showToast } = useToast();
  // rows follow from the draft and the draft ends where its row is: one of the two has to be known late
  const leader = useRef<(id: string) => void>(() => undefined);
  const edits = useEdits(async (id) => {
    await refresh();
    leader.current(id);
  });

  const { draft } = edits;
  const newUnder = draft?.kind === 'new' ? draft.parent : null;
  const rows = useMemo(() => {
    const fresh: NewPlace | null = newUnder === null ? null : { parent: newUnder === tree.key ? null : newUnder };
    return rowsOf(all, opening.open, query, fresh);
  }, [all, opening.open, query, newUnder, tree.key]);

  const lead = useArrival(tree, rows, opening, setActive);
  leader.current = lead;

  /** Does something on the server, then shows what became of it; a refusal stands above the grid. */
  const run = useCallback(
    async (work: () => Promise<void>): Promise<void> => {
      setProblem(null);
      try {
        await work();
      } catch (failed) {
        setProblem(failed);
      }
      await refresh();
    },
    [refresh],
  );

  const startNew = (what: NewDraft['what'], parent: string): void => {
    setQuery('');
    edits.start({
      kind: 'new',
      what,
      parent,
      fields: { name: '', owner: '', due: '' },
      focus: 'name',
      token: token(),
    });
  };
  const startEdit = (row: Row, field: Field): void => {
    if (row.kind === 'theme' || row.kind === 'objective') edits.start(editOf(row, field));
  };
  const goTo = (row: Row | undefined, cell: Cell | null): void => {
    if (row) setActive({ id: row.id, cell });
  };
  const dropLink = (row: LinkRow): void => {
    const { node } = row;
    const before = rows[rows.indexOf(row) - 1];
    void run(async () => {
      await unlink(node);
      goTo(before, null);
      const name = node.target.ref ?? text.hiddenWork;
      // a link to hidden work cannot be made again by somebody who may not see it
      const undo = node.target.ref === null ? {} : { undo: () => void run(() => relink(node)) };
      showToast({ text: fill(text.unlinked, name), ...undo });
    });
  };
  const drop = (row: Row): void => {
    if (row.kind === 'link') dropLink(row);
    else if (row.kind === 'theme' || row.kind === 'objective') setLeaving(row);
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
    void run(() => moveNode(row, to));
  };

  const obey = (what: Command, row: Row): void => {
    const at = rows.indexOf(row);
    const cell = active?.cell ?? null;
    switch (what.do) {
      case 'row':
        goTo(rows[Math.max(0, Math.min(rows.length - 1, at + what.by))], cell);
        break;
      case 'first':
        goTo(rows[0], cell);
        break;
      case 'last':
        goTo(rows[rows.length - 1], cell);
        break;
      case 'open':
      case 'close':
        opening.set(row.id, what.do === 'open');
        break;
      case 'parent':
        goTo(parentOf(row, rows), null);
        break;
      case 'cell':
        goTo(row, what.cell);
        break;
      case 'find':
        find.current?.focus();
        break;
      case 'follow':
        follow(row);
        break;
      case 'edit':
        startEdit(row, cell === 'owner' || cell === 'due' ? cell : 'name');
        break;
      case 'new':
        newObjectiveAt(row);
        break;
      case 'link':
        startNew('link', row.id);
        break;
      case 'remove':
        drop(row);
        break;
      case 'move':
        shift(row, what.way);
        break;
    }
  };

  const removeNow = (): void => {
    if (!leaving) return;
    const row = leaving;
    const at = rows.findIndex((each) => each.id === row.id);
    setLeaving(null);
    void run(async () => {
      await removeNode(row);
      goTo(rows[at - 1], null);
      showToast({ text: fill(text.removed, row.node.name) });
    });
  };

  // rows are drawn anew only when their own data changes: the actions they are given must not change with every draw
  const doing = useRef({ toggle: opening.toggle, startEdit, startNew, drop });
  doing.current = { toggle: opening.toggle, startEdit, startNew, drop };
  const actions = useMemo<RowActions>(
    () => ({
      toggle: (id) => doing.current.toggle(id),
      edit: (row) => doing.current.startEdit(row, 'name'),
      link: (row) => doing.current.startNew('link', row.id),
      add: (row) => doing.current.startNew('objective', row.id),
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
    active,
    setActive,
    query,
    setQuery,
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
    problem,
    toast,
    showToast,
  };
}

function parentOf(row: Row, rows: readonly Row[]): Row | undefined {
  return rows.find((each) => each.id === row.parent);
}

/** Goes to the issue, project or query of a link. */
function follow(row: Row): void {
  if (row.kind !== 'link' || row.node.target.ref === null) return;
  location.assign(workUrl(row.node.target.kind, row.node.target.ref));
}

/**
 * Leads to a row as soon as there is one, opening what is above it: at first the one that the address names, such as
 * …/PLAN-1#OBJ-6.
 *
 * @returns how to be led to another
 */
function useArrival(
  tree: Tree,
  rows: readonly Row[],
  opening: Opening,
  arrive: (active: Active) => void,
): (id: string) => void {
  const [wanted, setWanted] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const { reveal } = opening;
  useEffect(() => {
    if (wanted) reveal(wanted);
  }, [tree, wanted, reveal]);
  useEffect(() => {
    if (!wanted || !rows.some((row) => row.id === wanted)) return;
    arrive({ id: wanted, cell: null });
    setWanted('');
  }, [rows, wanted, arrive]);
  return setWanted;
}
