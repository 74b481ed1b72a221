import type { Sort } from './asked';
import { type Counts, type Group, KINDS } from './shapes';

/** The lines of the list: rows by their number, and before the first of each group its head. */

export interface Head {
  /** what the group is of, as the order has it: a kind, a project's key, an age; empty for none */
  key: string;
  /** as people call it, where that is another word than the key */
  name?: string;
  count: number;
}

/** A row's number, or a head. */
export type Line = number | Head;

/** Ages are told apart by these weeks: under one, under four, under thirteen, under a year, more. */
export const AGE_BOUNDS = [1, 4, 13, 52] as const;

/** By what the server has to count for the heads of an order; null where it has none. */
export function groupedBy(sort: Sort): 'KIND' | 'PROJECT' | 'LEAD' | 'AGE' | null {
  if (sort === 'KIND' || sort === 'PROJECT' || sort === 'LEAD') return sort;
  return sort === 'SIZE' ? null : 'AGE';
}

/** Heads in the order of the rows. */
export function headsOf(counts: Counts, sort: Sort): Head[] {
  if (sort === 'LEAD') {
    // people in the order of the server, which sorts the rows by what it knows them by; nobody comes last
    const people = counts.groups.flatMap(({ key, count }) =>
      key !== null && typeof key === 'object' ? [{ key: key.key, name: key.name, count }] : [],
    );
    const nobody = counts.groups.find((group) => group.key === null);
    return nobody ? [...people, { key: '', count: nobody.count }] : people;
  }
  const heads = counts.groups.map((group) => ({ key: nameOf(group), count: group.count }));
  if (sort === 'KIND') {
    const place = (head: Head): number => (KINDS as readonly string[]).indexOf(head.key);
    return heads.sort((one, other) => place(one) - place(other));
  }
  if (sort === 'PROJECT') {
    // what is in no project comes behind all projects; the rest as the server sorts: by code units
    return heads.sort((one, other) => (one.key === '' ? 1 : other.key === '' ? -1 : one.key < other.key ? -1 : 1));
  }
  return byAge(heads, sort);
}

function nameOf(group: Group): string {
  return typeof group.key === 'string' ? group.key : '';
}

/** Weeks together in few ages; what has no age is behind them either way. */
function byAge(heads: readonly Head[], sort: Sort): Head[] {
  const ages = new Map<number, number>();
  let ageless = 0;
  for (const { key, count } of heads) {
    if (key === '') {
      ageless += count;
      continue;
    }
    const weeks = Number(key);
    const bound = AGE_BOUNDS.findIndex((each) => weeks < each);
    const at = bound < 0 ? AGE_BOUNDS.length : bound;
    ages.set(at, (ages.get(at) ?? 0) + count);
  }
  const way = sort === 'OLDEST' ? -1 : 1;
  const sorted = [...ages].sort(([one], [other]) => way * (one - other));
  const found = sorted.map(([at, count]) => ({ key: String(at), count }));
  return ageless > 0 ? [...found, { key: '', count: ageless }] : found;
}

/** All lines. Heads that do not add up to the rows are of another moment, and then there are none. */
export function linesOf(total: number, heads: readonly Head[]): Line[] {
  const sum = heads.reduce((all, head) => all + head.count, 0);
  const lines: Line[] = [];
  if (sum !== total || heads.length === 0) {
    for (let row = 0; row < total; row++) lines.push(row);
    return lines;
  }
  let row = 0;
  for (const head of heads) {
    lines.push(head);
    for (const end = row + head.count; row < end; row++) lines.push(row);
  }
  return lines;
}
