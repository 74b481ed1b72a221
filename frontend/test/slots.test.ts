import { describe, expect, it } from 'vitest';
import type { Row } from '../src/tree/rows';
import { Slots } from '../src/tree/slots';

const rows = (first: number, end: number): Row[] =>
  Array.from({ length: end - first }, (_, at) => ({ id: `KPI-${first + at}`, kind: 'kpi' }) as Row);
const MANY = 100;

describe('elements of rows in a long tree', () => {
  it('a row keeps its element while it is in sight, and rows that come in take those of rows that left', () => {
    const slots = new Slots();
    const before = slots.assign(rows(0, 10), null, MANY);

    const after = slots.assign(rows(3, 13), null, MANY);

    expect(after.slice(0, 7).map((each) => each.slot)).toEqual(before.slice(3).map((each) => each.slot));
    expect(new Set(after.map((each) => each.slot))).toEqual(new Set(before.map((each) => each.slot)));
  });

  it("the element of the row that has the keyboard is nobody else's", () => {
    const slots = new Slots();
    const before = slots.assign(rows(0, 10), 'KPI-0', MANY);

    const after = slots.assign(rows(3, 13), 'KPI-0', MANY);

    expect(after.map((each) => each.slot)).not.toContain(before[0]?.slot);
  });

  it('no two rows have the same element, whatever is scrolled', () => {
    const slots = new Slots();
    let seed = 7;
    for (let step = 0; step < 200; step++) {
      seed = (seed * 48271) % 2147483647;
      const first = seed % 300;
      const placed = slots.assign(rows(first, first + 30), `KPI-${seed % 400}`, seed % 5);
      expect(new Set(placed.map((each) => each.slot)).size, `step ${step}`).toBe(30);
    }
  });

  it('rows that race by show their names only, and are filled in a few at a time, from the middle', () => {
    const slots = new Slots();
    expect(slots.assign(rows(0, 9), null, 0).every((each) => each.isLight)).toBe(true);

    const some = slots.assign(rows(0, 9), null, 3);
    expect(some.filter((each) => !each.isLight).map((each) => each.row.id)).toEqual(['KPI-3', 'KPI-4', 'KPI-5']);
    const all = slots.assign(rows(0, 9), null, 6);
    expect(all.some((each) => each.isLight)).toBe(false);
  });

  it('the row that has the keyboard is always whole', () => {
    const placed = new Slots().assign(rows(0, 5), 'KPI-2', 0);

    expect(placed.filter((each) => !each.isLight).map((each) => each.row.id)).toEqual(['KPI-2']);
  });
});
