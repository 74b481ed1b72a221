import { today } from '../shared/format';
import { type Frequency, lastEnd, periodsUntil } from '../tree/periods';

/** A column of values from a sheet, read line by line before anything is sent. */

export interface Line {
  /** place in what was pasted, from 1 */
  at: number;
  text: string;
  period: string;
  value: number | null;
  note: string;
  /** what is wrong with it; null when it is good */
  flaw: 'number' | 'period' | 'late' | 'twice' | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;

/**
 * Reads lines such as `2026-06-30<tab>15.2<tab>note`, `2026-06;15.2`, or values alone: those are the newest periods in
 * order, the last line being the newest that has ended.
 *
 * @param parse a number as the reader writes it; null when it is none
 */
export function readValues(
  pasted: string,
  frequency: Frequency,
  parse: (text: string) => number | null,
  now: string = today(),
): Line[] {
  const lines = pasted
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.trim(), at: index + 1 }))
    .filter(({ text }) => text !== '');
  const isColumn = lines.every(({ text }) => !/[\t;]/.test(text));
  const ends = periodsUntil(now, frequency, Math.max(1, lines.length)).reverse();
  const seen = new Set<string>();
  return lines.map(({ text, at }, index) => {
    const [first = '', second = '', ...rest] = isColumn ? [ends[index] ?? '', text] : text.split(/[\t;]/);
    const period = periodOf(first.trim(), frequency);
    const value = parse(second.trim());
    const flaw = flawOf(period, value, frequency, now, seen);
    if (period) seen.add(period);
    return { at, text, period: period ?? first.trim(), value, note: rest.join(' ').trim(), flaw };
  });
}

/** A day as it is; a month by its last day, or null when it is neither. */
function periodOf(text: string, frequency: Frequency): string | null {
  if (DAY.test(text) && !Number.isNaN(Date.parse(text))) return text;
  if (!MONTH.test(text) || frequency === 'WEEKLY') return null;
  const [year = 0, month = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : null;
}

function flawOf(
  period: string | null,
  value: number | null,
  frequency: Frequency,
  now: string,
  seen: ReadonlySet<string>,
): Line['flaw'] {
  if (period === null || lastEnd(period, frequency) !== period) return 'period';
  if (value === null) return 'number';
  if (period > now) return 'late';
  return seen.has(period) ? 'twice' : null;
}
