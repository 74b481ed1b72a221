import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import type { Week } from './shapes';

/**
 * The last weeks of a plan from its daily snapshots, oldest first; nothing over all plans, which have none together.
 *
 * @param plan key; empty for all plans
 * @param project key; empty for all projects
 */
export function useWeeks(plan: string, project: string, most: number): readonly Week[] {
  const [weeks, setWeeks] = useState<readonly Week[]>([]);
  useEffect(() => {
    setWeeks([]);
    if (!plan) return;
    const stop = new AbortController();
    const of = new URLSearchParams({ plan, ...(project ? { project } : {}), weeks: String(most) });
    get<{ weeks: Week[] }>(`/coverage/history?${of.toString()}`, stop.signal).then(
      (found) => setWeeks([...found.weeks].sort((one, other) => (one.day < other.day ? -1 : 1))),
      // a trend that cannot be read is not drawn
      () => undefined,
    );
    return () => stop.abort();
  }, [plan, project, most]);
  return weeks;
}
