import { describe, expect, it } from 'vitest';
import { between, tops } from '../src/tree/window';

const rowTops = tops([44, 42, 42, 44, 42]);

describe('drawing only what is seen', () => {
  it('tops add up', () => {
    expect(rowTops).toEqual([0, 44, 86, 128, 172, 214]);
  });

  it('takes every row that a stretch touches', () => {
    expect(between(rowTops, 0, 10)).toEqual({ first: 0, end: 1 });
    expect(between(rowTops, 44, 86)).toEqual({ first: 1, end: 3 });
    expect(between(rowTops, 100, 130)).toEqual({ first: 2, end: 4 });
  });

  it('holds outside the rows too', () => {
    expect(between(rowTops, -500, 1000)).toEqual({ first: 0, end: 5 });
    expect(between(rowTops, 900, 1000)).toEqual({ first: 5, end: 5 });
    expect(between(tops([]), 0, 100)).toEqual({ first: 0, end: 0 });
  });
});
