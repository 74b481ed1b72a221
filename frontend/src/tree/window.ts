import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Below this many rows all of them are drawn, so that the browser's own find and print see them. */
export const ALL_BELOW = 200;
/** Drawn above and below what is seen, in pixels, so that scrolling shows no gaps. */
const MARGIN = 600;

export interface Range {
  first: number;
  /** one after the last */
  end: number;
}

/** Tops of rows with these heights, and the height of all as the last value. */
export function tops(heights: readonly number[]): number[] {
  const result = [0];
  let sum = 0;
  for (const height of heights) result.push((sum += height));
  return result;
}

/** Rows are added and taken away by so many, so that not every scrolled pixel draws anew. */
const STEP = 1;

/** The rows that touch a stretch of the body, by binary search: `tops` rises. */
export function between(rowTops: readonly number[], from: number, to: number): Range {
  const rows = rowTops.length - 1;
  const firstBelow = (y: number): number => {
    let low = 0;
    let high = rows;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rowTops[middle + 1] ?? 0) <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { first: firstBelow(from), end: Math.min(rows, firstBelow(to) + 1) };
}

/** What is drawn, and whether it just now races by. */
export interface Sight extends Range {
  /** faster than anybody reads: rows that come in show their names only, until it rests */
  isRacing: boolean;
}

/** Pixels between two frames above which nobody reads. */
const RACE = 100;
/** Milliseconds without a scroll after which it rests. */
const REST = 90;

/** Which rows to draw for where the page is scrolled to. */
export function useWindow(body: RefObject<HTMLElement | null>, rowTops: readonly number[]): Sight {
  const rows = rowTops.length - 1;
  const [sight, setSight] = useState<Sight>({ first: 0, end: Math.min(rows, ALL_BELOW), isRacing: false });
  const isWhole = rows <= ALL_BELOW;
  useEffect(() => {
    if (isWhole) return;
    let last = 0;
    let timer = 0;
    const look = (mayRace: boolean): void => {
      const top = -(body.current?.getBoundingClientRect().top ?? 0);
      const seen = between(rowTops, top - MARGIN, top + window.innerHeight + MARGIN);
      const next = {
        first: Math.floor(seen.first / STEP) * STEP,
        end: Math.min(rowTops.length - 1, Math.ceil(seen.end / STEP) * STEP),
        isRacing: mayRace && Math.abs(top - last) > RACE,
      };
      last = top;
      setSight((now) =>
        now.first === next.first && now.end === next.end && now.isRacing === next.isRacing ? now : next,
      );
    };
    const rest = (): void => look(false);
    const scrolled = (): void => {
      look(true);
      window.clearTimeout(timer);
      timer = window.setTimeout(rest, REST);
    };
    rest();
    window.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('resize', rest);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('resize', rest);
    };
  }, [body, rowTops, isWhole]);
  return isWhole ? { first: 0, end: rows, isRacing: false } : sight;
}
