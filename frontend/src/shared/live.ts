import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Known, Problem, read } from './api';

/** Something read from the server that stays current while the page is looked at. */
export interface Live<T> {
  /** the newest that came in; old numbers stay while new ones are on their way, also those of another path */
  value: T | null;
  /** the path that the value was read from */
  of: string;
  /** why the newest read failed; null once one succeeds */
  problem: Problem | null;
  /** when it was last known to be current, as of the last draw: that it still is draws nothing anew */
  at: Date | null;
  /** reads now and resolves when it is in */
  refresh: () => Promise<void>;
}

/** Failing reads are repeated ever more slowly, up to this. */
const SLOWEST = 60_000;

/**
 * Reads a path every so often while the page is visible, asking only for what changed since. Hidden pages read
 * nothing and catch up when they are looked at again.
 */
export function useLive<T>(path: string, everyMillis: number): Live<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const at = useRef<Date | null>(null);
  const known = useRef<(Known & { path: string }) | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const failures = useRef(0);

  const [of, setOf] = useState(path);
  const wanted = useRef(path);
  wanted.current = path;
  const once = useCallback(async (): Promise<void> => {
    try {
      const fresh = await read<T>(path, known.current?.path === path ? known.current : null);
      // what was asked for meanwhile is another thing
      if (wanted.current !== path) return;
      if (fresh) {
        known.current = { ...fresh.known, path };
        setValue(fresh.body);
        setOf(path);
      }
      failures.current = 0;
      setProblem(null);
      at.current = new Date();
    } catch (failed) {
      if (wanted.current !== path) return;
      failures.current++;
      setProblem(failed instanceof Problem ? failed : new Problem(0, 'OFFLINE', [], {}, ''));
    }
  }, [path]);

  /** One read at a time: a second wish waits for the first read and then reads again, so that it sees its own write. */
  const refresh = useCallback((): Promise<void> => {
    const next = (running.current ?? Promise.resolve()).then(once).finally(() => {
      if (running.current === next) running.current = null;
    });
    running.current = next;
    return next;
  }, [once]);

  useEffect(() => {
    let timer = 0;
    // looking at the page again starts a new turn; the one that is still reading then sets no further timer
    let turn = 0;
    const tick = async (): Promise<void> => {
      const mine = ++turn;
      if (!document.hidden) await refresh();
      if (mine !== turn) return;
      const pause = Math.min(everyMillis * 2 ** Math.min(failures.current, 10), Math.max(SLOWEST, everyMillis));
      timer = window.setTimeout(() => void tick(), pause);
    };
    const seen = (): void => {
      if (document.hidden) return;
      window.clearTimeout(timer);
      void tick();
    };
    void tick();
    document.addEventListener('visibilitychange', seen);
    return () => {
      turn = -1;
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [refresh, everyMillis]);

  return { value, of, problem, at: at.current, refresh };
}

/** True once it has lasted this long: grey lines appear only when waiting is felt. */
export function useLasting(isOn: boolean, millis: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    setLasting(false);
    if (!isOn) return;
    const timer = window.setTimeout(() => setLasting(true), millis);
    return () => window.clearTimeout(timer);
  }, [isOn, millis]);
  return lasting;
}
