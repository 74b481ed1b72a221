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
