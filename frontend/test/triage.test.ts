import { describe, expect, it } from 'vitest';
import { preferencesOf } from '../src/gadgets/preferences';
import { targetOf } from '../src/hygiene/target';
import { type Asked, fromAddress, isOfGaps, jqlOf, kindsOf, question, toAddress } from '../src/triage/asked';
import { targetsOf } from '../src/triage/bulk';
import { command, type Pressed } from '../src/triage/keys';
import { headsOf, linesOf } from '../src/triage/lines';
import { acted, extended, NOTHING_SELECTED, only, toggled } from '../src/triage/selection';
import { apart } from '../src/triage/share-chart';
import type { Counts, Orphan, OrphanKind } from '../src/triage/shapes';
import { pagesOf } from '../src/triage/use-rows';

const row = (ref: string, kind: OrphanKind = 'EPIC', openSize = 3): Orphan => ({
  kind,
  ref,
  summary: ref,
  project: 'OPS',
  owner: null,
  openSize,
  updated: null,
  age: null,
});
const counts = (...groups: [string | null, number][]): Counts => ({
  groupBy: '',
  groups: groups.map(([key, count]) => ({ key, count, openSize: 0 })),
});
const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('what is asked for', () => {
  const asked: Asked = {
    plan: 'PLAN-1',
    tile: 'EPIC',
    project: 'OPS',
    lead: 'pmo',
    age: 90,
    find: 'late trains',
    sort: 'OLDEST',
    partial: true,
  };

  it('stands in the address and comes back from it', () => {
    expect(fromAddress(toAddress(asked))).toEqual(asked);
  });

  it('all plans are another thing than no plan', () => {
    expect(fromAddress('').plan).toBeUndefined();
    expect(toAddress({ ...asked, plan: '' })).toContain('plan=*');
    expect(fromAddress('?plan=*').plan).toBe('');
  });

  it('nonsense in the address is nothing', () => {
    expect(fromAddress('?kind=CATS&sort=UP&age=-3')).toMatchObject({ tile: 'ALL', sort: 'KIND', age: 0 });
    expect(fromAddress(`?find=${'x'.repeat(200)}`).find).toHaveLength(100);
  });

  it('partly aligned epics are listed only when asked for', () => {
    expect(kindsOf('ALL', false)).not.toContain('PARTIAL');
    expect(kindsOf('ALL', true)).toContain('PARTIAL');
    expect(kindsOf('PROJECT', true)).toEqual(['PROJECT']);
  });

  it('becomes the question to the server, with or without one of its parts', () => {
    expect(question(asked)).toBe('plan=PLAN-1&kind=EPIC,PARTIAL&project=OPS&lead=pmo&minAge=90&q=late+trains');
    expect(question(asked, ['kind', 'project'])).toBe('plan=PLAN-1&lead=pmo&minAge=90&q=late+trains');
  });

  it('becomes a search of Jira', () => {
    expect(jqlOf(asked)).toBe('issue in orphanWork("OPS") AND updated <= -90d ORDER BY updated DESC');
    expect(jqlOf({ ...asked, project: 'A\\"B', age: 0 })).toBe(
      'issue in orphanWork("A\\\\\\"B") ORDER BY updated DESC',
    );
    expect(jqlOf({ ...asked, project: '', age: 0 })).toBe('issue in orphanWork() ORDER BY updated DESC');
  });

  it('tells the tiles of work from those of the strategy', () => {
    expect(['ALL', 'EPIC', 'KPI', 'UNOWNED'].map((tile) => isOfGaps(tile as Asked['tile']))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('lines', () => {
  it('have a head before each kind, in the order of the rows', () => {
    const heads = headsOf(counts(['ISSUE', 2], ['EPIC', 1]), 'KIND');
    expect(linesOf(3, heads)).toEqual([{ key: 'EPIC', count: 1 }, 0, { key: 'ISSUE', count: 2 }, 1, 2]);
  });

  it('have no heads while counts and rows are of different moments', () => {
    expect(linesOf(2, [{ key: 'EPIC', count: 1 }])).toEqual([0, 1]);
  });

  it('put what is in no project behind all projects', () => {
    expect(headsOf(counts([null, 1], ['OPS', 2], ['DAT', 3]), 'PROJECT').map((head) => head.key)).toEqual([
      'DAT',
      'OPS',
      '',
    ]);
  });

  it('bring weeks together in few ages, either way round, what has no age last', () => {
    const weeks = counts(['0', 1], ['2', 1], ['3', 1], ['52', 4], [null, 1]);
    expect(headsOf(weeks, 'OLDEST')).toEqual([
      { key: '4', count: 4 },
      { key: '1', count: 2 },
      { key: '0', count: 1 },
      { key: '', count: 1 },
    ]);
    expect(headsOf(weeks, 'NEWEST').map((head) => head.key)).toEqual(['0', '1', '4', '']);
  });

  it('are read by the page', () => {
    expect(pagesOf(0, 50)).toEqual([0]);
    expect(pagesOf(49, 101)).toEqual([0, 1, 2]);
    expect(pagesOf(0, 0)).toEqual([0]);
  });
});

describe('keys', () => {
  it.each([
    ['ArrowDown', {}, { do: 'row', by: 1, extend: false }],
    ['ArrowDown', { shiftKey: true }, { do: 'row', by: 1, extend: true }],
    [' ', {}, { do: 'toggle' }],
    ['a', { ctrlKey: true }, { do: 'all' }],
    ['z', { metaKey: true }, { do: 'undo' }],
    ['2', {}, { do: 'suggest', which: 1 }],
    ['L', {}, { do: 'choose' }],
    ['e', {}, { do: 'exempt' }],
    ['Escape', {}, { do: 'leave' }],
    ['j', {}, null],
    ['ArrowDown', { altKey: true }, null],
  ])('%s with %o does %o', (key, more, what) => {
    expect(command(pressed(key, more), true, false)).toEqual(what);
  });

  it('Enter commits only what is previewed', () => {
    expect(command(pressed('Enter'), true, false)).toBeNull();
    expect(command(pressed('Enter'), true, true)).toEqual({ do: 'commit' });
  });

  it('who may not edit only moves and opens', () => {
    const without = (key: string, more: Partial<Pressed> = {}): unknown => command(pressed(key, more), false, false);
    expect([' ', '1', 'l', 'e', 'Escape'].map((key) => without(key))).toEqual([null, null, null, null, null]);
    expect(without('a', { ctrlKey: true })).toBeNull();
    expect(without('ArrowDown', { shiftKey: true })).toEqual({ do: 'row', by: 1, extend: false });
    expect(without('Enter')).toEqual({ do: 'open' });
  });
});

describe('the selection', () => {
  it('keeps what scrolls away, and takes work only', () => {
    const some = extended(NOTHING_SELECTED, [row('OPS-1'), undefined, row('KPI-1', 'STALE_KPI')]);
    expect([...some.keys()]).toEqual(['EPIC OPS-1']);
    expect([...toggled(some, row('OPS-2')).values()].map((each) => each.ref)).toEqual(['OPS-1', 'OPS-2']);
    expect(toggled(some, row('OPS-1')).size).toBe(0);
  });

  it('is the row of the keyboard where nothing is selected', () => {
    expect(acted(NOTHING_SELECTED, row('OPS-1')).size).toBe(1);
    expect([...acted(only([row('OPS-2')]), row('OPS-1')).keys()]).toEqual(['EPIC OPS-2']);
    expect(acted(NOTHING_SELECTED, undefined).size).toBe(0);
  });

  it('becomes targets: projects as projects, all else as issues', () => {
    const rows = [row('OPS', 'PROJECT', 9), row('OPS-1'), row('OPS-2', 'ISSUE', 1)];
    expect(targetsOf(rows)).toEqual([
      { kind: 'PROJECT', ref: 'OPS' },
      { kind: 'ISSUE', ref: 'OPS-1' },
      { kind: 'ISSUE', ref: 'OPS-2' },
    ]);
  });
});

describe('grouped by lead', () => {
  it('heads stand in the order of the server, by name, and nobody comes last', () => {
    const groups = [
      { key: null, count: 1, openSize: 1 },
      { key: { key: 'zoe', name: 'Anna Zoe', active: true }, count: 2, openSize: 5 },
      { key: { key: 'adam', name: 'Zacharias', active: true }, count: 3, openSize: 2 },
    ];
    expect(headsOf({ groupBy: 'LEAD', groups }, 'LEAD')).toEqual([
      { key: 'zoe', name: 'Anna Zoe', count: 2 },
      { key: 'adam', name: 'Zacharias', count: 3 },
      { key: '', count: 1 },
    ]);
  });
});

describe('what stands beside', () => {
  it.each([
    ['abc-12 ', { kind: 'ISSUE', ref: 'ABC-12' }],
    ['abc', { kind: 'PROJECT', ref: 'ABC' }],
    ['project = ABC', { kind: 'JQL', ref: 'project = ABC' }],
  ])('%s typed as work means %o', (typed, target) => {
    expect(targetOf(typed)).toEqual(target);
  });

  it('labels of a chart move apart, from the top down', () => {
    expect(apart([{ y: 10 }, { y: 12 }, { y: 100 }]).map((label) => label.y)).toEqual([10, 24, 100]);
  });

  it('preferences of a gadget survive whatever a dashboard kept', () => {
    expect(preferencesOf(null)).toEqual({ plan: '', project: '', refresh: 5, isConfigured: false });
    expect(preferencesOf({ plan: 'PLAN-1', project: 'ops', refresh: '15', isConfigured: 'true', x: 1 })).toEqual({
      plan: 'PLAN-1',
      project: 'OPS',
      refresh: 15,
      isConfigured: true,
    });
    expect(preferencesOf({ refresh: 7, plan: 3 })).toMatchObject({ refresh: 5, plan: '' });
  });
});
