import { describe, expect, it } from 'vitest';
import type { Actual } from '../src/chart/kpi-values';
import { standingOf, unlikely } from '../src/mine/owed';
import type { KpiNode } from '../src/shared/shapes';

const NOW = '2027-03-15';
const kpi = (more: Partial<KpiNode> = {}): KpiNode => ({
  key: 'KPI-1',
  name: 'Delay',
  version: 1,
  owner: 'me',
  frequency: 'MONTHLY',
  attestation: 'OWNER',
  baseline: { value: 10, date: '2026-12-31' },
  target: { value: 20, date: '2027-12-31' },
  ...more,
});
const value = (period: string, more: Partial<Actual> = {}): Actual => ({ period, value: 1, version: 1, ...more });
const standing = (node: KpiNode, ...actuals: Actual[]): [string, string, number] => {
  const found = standingOf(node, actuals, NOW);
  return [found.standing, found.period, found.late];
};

describe('what a person owes', () => {
  it('the oldest period without a value after the newest value is overdue from the day after it ended', () => {
    expect(standing(kpi(), value('2026-12-31'))).toEqual(['overdue', '2027-01-31', 43]);
    expect(standing(kpi(), value('2027-01-31', { attestedBy: 'me' }))).toEqual(['overdue', '2027-02-28', 15]);
  });

  it('without any value the first period after the baseline is', () => {
    expect(standing(kpi())).toEqual(['overdue', '2027-01-31', 43]);
  });

  it('a newest value without a word waits for one, where one is wanted', () => {
    expect(standing(kpi(), value('2027-02-28'))).toEqual(['attest', '2027-02-28', 15]);
    expect(standing(kpi({ attestation: 'NONE' }), value('2027-02-28'))).toEqual(['coming', '2027-03-31', -16]);
  });

  it('what is done comes up again with the period that runs', () => {
    expect(standing(kpi({ frequency: 'QUARTERLY' }), value('2026-12-31', { attestedBy: 'me' }))).toEqual([
      'coming',
      '2027-03-31',
      -16,
    ]);
    expect(standing(kpi({ frequency: 'WEEKLY' }), value('2027-03-14', { attestedBy: 'me' }))[1]).toBe('2027-03-21');
  });

  it('nothing is owed once a value covers the target date', () => {
    const done = kpi({ target: { value: 20, date: '2026-12-31' } });
    expect(standing(done, value('2026-12-31', { attestedBy: 'me' }))[0]).toBe('coming');
  });
});

describe('an unlikely value', () => {
  const column = (...values: number[]): Actual[] => values.map((each) => ({ period: '', value: each, version: 1 }));

  it('is many times the usual step away', () => {
    expect(unlikely(13.9, column(31.4, 32.8, 34.3, 35.6))).toBe(13);
    expect(unlikely(30.9, column(31.4, 32.8, 34.3, 35.6))).toBeNull();
  });

  it('cannot be told from few values, or from values that never move', () => {
    expect(unlikely(1000, column(1, 2, 3))).toBeNull();
    expect(unlikely(1000, column(5, 5, 5, 5, 5))).toBeNull();
  });
});
