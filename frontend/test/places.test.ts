import { describe, expect, it } from 'vitest';
import { target } from '../src/tree/places';
import { branches, openTo, type ObjectiveRow, rowsOf, type ThemeRow } from '../src/tree/rows';
import { small } from './sample';

const tree = small();
const all = branches(tree);
const rows = rowsOf(all, openTo(all, 'all'), '', null);
const move = (id: string, way: 'up' | 'down' | 'in' | 'out'): unknown =>
  target(tree, rows.find((row) => row.id === id) as ThemeRow | ObjectiveRow, way);

describe('moving by key', () => {
  it('up and down change places with the neighbour', () => {
    expect(move('OBJ-2', 'up')).toEqual({ parent: 'TH-1', position: 0 });
    expect(move('OBJ-1', 'down')).toEqual({ parent: 'TH-1', position: 1 });
    expect(move('TH-2', 'up')).toEqual({ parent: 'PLAN-1', position: 0 });
  });

  it('beyond the last objective of a theme comes the next theme, and back', () => {
    expect(move('OBJ-2', 'down')).toEqual({ parent: 'TH-2', position: 0 });
    expect(move('OBJ-4', 'up')).toEqual({ parent: 'TH-1', position: 2 });
  });

  it('at the ends there is nowhere to go', () => {
    expect(move('TH-1', 'up')).toBeNull();
    expect(move('OBJ-1', 'up')).toBeNull();
    expect(move('OBJ-4', 'down')).toBeNull();
    expect(move('OBJ-3', 'down')).toBeNull();
  });

  it('in goes below the objective before, as its last child', () => {
    expect(move('OBJ-2', 'in')).toEqual({ parent: 'OBJ-1', position: 1 });
    expect(move('OBJ-1', 'in')).toBeNull();
    expect(move('TH-2', 'in')).toBeNull();
  });

  it('out stands right behind the former parent', () => {
    expect(move('OBJ-3', 'out')).toEqual({ parent: 'TH-1', position: 1 });
    expect(move('OBJ-1', 'out')).toBeNull();
  });
});
