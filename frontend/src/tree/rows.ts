import type { KpiNode, LinkNode, ObjectiveNode, ThemeNode, Tree } from '../shared/shapes';
import { type Filter, isActive, NO_FILTER, passes } from './filter';

/** The tree as the rows of a grid: what is open, what is found, in which order, how high. */

interface Place {
  /** unique in the plan: the key of the node, or `link:17` */
  id: string;
  /** 1 for themes */
  level: number;
  parent: string | null;
  /** which of how many siblings, from 1 */
  position: number;
  siblings: number;
  /** null where there is nothing to open */
  isOpen: boolean | null;
}

export type ThemeRow = Place & { kind: 'theme'; node: ThemeNode };
export type ObjectiveRow = Place & { kind: 'objective'; node: ObjectiveNode };
export type KpiRow = Place & { kind: 'kpi'; node: KpiNode };
export type LinkRow = Place & { kind: 'link'; node: LinkNode };
/** A row that is being written and has no node yet. */
export type NewRow = Place & { kind: 'new' };
export type Row = ThemeRow | ObjectiveRow | KpiRow | LinkRow | NewRow;
export type NodeRow = Exclude<Row, NewRow>;

/** What stands where in the tree, before anything is opened or found. */
export interface Branch {
  id: string;
  kind: NodeRow['kind'];
  node: NodeRow['node'];
  /** what can be found: name, key, reference */
  text: string;
  children: Branch[];
}

/** Where a new row stands: the last child of a node, or the last theme. */
export interface NewPlace {
  parent: string | null;
}

/** Up to where branches are opened. */
export type Depth = 'themes' | 'objectives' | 'all';

export function linkId(link: { id: number }): string {
  return `link:${link.id}`;
}

export function branches(tree: Tree): Branch[] {
  return tree.themes.map((theme) => ({
    id: theme.key,
    kind: 'theme',
    node: theme,
    text: fold(`${theme.name} ${theme.key}`),
    children: (theme.objectives ?? []).map(objectiveBranch),
  }));
}

function objectiveBranch(objective: ObjectiveNode): Branch {
  return {
    id: objective.key,
    kind: 'objective',
    node: objective,
    text: fold(`${objective.name} ${objective.key}`),
    children: [
      ...(objective.kpis ?? []).map((kpi): Branch => ({
        id: kpi.key,
        kind: 'kpi',
        node: kpi,
        text: fold(`${kpi.name} ${kpi.key}`),
        children: [],
      })),
      ...(objective.links ?? []).map(linkBranch),
      ...(objective.objectives ?? []).map(objectiveBranch),
    ],
  };
}

function linkBranch(link: LinkNode): Branch {
  const text = fold(`${link.target.title ?? ''} ${link.target.ref ?? ''}`);
  return { id: linkId(link), kind: 'link', node: link, text, children: [] };
}

/** Letters as they are compared when finding: without case and accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The ids of what is open at a depth. */
export function openTo(all: readonly Branch[], depth: Depth): Set<string> {
  const open = new Set<string>();
  const visit = (branch: Branch): void => {
    const opens = depth === 'all' || branch.children.some((child) => child.kind === 'objective');
    if (depth !== 'themes' && opens && branch.children.length > 0) open.add(branch.id);
    branch.children.forEach(visit);
  };
  all.forEach(visit);
  return open;
}

/** The ids above a node, from its theme down; empty when it is not in the tree. */
export function pathTo(all: readonly Branch[], id: string): string[] {
  for (const branch of all) {
    if (branch.id === id) return [];
    const below = pathTo(branch.children, id);
    if (below.length > 0 || branch.children.some((child) => child.id === id)) return [branch.id, ...below];
  }
  return [];
}

/** The name of a theme, objective or KPI. */
export function nameIn(all: readonly Branch[], id: string): string | null {
  for (const branch of all) {
    if (branch.id === id && 'name' in branch.node) return branch.node.name;
    const below = nameIn(branch.children, id);
    if (below !== null) return below;
  }
  return null;
}

/**
 * The rows to show.
 *
 * @param query what to find; then only what mentions it and what is above that remains, and the way there is open
 * @param fresh where a row is being written
 * @param filter which objectives; with it what is above them remains, and what is below those that pass
 */
export function rowsOf(
  all: readonly Branch[],
  open: ReadonlySet<string>,
  query: string,
  fresh: NewPlace | null,
  filter: Filter = NO_FILTER,
): Row[] {
  const wanted = fold(query.trim());
  const found = wanted === '' && !isActive(filter) ? null : matches(all, wanted, filter);
  const rows: Row[] = [];
  const visit = (list: readonly Branch[], parent: string | null, level: number): void => {
    const shown = found ? list.filter((branch) => found.has(branch.id)) : list;
    const extra = fresh?.parent === parent ? 1 : 0;
    shown.forEach((branch, at) => {
      // what was found by its words is shown at once; KPIs and work of a filtered objective when it is opened
      const opensToFind =
        found !== null &&
        branch.children.some((child) => found.has(child.id) && (wanted !== '' || child.kind === 'objective'));
      const holdsNew = fresh?.parent === branch.id;
      const canOpen = branch.children.length > 0 || holdsNew;
      const isOpen = canOpen ? open.has(branch.id) || opensToFind || holdsNew : null;
      const place = { id: branch.id, level, parent, position: at + 1, siblings: shown.length + extra, isOpen };
      rows.push({ ...place, kind: branch.kind, node: branch.node } as NodeRow);
      if (isOpen) visit(branch.children, branch.id, level + 1);
    });
    if (extra) {
      const place = { level, parent, position: shown.length + 1, siblings: shown.length + 1, isOpen: null };
      rows.push({ ...place, kind: 'new', id: NEW });
    }
  };
  visit(all, null, 1);
  return rows;
}

/** The id of the row that is being written. */
export const NEW = 'new';

/** What mentions the words, as far as the filter lets its objective pass, and all above it. */
function matches(all: readonly Branch[], wanted: string, filter: Filter): Set<string> {
  const found = new Set<string>();
  const visit = (branch: Branch, isIn: boolean): boolean => {
    const stays = branch.kind === 'objective' ? passes(branch.node as ObjectiveNode, filter) : isIn;
    // not some(): every child has to be visited
    const below = branch.children.map((child) => visit(child, stays)).includes(true);
    const keep = below || (stays && branch.text.includes(wanted));
    if (keep) found.add(branch.id);
    return keep;
  };
  // a theme passes no filter of objectives by itself
  all.forEach((theme) => visit(theme, !isActive(filter)));
  return found;
}

export interface Counts {
  themes: number;
  objectives: number;
  kpis: number;
  stale: number;
  unattested: number;
}

/** How many there are of each, for head and foot. */
export function count(tree: Tree): Counts & { nodes: ObjectiveNode[] } {
  const nodes: ObjectiveNode[] = [];
  const visit = (objective: ObjectiveNode): void => {
    nodes.push(objective);
    objective.objectives?.forEach(visit);
  };
  tree.themes.forEach((theme) => theme.objectives?.forEach(visit));
  const kpis = nodes.flatMap((objective) => objective.kpis ?? []);
  return {
    nodes,
    themes: tree.themes.length,
    objectives: nodes.length,
    kpis: kpis.length,
    stale: kpis.filter((kpi) => (kpi.outcome?.stale ?? 0) > 0).length,
    unattested: kpis.filter((kpi) => (kpi.outcome?.unattested ?? 0) > 0).length,
  };
}
