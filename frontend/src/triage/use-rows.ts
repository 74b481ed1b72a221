import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../shared/api';
import type { Listing } from '../shared/shapes';
import type { Orphan } from './shapes';

/** The rows of a list of any length: pages are read as they come into sight, and kept. */

/** Rows of one call. */
export const PAGE = 50;

interface Book {
  of: string;
  /** which reading it is from: what an older one brings is of another moment */
  turn: number;
  total: number;
  pages: ReadonlyMap<number, readonly Orphan[]>;
}

export interface Rows {
  /** null until the first answer */
  total: number | null;
  /** undefined while it is on its way */
  at: (row: number) => Orphan | undefined;
  problem: unknown;
  /** says which rows are in sight */
  need: (first: number, end: number) => void;
  /** reads what is in sight anew; resolves when it is in */
  reload: () => Promise<void>;
}

/** Numbers of the pages that hold a stretch of rows. */
export function pagesOf(first: number, end: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(first / PAGE); page * PAGE < Math.max(end, 1); page++) pages.push(page);
  return pages;
}

/**
 * @param question without a page; null while it is not known yet
 * @param revision another one when rows may have changed
 */
export function useRows(question: string | null, revision: unknown): Rows {
  const [book, setBook] = useState<Book | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const sight = useRef({ first: 0, end: PAGE });
  const asked = useRef(question);
  const loading = useRef(new Set<string>());
  const turns = useRef(0);
  if (asked.current !== question) {
    // another question is looked at from its top
    asked.current = question;
    sight.current = { first: 0, end: PAGE };
  }

  const reload = useCallback(async (): Promise<void> => {
    if (question === null) return;
    const { first, end } = sight.current;
    const turn = ++turns.current;
    try {
      const read = await Promise.all(pagesOf(first, end).map((page) => one(question, page)));
      if (asked.current !== question) return;
      const total = read[0]?.total ?? 0;
      const pages = new Map(read.map((page) => [page.start / PAGE, page.values]));
      setBook((now) => (now?.of === question && now.turn > turn ? now : { of: question, turn, total, pages }));
      if (turn === turns.current) setProblem(null);
    } catch (failed) {
      if (turn === turns.current) setProblem(failed);
    }
  }, [question]);
  useEffect(() => void reload(), [reload, revision]);

  const need = useCallback(
    (first: number, end: number): void => {
      sight.current = { first, end };
      if (book?.of !== question) return;
      for (const page of pagesOf(first, Math.min(end, book.total))) {
        const name = `${book.turn} ${page}`;
        if (book.pages.has(page) || loading.current.has(name)) continue;
        loading.current.add(name);
        one(book.of, page)
          .then((found) =>
            setBook((now) =>
              now?.turn === book.turn ? { ...now, pages: new Map(now.pages).set(page, found.values) } : now,
            ),
          )
          .catch((failed: unknown) => {
            if (asked.current === book.of) setProblem(failed);
          })
          .finally(() => loading.current.delete(name));
      }
    },
    [book, question],
  );
  const at = useCallback(
    (row: number): Orphan | undefined => book?.pages.get(Math.floor(row / PAGE))?.[row % PAGE],
    [book],
  );
  return { total: book?.total ?? null, at, problem, need, reload };
}

function one(question: string, page: number): Promise<Listing<Orphan>> {
  return get<Listing<Orphan>>(`/orphans?${question}&start=${page * PAGE}&limit=${PAGE}`);
}

/** Most rows that one call brings. */
const LARGEST = 200;

/** All rows of a question from the first on, up to so many. */
export async function readAll(question: string, most: number): Promise<Orphan[]> {
  const found: Orphan[] = [];
  for (;;) {
    const page = await get<Listing<Orphan>>(
      `/orphans?${question}&start=${found.length}&limit=${LARGEST}&suggestions=false`,
    );
    found.push(...page.values);
    if (page.isLast || page.values.length === 0 || found.length >= most) return found.slice(0, most);
  }
}
