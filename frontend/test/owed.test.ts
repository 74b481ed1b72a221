import { describe, expect, it } from 'vitest';
import type { Actual } from '../src/chart/kpi-values';
import { type Inbox, itemsOf, owedOf, unlikely } from '../src/mine/owed';

const item = (key: string, period: string): Inbox['due'][number] => ({
  kpi: { key, name: key, version: 1, owner: 'me' },
  period,
  objective: { key: 'OBJ-1', name: 'Trains arrive' },
  plan: null,
  for: null,
});

describe('what a person owes', () => {
  it('each KPI stands once: what is late first, then what waits for a word, then what is coming', () => {
    const inbox: Inbox = {
      today: '2027-03-15',
      overdue: [item('KPI-1', '2027-01-31')],
      unattested: [item('KPI-1', '2026-12-31'), item('KPI-2', '2027-02-28')],
      due: [item('KPI-2', '2027-03-31'), item('KPI-3', '2027-03-31')],
      decisions: [],
    };

    expect(itemsOf(inbox).map(({ item: each, standing }) => [each.kpi.key, standing])).toEqual([
      ['KPI-1', 'overdue'],
      ['KPI-2', 'attest'],
      ['KPI-3', 'coming'],
    ]);
  });

  it('is late from the day after its period ended, and below zero while that runs', () => {
    expect(owedOf(item('KPI-1', '2027-01-31'), 'overdue', [], '2027-03-15')).toMatchObject({
      late: 43,
      place: ['Trains arrive'],
      standsInFor: '',
    });
    const standIn = { ...item('KPI-1', '2027-03-31'), for: { name: 'Paula Moreno' } };
    expect(owedOf(standIn, 'coming', [], '2027-03-15')).toMatchObject({ late: -16, standsInFor: 'Paula Moreno' });
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
