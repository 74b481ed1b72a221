import { get } from '../shared/api';
import type { Listing } from '../shared/shapes';

/** The change log as people read it: the newest first. The log itself is in the order in which it was written. */

export interface Change {
  seq: number;
  at: string;
  /** user name */
  actor: string;
  actorName?: string | null;
  actorActive?: boolean;
  object: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Most rows that one call brings. */
const MOST = 200;

/**
 * The newest rows of an object, or of all.
 *
 * @param object key; empty for all
 */
export async function newest(
  object: string,
  wanted: number,
  signal: AbortSignal,
): Promise<{ changes: Change[]; total: number }> {
  const which = object ? `object=${encodeURIComponent(object)}&` : '';
  const page = (start: number): Promise<Listing<Change>> =>
    get<Listing<Change>>(`/changes?${which}start=${start}&limit=${MOST}`, signal);
  const first = await page(0);
  // a short log is there with the first call; of a long one only its end is read
  let rows = first.values;
  if (first.total > MOST) {
    rows = [];
    for (let start = Math.max(0, first.total - wanted); ;) {
      const next = await page(start);
      rows.push(...next.values);
      if (next.isLast || next.values.length === 0) break;
      start += next.values.length;
    }
  }
  return { changes: rows.reverse().slice(0, wanted), total: first.total };
}
