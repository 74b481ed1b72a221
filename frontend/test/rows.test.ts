import { describe, expect, it } from 'vitest';
import { branches, count, fold, openTo, pathTo, rowsOf } from '../src/tree/rows';
import { small } from './sample';

const all = branches(small());
const ids = (open: ReadonlySet<string>, query = '', fresh: { parent: string | null } | null = null): string[] =>
  rowsOf(all, open, query, fresh).map((row) => row.id);

describe('rows of a tree', () => {
  it('show only themes when nothing is open', () => {
    expect(ids(new Set())).toEqual(['TH-1', 'TH-2']);
  });

  it('open to objectives shows every objective but no work', () => {
    expect(ids(openTo(all, 'objectives'))).toEqual(['TH-1', 'OBJ-1', 'link:17', 'OBJ-3', 'OBJ-2', 'TH-2', 'OBJ-4']);
    expect([...openTo(all, 'objectives')]).toEqual(['TH-1', 'OBJ-1', 'TH-2']);
  });

  it('an objective that holds only work stays closed at the depth of objectives', () => {
    const only = small();
    only.themes[0]?.objectives?.[0]?.objectives?.pop();
    expect([...openTo(branches(only), 'objectives')]).toEqual(['TH-1', 'TH-2']);
  });

  it('know their level, place and siblings', () => {
    const row = rowsOf(all, openTo(all, 'all'), '', null).find((each) => each.id === 'OBJ-3');
    expect(row).toMatchObject({ level: 3, parent: 'OBJ-1', position: 2, siblings: 2, isOpen: null });
  });

  it('finding keeps what is above a hit and opens the way there', () => {
    expect(ids(new Set(), 'punktlich')).toEqual(['TH-1', 'OBJ-1', 'OBJ-3']);
    expect(ids(new Set(), 'ops-214')).toEqual(['TH-1', 'OBJ-1', 'link:17']);
    expect(ids(new Set(), 'nowhere')).toEqual([]);
  });

  it('count siblings among what is found', () => {
    expect(rowsOf(all, new Set(), 'fleet', null)[1]).toMatchObject({ id: 'OBJ-2', position: 1, siblings: 1 });
  });

  it('a new row stands last under its parent, which is open', () => {
    expect(ids(new Set(), '', { parent: 'TH-1' })).toEqual(['TH-1', 'OBJ-1', 'OBJ-2', 'new', 'TH-2']);
    expect(ids(new Set(), '', { parent: null })).toEqual(['TH-1', 'TH-2', 'new']);
    expect(ids(new Set(['TH-2']), '', { parent: 'OBJ-4' })).toEqual(['TH-1', 'TH-2', 'OBJ-4', 'new']);
  });

  it('the path to a row names all that is above it', () => {
    expect(pathTo(all, 'OBJ-3')).toEqual(['TH-1', 'OBJ-1']);
    expect(pathTo(all, 'link:17')).toEqual(['TH-1', 'OBJ-1']);
    expect(pathTo(all, 'TH-2')).toEqual([]);
    expect(pathTo(all, 'OBJ-99')).toEqual([]);
  });

  it('counts go through all levels', () => {
    expect(count(small())).toMatchObject({ themes: 2, objectives: 4, kpis: 0 });
  });

  it('folding forgets case and accents', () => {
    expect(fold('Pünktlich ÉTÉ')).toBe('punktlich ete');
  });
});
