import type { Measure } from './shapes';
import { words } from './words';

/** Puts values into `{0}`, `{1}` … of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}

export const NOTHING = '–';
const DAY = 86_400_000;

/** Numbers and dates as the reader writes them. Nothing here computes a score. */
export interface Format {
  /** 0.628 -> "63%", or with one digit "62.8%" */
  percent(ratio: number, digits?: number): string;
  number(value: number, digits?: number): string;
  /** "31 Dec 2027" */
  date(iso: string): string;
  /** "Feb 2027" */
  month(iso: string): string;
  time(at: Date): string;
  /** "112 of 148 pts" */
  sizeOf(done: number, total: number, measure: Measure): string;
  /** The words for a number of things: one, or several with the number put in. */
  plural(count: number, one: string, other: string): string;
}

export function formatFor(locale: string): Format {
  const numbers = new Map<string, Intl.NumberFormat>();
  const number = (style: 'decimal' | 'percent', digits: number): Intl.NumberFormat => {
    const id = style + digits.toString();
    const known = numbers.get(id) ?? new Intl.NumberFormat(locale, { style, maximumFractionDigits: digits });
    numbers.set(id, known);
    return known;
  };
  // a date of the contract has no time and no zone: it is read and written in one and the same
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const rules = new Intl.PluralRules(locale);
  const amount = (size: number, measure: Measure): string =>
    number('decimal', 1).format(measure === 'ORIGINAL_ESTIMATE' ? size / 3600 : size);
  return {
    percent: (ratio, digits = 0) => number('percent', digits).format(ratio),
    number: (value, digits = 2) => number('decimal', digits).format(value),
    date: (iso) => day.format(new Date(`${iso}T00:00:00Z`)),
    month: (iso) => month.format(new Date(`${iso}T00:00:00Z`)),
    time: (at) => time.format(at),
    sizeOf: (done, total, measure) => fill(words.sizeOf[measure], amount(done, measure), amount(total, measure)),
    plural: (count, one, other) =>
      fill(rules.select(count) === 'one' ? one : other, number('decimal', 0).format(count)),
  };
}

/** Whole days from one date of the contract to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Today as a date of the contract, by the reader's clock. */
export function today(now: Date = new Date()): string {
  const two = (part: number): string => part.toString().padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A ratio as a length for a style, clamped to the bar: "62.8%". */
export function length(ratio: number): string {
  return `${Math.round(Math.max(0, Math.min(1, ratio)) * 1000) / 10}%`;
}
