import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { move, post, remove } from '../shared/api';
import { fill } from '../shared/format';
import { contextPath } from '../shared/host';
import type { LinkNode } from '../shared/shapes';
import { type Toast, useToast } from '../shared/toast';
import { PATHS } from './draft';
import type { To } from './places';
import type { KpiRow, LinkRow, ObjectiveRow, ThemeRow } from './rows';
import { text } from './words';

/** What is done to the plan outside of a written row, each with its way back. */
export interface Deeds {
  /** why the last one failed */
  problem: unknown;
  toast: Toast | null;
  showToast: (toast: Toast | null) => void;
  /** ids of what is deleted for the person but may still be taken back */
  going: ReadonlySet<string>;
  run: (work: () => Promise<void>) => Promise<void>;
  unlink: (row: LinkRow) => void;
  removeNode: (row: ThemeRow | ObjectiveRow | KpiRow) => void;
  moveNode: (row: ThemeRow | ObjectiveRow, to: To, from: To | null) => void;
  undoLinks: (undo: number) => Promise<void>;
}

type Removable = ThemeRow | ObjectiveRow | KpiRow;

const pathOf = (row: Removable): string => `${PATHS[row.kind]}/${encodeURIComponent(row.id)}`;

export function useDeeds(refresh: () => Promise<void>): Deeds {
  const [problem, setProblem] = useState<unknown>(null);
  const { toast, show } = useToast();
  const waiting = useRef<Removable | null>(null);
  const [going, setGoing] = useState<ReadonlySet<string>>(() => new Set());

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

  /** A deletion is carried out when it can no longer be taken back: until then nothing is lost. */
  const carryOut = useCallback(async (): Promise<void> => {
    const row = waiting.current;
    if (!row) return;
    waiting.current = null;
    await run(() => remove(`${pathOf(row)}?cascade=true`, row.node.version));
    setGoing(new Set());
  }, [run]);

  // the toast is the way back: when it goes, the deletion is carried out, and at the latest when the page is left
  useEffect(() => {
    if (!toast && waiting.current) void carryOut();
  }, [toast, carryOut]);
  useEffect(() => {
    const leave = (): void => {
      const row = waiting.current;
      if (!row) return;
      waiting.current = null;
      void fetch(`${contextPath()}/rest/throughline/1.0${pathOf(row)}?cascade=true`, {
        method: 'DELETE',
        keepalive: true,
        credentials: 'same-origin',
        headers: { 'X-Atlassian-Token': 'no-check', 'If-Match': `"${row.node.version}"` },
      });
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  const showToast = useCallback(
    (next: Toast | null) => {
      void carryOut();
      show(next);
    },
    [carryOut, show],
  );

  return useMemo((): Deeds => {
    const moveNode = (row: ThemeRow | ObjectiveRow, to: To, from: To | null): void =>
      void run(async () => {
        const path = `${pathOf(row)}/move`;
        const moved = await move<{ version: number }>(path, to, row.node.version);
        const undo = (): void =>
          void run(async () => {
            if (from) await move(path, from, moved.version);
          });
        showToast({ text: fill(text.moved, row.node.name), ...(from ? { undo } : {}) });
      });
    const removeNode = (row: Removable): void => {
      void carryOut().then(() => {
        waiting.current = row;
        setGoing(new Set([row.id]));
        const undo = (): void => {
          waiting.current = null;
          setGoing(new Set());
        };
        show({ text: fill(text.removed, row.node.name), undo });
      });
    };
    const unlink = ({ node }: LinkRow): void =>
      void run(async () => {
        await remove(`/links/${node.id}`, node.version);
        const name = node.target.ref ?? text.hiddenWork;
        // a link to hidden work cannot be made again by somebody who may not see it
        const undo = node.target.ref === null ? {} : { undo: () => void run(() => relink(node)) };
        showToast({ text: fill(text.unlinked, name), ...undo });
      });
    const undoLinks = (undo: number): Promise<void> =>
      run(async () => {
        await post(`/links/undo/${undo}`, {});
      });
    return { problem, toast, showToast, going, run, unlink, removeNode, moveNode, undoLinks };
  }, [problem, toast, showToast, going, run, carryOut, show]);
}

/** Links again what was unlinked. */
async function relink(link: LinkNode): Promise<void> {
  const target = { kind: link.target.kind, ref: link.target.ref };
  await post('/links', { objective: link.objective, target, weight: link.weight });
}
