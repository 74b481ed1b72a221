import { describe, expect, it } from 'vitest';
import { type Command, command } from '../src/tree/keys';
import { branches, openTo, type Row, rowsOf } from '../src/tree/rows';
import { small } from './sample';

const all = branches(small());
const rows = rowsOf(all, openTo(all, 'objectives'), '', null);
const at = (id: string): Row => {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(id);
  return row;
};
const press = (
  key: string,
  id: string,
  more: { cell?: 'name' | 'due'; alt?: boolean; ctrl?: boolean; reads?: boolean } = {},
): Command | null => {
  const pressed = { key, altKey: more.alt ?? false, ctrlKey: more.ctrl ?? false, metaKey: false, shiftKey: false };
  return command(pressed, at(id), more.cell ?? null, !more.reads);
};

describe('keys in the tree', () => {
  it('up, down, home and end go through rows', () => {
    expect(press('ArrowDown', 'TH-1')).toEqual({ do: 'row', by: 1 });
    expect(press('ArrowUp', 'TH-1', { cell: 'due' })).toEqual({ do: 'row', by: -1 });
    expect(press('Home', 'TH-1')).toEqual({ do: 'first' });
    expect(press('End', 'TH-1')).toEqual({ do: 'last' });
  });

  it('right opens what is closed, then goes into the cells and stops at the last', () => {
    const closed = { ...at('OBJ-1'), isOpen: false };
    const pressed = { key: 'ArrowRight', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
    expect(command(pressed, closed, null, true)).toEqual({ do: 'open' });
    expect(press('ArrowRight', 'OBJ-1')).toEqual({ do: 'cell', cell: 'name' });
    expect(press('ArrowRight', 'OBJ-1', { cell: 'due' })).toBeNull();
  });

  it('left leaves the cells, closes what is open, then goes to the parent', () => {
    expect(press('ArrowLeft', 'OBJ-1', { cell: 'name' })).toEqual({ do: 'cell', cell: null });
    expect(press('ArrowLeft', 'OBJ-1')).toEqual({ do: 'close' });
    expect(press('ArrowLeft', 'OBJ-2')).toEqual({ do: 'parent' });
    expect(press('ArrowLeft', 'TH-1')).toEqual({ do: 'close' });
  });

  it('enter edits for those who may, opens for those who may not, and follows work', () => {
    expect(press('Enter', 'OBJ-1')).toEqual({ do: 'edit' });
    expect(press('Enter', 'OBJ-1', { reads: true })).toEqual({ do: 'close' });
    expect(press('Enter', 'link:17')).toEqual({ do: 'follow' });
    expect(press('Enter', 'link:17', { reads: true })).toEqual({ do: 'follow' });
  });

  it('keys that change something mean nothing to a reader', () => {
    for (const key of ['n', 'l', 'Delete', 'F2']) expect(press(key, 'OBJ-1', { reads: true })).toBeNull();
    expect(press('ArrowUp', 'OBJ-1', { alt: true, reads: true })).toBeNull();
  });

  it('alt and an arrow moves themes and objectives, never work', () => {
    expect(press('ArrowUp', 'OBJ-2', { alt: true })).toEqual({ do: 'move', way: 'up' });
    expect(press('ArrowRight', 'OBJ-2', { alt: true })).toEqual({ do: 'move', way: 'in' });
    expect(press('ArrowUp', 'link:17', { alt: true })).toBeNull();
  });

  it('leaves the browser and the product their own shortcuts', () => {
    expect(press('f', 'OBJ-1')).toBeNull();
    expect(press('l', 'OBJ-1', { ctrl: true })).toBeNull();
    expect(press('Home', 'OBJ-1', { alt: true })).toBeNull();
  });

  it('work is linked to objectives only', () => {
    expect(press('l', 'OBJ-1')).toEqual({ do: 'link' });
    expect(press('L', 'TH-1')).toBeNull();
  });
});
