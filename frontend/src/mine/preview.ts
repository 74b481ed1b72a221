import { useEffect, useState } from 'preact/hooks';
import type { Actual } from '../chart/kpi-values';
import { Problem, post, put } from '../shared/api';

/** What a value would make, asked of the server before it is saved: neither the arithmetic nor the doubt is the page's. */

export interface Made extends Pick<Actual, 'attainment' | 'pace' | 'health'> {
  /** null when the value is likely; else how many times the usual step it is away */
  unlikely?: { times: number; usual: number; last: number } | null;
}

/** How long somebody pauses in typing before it is asked. */
const PAUSE = 250;

/** @param there the value that the period has already and that would be corrected */
export function tryOut(path: string, period: string, value: number, there: Actual | undefined): Promise<Made> {
  return there
    ? put<Made>(`${path}/${period}?dryRun=true`, { value }, there.version)
    : post<Made>(`${path}?dryRun=true`, { period, value });
}

/** What the value that stands in the field makes; null while it is not known, or is not a value. */
export function useMade(path: string, period: string, value: number | null, there: Actual | undefined): Made | null {
  const [known, setKnown] = useState<{ value: number; made: Made } | null>(null);
  useEffect(() => {
    if (value === null) return;
    let isWanted = true;
    const timer = window.setTimeout(() => {
      tryOut(path, period, value, there)
        .then((made) => isWanted && setKnown({ value, made }))
        .catch((failed: unknown) => {
          // what is wrong with it is said when it is saved
          if (!(failed instanceof Problem)) throw failed;
        });
    }, PAUSE);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [path, period, value, there]);
  return known !== null && known.value === value ? known.made : null;
}
