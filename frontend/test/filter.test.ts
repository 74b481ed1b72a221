import { describe, expect, it } from 'vitest';
import { fromAddress, isActive, NO_FILTER, toAddress } from '../src/tree/filter';
import { dropped, placeOf } from '../src/tree/places';
import { branches, type ObjectiveRow, rowsOf, type ThemeRow } from '../src/tree/rows';
import { link, objective, small, theme, tree } from './sample';

const shown = (filter: Partial<typeof NO_FILTER>, query = '', open: string[] = []): string[] => {
  const plan = tree([
    theme('TH-1', 'Network', [
      objective('OBJ-1', 'Trains', { links: [link(17, 'OPS-214', 'Predict conflicts')] }),
      objective('OBJ-2', 'Fleet', { signal: { kind: 'STALLED', reason: '' }, owner: null }),
    ]),
    theme('TH-2', 'Freight', [objective('OBJ-4', 'Volume', { state: 'DRAFT' })]),
  ]);
  return rowsOf(branches(plan), new Set(open), query, null, { ...NO_FILTER, ...filter }).map((row) => row.id);
};

describe('filters', () => {
  it('leave the objectives that pass, with what is above them', () => {
    expect(shown({ signal: ['STALLED'] })).toEqual(['TH-1', 'OBJ-2']);
    expect(shown({ state: ['DRAFT'] })).toEqual(['TH-2', 'OBJ-4']);
    expect(shown({ owner: ['-'] })).toEqual(['TH-1', 'OBJ-2']);
    expect(shown({ signal: ['DRIFT'], state: ['ACTIVE'] })).toEqual(['TH-1', 'OBJ-1']);
    expect(shown({ signal: ['BLIND'] })).toEqual([]);
  });

  it('work of an objective that passes is shown when it is opened', () => {
    expect(shown({ signal: ['DRIFT'], state: ['ACTIVE'] }, '', ['OBJ-1'])).toEqual(['TH-1', 'OBJ-1', 'link:17']);
  });

  it('words are looked for only in what passes', () => {
    expect(shown({ signal: ['DRIFT'] }, 'predict')).toEqual(['TH-1', 'OBJ-1', 'link:17']);
    expect(shown({ signal: ['STALLED'] }, 'predict')).toEqual([]);
  });

  it('are read from the address and written back, other parts untouched', () => {
    const { filter, query } = fromAddress('?x=1&signal=DRIFT,STALLED&owner=pmo&q=train%20s');
    expect(filter).toMatchObject({ signal: ['DRIFT', 'STALLED'], owner: ['pmo'], state: [] });
    expect(query).toBe('train s');
    expect(toAddress('?x=1', filter, query)).toBe('?x=1&owner=pmo&signal=DRIFT,STALLED&q=train+s');
    expect(toAddress('?signal=DRIFT&q=a', NO_FILTER, '')).toBe('');
    expect(isActive(NO_FILTER)).toBe(false);
  });
});

describe('dropping a row', () => {
  const plan = small();
  const rows = rowsOf(branches(plan), new Set(['TH-1', 'TH-2', 'OBJ-1']), '', null);
  const row = (id: string): ThemeRow & ObjectiveRow => rows.find((each) => each.id === id) as ThemeRow & ObjectiveRow;

  it.each([
    ['OBJ-2', 'OBJ-1', 'before', { parent: 'TH-1', position: 0 }],
    ['OBJ-1', 'OBJ-2', 'after', { parent: 'TH-1', position: 1 }],
    ['OBJ-2', 'OBJ-1', 'into', { parent: 'OBJ-1', position: 1 }],
    ['OBJ-3', 'TH-2', 'into', { parent: 'TH-2', position: 1 }],
    ['TH-2', 'TH-1', 'before', { parent: 'PLAN-1', position: 0 }],
    ['OBJ-1', 'OBJ-3', 'into', null],
    ['OBJ-1', 'OBJ-1', 'into', null],
    ['TH-1', 'TH-2', 'into', null],
    ['TH-1', 'OBJ-4', 'before', null],
  ] as const)('%s onto %s, %s', (moved, over, half, to) => {
    expect(dropped(plan, row(moved), row(over), half)).toEqual(to);
  });

  it('its place before is known, to put it back', () => {
    expect(placeOf(plan, row('OBJ-2'))).toEqual({ parent: 'TH-1', position: 1 });
    expect(placeOf(plan, row('OBJ-3'))).toEqual({ parent: 'OBJ-1', position: 0 });
  });
});
