import type { Done } from '../triage/bulk';
import type { Change } from './newest';

/** What was done to many at once, as far as it can be taken back. */
export type Batch = Pick<Done, 'do' | 'batch'>;

/**
 * The batches that were not taken back yet, by the row that says so.
 *
 * @param changes the newest first: the first row of a batch says how it stands now
 */
export function openBatches(changes: readonly Change[]): Map<number, Batch> {
  const seen = new Set<string>();
  const open = new Map<number, Batch>();
  for (const { object, after, seq } of changes) {
    const [, of, batch] = /^(EXEMPTION)?BATCH-(\d+)$/.exec(object) ?? [];
    if (batch === undefined || seen.has(object)) continue;
    seen.add(object);
    if (after?.['undone'] === false) {
      open.set(seq, { do: of === undefined ? 'link' : 'exempt', batch: Number(batch) });
    }
  }
  return open;
}
