import type { ObjectiveNode, Tree } from '../shared/shapes';
import type { ObjectiveRow, ThemeRow } from './rows';

/** Where an object may be moved by one key press. */
export interface To {
  parent: string;
  /** among the siblings there, the moved one left out */
  position: number;
}

/** A node of the tree with those that stand beside it. */
interface Spot {
  parent: string;
  keys: string[];
  at: number;
  /** the spot of the parent; null for a theme */
  above: Spot | null;
}

/**
 * Where up, down, in and out lead to. Out of its parent an objective stands right behind it; in means below the sibling
 * before it, as its last child. Up and down beyond the first and last sibling lead into the neighbouring theme.
 *
 * @returns null where there is no such place
 */
export function target(tree: Tree, row: ThemeRow | ObjectiveRow, way: 'up' | 'down' | 'in' | 'out'): To | null {
  const themes: Spot = { parent: tree.key, keys: tree.themes.map((theme) => theme.key), at: -1, above: null };
  const spot = row.kind === 'theme' ? { ...themes, at: themes.keys.indexOf(row.id) } : find(tree, themes, row.id);
  if (!spot || spot.at < 0) return null;
  switch (way) {
    case 'up':
      return spot.at > 0 ? { parent: spot.parent, position: spot.at - 1 } : neighbour(tree, spot, -1);
    case 'down':
      return spot.at < spot.keys.length - 1 ? { parent: spot.parent, position: spot.at + 1 } : neighbour(tree, spot, 1);
    case 'in': {
      const before = spot.keys[spot.at - 1];
      return row.kind === 'objective' && before ? { parent: before, position: childrenOf(tree, before) } : null;
    }
    case 'out': {
      const above = spot.above;
      return above?.above ? { parent: above.parent, position: above.at + 1 } : null;
    }
  }
}

/**
 * Where something dropped onto a row goes.
 *
 * @param half which part of the row the pointer was over
 * @returns null where it may not go: into itself, a theme into anything, anything onto a KPI or link
 */
export function dropped(
  tree: Tree,
  row: ThemeRow | ObjectiveRow,
  over: ThemeRow | ObjectiveRow,
  half: 'before' | 'into' | 'after',
): To | null {
  if (row.id === over.id) return null;
  const themes: Spot = { parent: tree.key, keys: tree.themes.map((theme) => theme.key), at: -1, above: null };
  const without = (spot: Spot): number => {
    const own = spot.keys.indexOf(row.id);
    const place = spot.at + (half === 'after' ? 1 : 0);
    return own >= 0 && own < place ? place - 1 : place;
  };
  if (row.kind === 'theme') {
    return over.kind === 'theme' && half !== 'into'
      ? { parent: tree.key, position: without({ ...themes, at: themes.keys.indexOf(over.id) }) }
      : null;
  }
  const spot = over.kind === 'theme' ? { ...themes, at: themes.keys.indexOf(over.id) } : find(tree, themes, over.id);
  for (let up = spot; up; up = up.above) if (up.keys[up.at] === row.id) return null;
  if (!spot) return null;
  if (over.kind === 'theme') {
    const inside = (tree.themes[spot.at]?.objectives ?? []).filter((each) => each.key !== row.id);
    return { parent: over.id, position: half === 'into' ? inside.length : 0 };
  }
  if (half === 'into') {
    const inside = (over.node.objectives ?? []).filter((each) => each.key !== row.id);
    return { parent: over.id, position: inside.length };
  }
  return { parent: spot.parent, position: without(spot) };
}

/** Where it stands now, to be put back there. */
export function placeOf(tree: Tree, row: ThemeRow | ObjectiveRow): To | null {
  const themes: Spot = { parent: tree.key, keys: tree.themes.map((theme) => theme.key), at: -1, above: null };
  const spot = row.kind === 'theme' ? { ...themes, at: themes.keys.indexOf(row.id) } : find(tree, themes, row.id);
  return spot && spot.at >= 0 ? { parent: spot.parent, position: spot.at } : null;
}

/** The end of the theme before, or the beginning of the one after; only for what hangs directly under a theme. */
function neighbour(tree: Tree, spot: Spot, by: 1 | -1): To | null {
  if (!spot.above || spot.above.above) return null;
  const theme = tree.themes[spot.above.at + by];
  if (!theme) return null;
  return { parent: theme.key, position: by < 0 ? (theme.objectives ?? []).length : 0 };
}

function find(tree: Tree, themes: Spot, key: string): Spot | null {
  const below = (parent: string, list: readonly ObjectiveNode[], above: Spot): Spot | null => {
    const keys = list.map((objective) => objective.key);
    const at = keys.indexOf(key);
    if (at >= 0) return { parent, keys, at, above };
    for (const [place, objective] of list.entries()) {
      const found = below(objective.key, objective.objectives ?? [], { parent, keys, at: place, above });
      if (found) return found;
    }
    return null;
  };
  for (const [at, theme] of tree.themes.entries()) {
    const found = below(theme.key, theme.objectives ?? [], { ...themes, at });
    if (found) return found;
  }
  return null;
}

function childrenOf(tree: Tree, key: string): number {
  const all: ObjectiveNode[] = tree.themes.flatMap((theme) => theme.objectives ?? []);
  for (let next = all.pop(); next; next = all.pop()) {
    if (next.key === key) return next.objectives?.length ?? 0;
    all.push(...(next.objectives ?? []));
  }
  return 0;
}
