import { describe, expect, it } from 'vitest';
import { type Inbox, itemsOf, owedOf } from '../src/mine/owed';

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
