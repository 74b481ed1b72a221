import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Tree } from '../shared/shapes';
import { type Filter, fromAddress, toAddress } from './filter';
import type { Active } from './keys';
import type { Opening } from './opening';
import type { Row } from './rows';

/** What of the page stands in its address: filter, words, and the row that it leads to. */

/** Words and filter, kept in the address. */
export function useFilter(): {
  query: string;
  setQuery: (query: string) => void;
  filter: Filter;
  setFilter: (filter: Filter) => void;
} {
  const [asked, setAsked] = useState(() => fromAddress(location.search));
  useEffect(() => {
    const next = toAddress(location.search, asked.filter, asked.query);
    if (next !== location.search) history.replaceState(history.state, '', location.pathname + next + location.hash);
  }, [asked]);
  const setQuery = useCallback((query: string) => setAsked((now) => ({ ...now, query })), []);
  const setFilter = useCallback((filter: Filter) => setAsked((now) => ({ ...now, filter })), []);
  return { ...asked, setQuery, setFilter };
}

/**
 * Leads to a row as soon as there is one, opening what is above it: at first the one that the address names, such as
 * …/PLAN-1#OBJ-6.
 *
 * @returns how to be led to another
 */
export function useArrival(
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
