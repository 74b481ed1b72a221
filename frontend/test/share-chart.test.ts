import { describe, expect, it } from 'vitest';
import type { Week } from '../src/triage/shapes';
import { runsOf } from '../src/triage/share-chart';

function week(orphan: number | null): Week {
  const share = orphan === null ? null : { aligned: 1 - orphan, orphan, exempt: 0 };
  return { day: '2026-01-04', filled: false, total: 8, aligned: 0, orphan: 0, exempt: 0, share };
}

describe('the chart of shares', () => {
  it('leaves a gap where a week had no open work, and does not draw it as 0', () => {
    const runs = runsOf([week(0.5), week(0.25), week(null), week(0), week(null)], (at) => at);
    expect(runs.map((run) => run.map(({ x, share }) => [x, share.orphan]))).toEqual([
      [
        [0, 0.5],
        [1, 0.25],
      ],
      [[3, 0]],
    ]);
  });
});
