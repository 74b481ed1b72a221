import { useCallback, useMemo, useState } from 'preact/hooks';
import { type Branch, type Depth, openTo, pathTo } from './rows';

/** Which rows are open. Kept for this browser tab, so that coming back finds the tree as it was left. */
export interface Opening {
  open: ReadonlySet<string>;
  /** the depth that this is, if it is one */
  depth: Depth | null;
  setDepth: (depth: Depth) => void;
  toggle: (id: string) => void;
  set: (id: string, isOpen: boolean) => void;
  /** opens several at once, also such as are only just coming */
  add: (ids: readonly string[]) => void;
  /** opens all that is above a row */
  reveal: (id: string) => void;
}

const DEPTHS: readonly Depth[] = ['themes', 'objectives', 'all'];

export function useOpening(plan: string, all: readonly Branch[]): Opening {
  // a depth is kept as such, so that it also holds for what is created later
  const [choice, setChoice] = useState<Depth | ReadonlySet<string>>(() => recall(plan) ?? 'objectives');
  const open = useMemo(() => (typeof choice === 'string' ? openTo(all, choice) : choice), [all, choice]);

  const choose = useCallback(
    (next: Depth | ReadonlySet<string>) => {
      setChoice(next);
      keep(plan, next);
    },
    [plan],
  );
  const set = useCallback(
    (id: string, isOpen: boolean) => {
      const next = new Set(open);
      if (isOpen) next.add(id);
      else next.delete(id);
      choose(next);
    },
    [open, choose],
  );
  const add = useCallback((ids: readonly string[]) => choose(new Set([...open, ...ids])), [open, choose]);
  const toggle = useCallback((id: string) => set(id, !open.has(id)), [open, set]);
  const reveal = useCallback(
    (id: string) => {
      const path = pathTo(all, id);
      if (path.some((each) => !open.has(each))) choose(new Set([...open, ...path]));
    },
    [all, open, choose],
  );
  const depth = useMemo(
    () => (typeof choice === 'string' ? choice : (DEPTHS.find((each) => isSame(openTo(all, each), open)) ?? null)),
    [all, choice, open],
  );
  return { open, depth, setDepth: choose, toggle, set, add, reveal };
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}

function slot(plan: string): string {
  return `throughline.open.${plan}`;
}

function recall(plan: string): Depth | ReadonlySet<string> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(slot(plan)) ?? 'null');
    if (Array.isArray(kept)) return new Set(kept.map(String));
    return DEPTHS.find((depth) => depth === kept) ?? null;
  } catch {
    // storage may be forbidden or hold something else
    return null;
  }
}

function keep(plan: string, choice: Depth | ReadonlySet<string>): void {
  try {
    sessionStorage.setItem(slot(plan), JSON.stringify(typeof choice === 'string' ? choice : [...choice]));
  } catch {
    // then it is not kept
  }
}
