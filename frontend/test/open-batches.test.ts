import { describe, expect, it } from 'vitest';
import type { Change } from '../src/changes/newest';
import { openBatches } from '../src/changes/open-batches';

const change = (seq: number, object: string, undone?: boolean): Change => ({
  seq,
  at: '2026-07-01T10:00:00Z',
  actor: 'pmo',
  object,
  before: null,
  after: undone === undefined ? {} : { undone },
});

describe('batches in the change log', () => {
  it('can be taken back from any browser, until they were', () => {
    const log = [
      change(9, 'BATCH-2', true),
      change(8, 'EXEMPTIONBATCH-1', false),
      change(7, 'BATCH-2', false),
      change(6, 'LINK-4'),
      change(5, 'BATCH-1', false),
    ];

    expect([...openBatches(log)]).toEqual([
      [8, { do: 'exempt', batch: 1 }],
      [5, { do: 'link', batch: 1 }],
    ]);
  });
});
