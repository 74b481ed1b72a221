// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Done, doneBefore, keepDone, takeBack } from '../src/triage/bulk';

const done = (batch: number, by = 'pmo'): Done => ({
  do: 'link',
  batch,
  said: `batch ${batch}`,
  at: '2026-11-20T10:00:00Z',
  by,
});
const batches = (user: string): number[] => doneBefore(user).map((each) => each.batch);
const answers = (status: number, body: unknown): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));
};

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('what was done to many at once', () => {
  it('is remembered by who did it, the newest first', () => {
    keepDone(done(1));
    keepDone(done(2, 'exec'));
    keepDone(done(3));
    expect(batches('pmo')).toEqual([3, 1]);
    expect(batches('exec')).toEqual([2]);
  });

  it.each(['{', 'null', '{"by":"pmo"}', '"text"'])('nothing is remembered of %s', (kept) => {
    localStorage.setItem('tl-triage-done', kept);
    expect(doneBefore('pmo')).toEqual([]);
  });

  it('what another version or somebody wrote beside it is left out', () => {
    const strange = [null, 7, { by: 'pmo' }, { ...done(4), at: 'soon' }, { ...done(5), do: 'drop' }, done(6)];
    localStorage.setItem('tl-triage-done', JSON.stringify(strange));
    expect(batches('pmo')).toEqual([6]);
  });

  it('is not offered again once it is taken back, here or elsewhere', async () => {
    [1, 2, 3].forEach((batch) => keepDone(done(batch)));
    answers(200, { removed: [1], conflicts: [] });
    await takeBack(done(2));
    expect(batches('pmo')).toEqual([3, 1]);
    answers(409, { code: 'UNDONE' });
    await expect(takeBack(done(3))).rejects.toThrow();
    expect(batches('pmo')).toEqual([1]);
    answers(503, { code: 'INTERNAL' });
    await expect(takeBack(done(1))).rejects.toThrow();
    expect(batches('pmo')).toEqual([1]);
  });
});
