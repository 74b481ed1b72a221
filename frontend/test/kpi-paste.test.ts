import { describe, expect, it } from 'vitest';
import { readValues } from '../src/kpi/paste';

const number = (text: string): number | null =>
  text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
const read = (pasted: string) =>
  readValues(pasted, 'MONTHLY', number, '2026-07-15').map(({ at, period, value, flaw }) => [at, period, value, flaw]);

describe('a column of values from a sheet', () => {
  it('values alone are the newest periods, the last one the newest that has ended', () => {
    expect(read('10\n11\n12')).toEqual([
      [1, '2026-04-30', 10, null],
      [2, '2026-05-31', 11, null],
      [3, '2026-06-30', 12, null],
    ]);
  });

  it('months are meant by their last day, and empty lines count as lines', () => {
    expect(read('2026-02\t5\n\n2026-03;6;with a note')).toEqual([
      [1, '2026-02-28', 5, null],
      [3, '2026-03-31', 6, null],
    ]);
  });

  it('each bad line is named', () => {
    const pasted = ['2026-01-31\tmany', '2026-01-30\t1', 'June\t1', '2026-07-31\t1', '2026-05-31\t1', '2026-05-31\t2'];
    expect(read(pasted.join('\n')).map(([, , , flaw]) => flaw)).toEqual([
      'number',
      'period',
      'period',
      'late',
      null,
      'twice',
    ]);
  });
});
