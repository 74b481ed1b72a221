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
  /** 0.628 -> "63%", or with one digit "62.8%"; 0.58 with one digit "58.0%" */
  percent(ratio: number, digits?: number): string;
  number(value: number, digits?: number): string;
  /** Where there is little room, as on an axis: from a hundred thousand on "1.25M". */
  brief(value: number): string;
  /** With exactly so many decimals. */
  fixed(value: number, digits: number): string;
  /** What a reader typed as a number: "1.234,5" in German; null when it is none. */
  parse: (text: string) => number | null;
  /** "31 Dec 2027" */
  date(iso: string): string;
  /** "Feb 2027" */
  month(iso: string): string;
  time(at: Date): string;
  /** "2 Mar 2027, 16:20" in the reader's time zone */
  instant(iso: string): string;
  /** "96 pts", "1 item" */
  size(value: number, measure: Measure): string;
  /** "112 of 148 pts" */
  sizeOf(done: number, total: number, measure: Measure): string;
  /** The words for a number of things: one, or several with the number put in. */
  plural(count: number, one: string, other: string): string;
}

export function formatFor(locale: string): Format {
  const numbers = new Map<string, Intl.NumberFormat>();
  const fixed = (digits: number): Intl.NumberFormat => {
    const id = `fixed${digits}`;
    const known =
      numbers.get(id) ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    numbers.set(id, known);
    return known;
  };
  const number = (style: 'decimal' | 'percent', digits: number): Intl.NumberFormat => {
    const id = style + digits.toString();
    const known =
      numbers.get(id) ??
      new Intl.NumberFormat(locale, {
        style,
        maximumFractionDigits: digits,
        // shares are compared with each other
        ...(style === 'percent' ? { minimumFractionDigits: digits } : {}),
      });
    numbers.set(id, known);
    return known;
  };
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
  // a date of the contract has no time and no zone: it is read and written in one and the same
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const rules = new Intl.PluralRules(locale);
  const amount = (size: number, measure: Measure): string =>
    number('decimal', 1).format(measure === 'ORIGINAL_ESTIMATE' ? size / 3600 : size);
  return {
    percent: (ratio, digits = 0) => number('percent', digits).format(ratio),
    number: (value, digits = 2) => number('decimal', digits).format(value),
    brief: (value) => (Math.abs(value) < 100_000 ? number('decimal', 2) : compact).format(value),
    fixed: (value, digits) => fixed(digits).format(value),
    parse: (text) => parse(text, decimalOf(locale)),
    date: (iso) => day.format(new Date(`${iso}T00:00:00Z`)),
    month: (iso) => month.format(new Date(`${iso}T00:00:00Z`)),
    time: (at) => time.format(at),
    instant: (iso) => instant.format(new Date(iso)),
    size: (value, measure) => {
      const isOne = measure !== 'ORIGINAL_ESTIMATE' && value === 1;
      return fill((isOne ? words.sizeSingle : words.size)[measure], amount(value, measure));
    },
    sizeOf: (done, total, measure) => fill(words.sizeOf[measure], amount(done, measure), amount(total, measure)),
    plural: (count, one, other) =>
      fill(rules.select(count) === 'one' ? one : other, number('decimal', 0).format(count)),
  };
}

function decimalOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value ?? '.';
}

/** A mark that is not the reader's decimal one groups thousands if three digits follow it; else it was meant as decimal. */
function parse(text: string, decimal: string): number | null {
  const group = decimal === ',' ? '.' : ',';
  let plain = text.replace(/[\s\u00a0\u202f'’]/g, '').replace('−', '-');
  const groups = plain.split(group);
  const isGrouped = groups.length > 1 && groups.slice(1).every((part) => /^\d{3}(\D|$)/.test(part));
  if (isGrouped) plain = groups.join('');
  else if (groups.length === 2 && !plain.includes(decimal)) plain = groups.join(decimal);
  plain = plain.replace(decimal, '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
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
