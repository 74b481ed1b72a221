import { useEffect, useState } from 'preact/hooks';
import { Problem, post } from '../shared/api';
import type { Line } from './paste';

/** Which of many values are far off the usual steps: asked of the server before they are saved. */

interface Tried {
  period: string;
  unlikely: { times: number } | null;
}

/** How long somebody pauses before it is asked. */
const PAUSE = 250;

/**
 * @param lines the good ones
 * @return by period, how many times the usual step a value is away from its neighbour
 */
export function useDoubts(kpi: string, lines: readonly Line[]): ReadonlyMap<string, number> {
  const [doubts, setDoubts] = useState<ReadonlyMap<string, number>>(new Map());
  const asked = JSON.stringify(lines.map(({ period, value }) => ({ period, value })));
  useEffect(() => {
    let isWanted = true;
    setDoubts(new Map());
    const timer = window.setTimeout(() => {
      if (asked === '[]') return;
      post<{ created: Tried[]; corrected: Tried[] }>(`/kpis/${encodeURIComponent(kpi)}/actuals/import?dryRun=true`, {
        rows: JSON.parse(asked) as unknown,
      })
        .then(({ created, corrected }) => {
          const found = [...created, ...corrected].flatMap(({ period, unlikely }): [string, number][] =>
            unlikely ? [[period, unlikely.times]] : [],
          );
          if (isWanted) setDoubts(new Map(found));
        })
        .catch((failed: unknown) => {
          // what is wrong with them is said when they are saved
          if (!(failed instanceof Problem)) throw failed;
        });
    }, PAUSE);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [kpi, asked]);
  return doubts;
}
