import { describe, expect, it } from 'vitest';
import { formatFor } from '../src/shared/format';
import { dateOf, type PastedLine, readRows } from '../src/tree/paste';
import { lastEnd, periodsUntil } from '../src/tree/periods';

const read = (text: string, top: 'theme' | 'objective' = 'theme'): PastedLine[] =>
  readRows(text, top, formatFor('en-GB').parse);
const said = (lines: PastedLine[]): string[] =>
  lines.map((line) => `${'>'.repeat(line.depth)}${line.kind} ${line.name}${line.flaw ? ` !${line.flaw}` : ''}`);

describe('rows pasted from a sheet', () => {
  it('are themes and objectives by the cells that stand empty before the name', () => {
    const lines = read('Network\tpmo\n\tTrains on time\tdev\t2027-06-30\n\t\tNo delays\nFreight');
    expect(said(lines)).toEqual([
      'theme Network',
      '>objective Trains on time',
      '>>objective No delays',
      'theme Freight',
    ]);
    expect(lines[1]).toMatchObject({ owner: 'dev', due: '2027-06-30', under: 0, number: 2 });
  });

  it('are indented by spaces as well', () => {
    expect(said(read('Network\n  Trains\n  Fleet'))).toEqual([
      'theme Network',
      '>objective Trains',
      '>objective Fleet',
    ]);
  });

  it('with a head, a column says the level, and KPIs bring their numbers', () => {
    const text =
      'Level\tName\tOwner\tBaseline\tTarget\tUnit\tDue\r\n' +
      'Theme\tNetwork\r\nObjective\tTrains\tdev\t\t\t\t31.12.2027\r\nKPI\tPunctuality\tdev\t87\t93\t%\t2027-12-31';
    const lines = read(text);
    expect(said(lines)).toEqual(['theme Network', '>objective Trains', '>>kpi Punctuality']);
    expect(lines[1]).toMatchObject({ due: '2027-12-31' });
    expect(lines[2]).toMatchObject({ baseline: 87, target: 93, unit: '%', under: 1, number: 4 });
  });

  it('levels may be numbers', () => {
    const lines = read('level\tname\n1\tA\n2\tB\n3\tC\n2\tD');
    expect(said(lines)).toEqual(['theme A', '>objective B', '>>objective C', '>objective D']);
  });

  it('below an objective all of them are objectives', () => {
    expect(said(read('A\nB', 'objective'))).toEqual(['objective A', 'objective B']);
  });

  it('bad lines are named, and what hangs below them is left out too', () => {
    const text = 'Level\tName\tDue\nTheme\tA\nObjective\t\nObjective\tB\t30/06/2027\nKPI\tC\nQuark\tD\nKPI\tE';
    expect(said(read(text))).toEqual([
      'theme A',
      '>objective  !name',
      '>objective B !due',
      '>>kpi C !numbers',
      expect.stringContaining('D !level'),
      expect.stringContaining('E !'),
    ]);
    expect(said(read('Objective\tName\n')).length).toBe(0);
  });

  it.each([
    ['2027-06-30', '2027-06-30'],
    ['1.2.2027', '2027-02-01'],
    ['2027-02-30', null],
    ['30/06/2027', null],
  ])('the day %s is read as %s', (text, day) => expect(dateOf(text)).toBe(day));
});

describe('periods', () => {
  it.each([
    ['2026-11-22', 'WEEKLY', '2026-11-22'],
    ['2026-11-21', 'WEEKLY', '2026-11-15'],
    ['2026-11-22', 'MONTHLY', '2026-10-31'],
    ['2026-11-30', 'MONTHLY', '2026-11-30'],
    ['2026-11-22', 'QUARTERLY', '2026-09-30'],
    ['2026-12-31', 'QUARTERLY', '2026-12-31'],
    ['2026-01-05', 'QUARTERLY', '2025-12-31'],
  ] as const)('on %s the last one measured %s ended on %s', (day, frequency, end) =>
    expect(lastEnd(day, frequency)).toBe(end),
  );

  it('go back one after the other', () => {
    expect(periodsUntil('2026-03-15', 'MONTHLY', 3)).toEqual(['2026-02-28', '2026-01-31', '2025-12-31']);
  });
});

describe('numbers as people type them', () => {
  it.each([
    ['en-GB', '1,234.5', 1234.5],
    ['en-GB', '89,1', 89.1],
    ['de-DE', '1.234,5', 1234.5],
    ['de-DE', '89,1', 89.1],
    ['de-DE', '89.1', 89.1],
    ['de-DE', '1.234', 1234],
    ['en-GB', '−3', -3],
    ['fr-FR', '12 345,6', 12345.6],
    ['en-GB', '12 %', null],
    ['en-GB', '', null],
    ['en-GB', '1e5', null],
  ] as const)('%s: %s', (locale, typed, value) => expect(formatFor(locale).parse(typed)).toBe(value));
});
