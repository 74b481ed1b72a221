import { useEffect, useRef, useState } from 'preact/hooks';
import type { Row } from './rows';
import type { Sight } from './window';

/** A row, where it is drawn, and how much of it. */
export interface Placed {
  row: Row;
  /** the element's name: who has it next, gets the same element with other words */
  slot: string;
  /** only its name, since it races by or its turn has not come yet */
  isLight: boolean;
}

/** Rows that are filled in at most between two frames. */
const AT_ONCE = 4;

/**
 * Gives rows that come into sight the elements of rows of their kind that left it: changing words costs a fraction of
 * making, styling and laying out new elements. A row keeps its slot for as long as it is in sight.
 */
export class Slots {
  private readonly taken = new Map<string, { slot: string; pool: string }>();
  private readonly free = new Map<string, string[]>();
  private made = 0;

  /**
   * @param inSight all rows that are drawn
   * @param own the row that has the keyboard: it is drawn whole, and its element is nobody else's, since focus would go
   *   with it
   * @param mayFill how many rows may be drawn whole that are not yet
   */
  assign(inSight: readonly Row[], own: string | null, mayFill: number): Placed[] {
    const ids = new Set(inSight.map((row) => row.id));
    for (const [id, { slot, pool }] of this.taken) {
      if (ids.has(id)) continue;
      this.taken.delete(id);
      if (id !== own) this.poolOf(pool).push(slot);
    }
    const whole = this.wholeOf(inSight, own, mayFill);
    const placed = inSight.map((row) => this.take(row, whole.has(row.id)));
    // what nobody took is not drawn any more, so there is no element to be had
    this.free.clear();
    return placed;
  }

  /** What is whole stays so; of the rest those in the middle, where it is looked at, come first. */
  private wholeOf(inSight: readonly Row[], own: string | null, mayFill: number): Set<string> {
    const isWhole = (row: Row): boolean => row.id === own || this.taken.get(row.id)?.pool === row.kind;
    const middle = inSight.length / 2;
    const light = inSight
      .map((row, at) => ({ row, far: Math.abs(at - middle) }))
      .filter(({ row }) => !isWhole(row))
      .sort((one, other) => one.far - other.far);
    return new Set([...inSight.filter(isWhole), ...light.slice(0, mayFill).map(({ row }) => row)].map((row) => row.id));
  }

  private take(row: Row, isWhole: boolean): Placed {
    const pool = isWhole ? row.kind : `${row.kind}-light`;
    const slot = this.taken.get(row.id)?.slot ?? this.poolOf(pool).pop() ?? `${pool}${++this.made}`;
    this.taken.set(row.id, { slot, pool });
    return { row, slot, isLight: !isWhole };
  }

  private poolOf(pool: string): string[] {
    const known = this.free.get(pool) ?? [];
    this.free.set(pool, known);
    return known;
  }
}

/**
 * What to draw of the rows in sight: while they race by, names; then some more of them whole with every frame.
 *
 * @param isAll whether all rows are drawn anyway, each in its own element
 */
export function usePlaced(inSight: readonly Row[], sight: Sight, own: string | null, isAll: boolean): Placed[] {
  const slots = useRef(new Slots());
  const [, again] = useState(0);
  const placed = isAll
    ? inSight.map((row) => ({ row, slot: row.id, isLight: false }))
    : slots.current.assign(inSight, own, sight.isRacing ? 0 : AT_ONCE);
  const isLeft = !sight.isRacing && placed.some((each) => each.isLight);
  useEffect(() => {
    if (!isLeft) return;
    const frame = requestAnimationFrame(() => again((count) => count + 1));
    return () => cancelAnimationFrame(frame);
  });
  // elements change places only at rest: until then each stays where it is, and where it is seen is said by its transform
  return isLeft || sight.isRacing ? [...placed].sort((one, other) => (one.slot < other.slot ? -1 : 1)) : placed;
}
