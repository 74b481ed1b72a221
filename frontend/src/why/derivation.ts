import { fill, type Format, NOTHING } from '../shared/format';
import { words } from '../shared/words';
import { text } from './words';

/** The server's account of a number, and how its parts are written. */

export interface Input {
  /** key of an object, `LINK-17`, or a word of the formula */
  ref: string;
  /** of an object; null for words, and for work that the reader may not see */
  name?: string | null;
  /** a number, or a word such as a health */
  value: number | string | null;
  weight?: number | null;
  /** a day or a word, where that says more than the number */
  text?: string | null;
  /** to the mean; null where there is none */
  adds?: number | null;
}

export interface LeftOut {
  ref: string;
  name?: string | null;
  /** in the reader's language */
  reason: string;
}

export interface Derivation {
  /** a number, or a word: a health, a signal, a day */
  value: number | string | null;
  formula: string;
  inputs: Input[];
  leftOut: LeftOut[];
}

export interface Explanation {
  key: string;
  at: string;
  /** of the strategy */
  modelVersion?: number | null;
  /** the past day that it is of; null for now */
  asOf?: string | null;
  numbers: Record<string, Derivation>;
}

/** The groups of numbers that are read together, the one that is asked for first. */
export type Group = 'outcome' | 'delivery' | 'signal';

export const MAIN: Record<Group, readonly string[]> = {
  outcome: ['outcome.attainment'],
  delivery: ['delivery.progress'],
  signal: ['signal'],
};

/** The numbers of a group in the server's order, the main one first. */
export function numbersOf(explanation: Explanation, group: Group): string[] {
  const all = Object.keys(explanation.numbers).filter((name) => name === group || name.startsWith(`${group}.`));
  // the value that was entered belongs to the outcome of a KPI
  const extra = group === 'outcome' && 'actual' in explanation.numbers ? ['actual'] : [];
  const main = MAIN[group].filter((name) => all.includes(name));
  return [...main, ...all.filter((name) => !main.includes(name)), ...extra];
}

const SHARES = ['progress', 'ownProgress', 'attainment', 'expected', 'coverage', 'good', 'warn'];
const RATIOS = ['pace', 'schedule'];

/** The last word of a name: "delivery.progress" is a progress. */
function kindOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** A number as its kind is written: shares in percent, ratios and all else as numbers. */
export function sayNumber(value: number | null, name: string, format: Format, digits = 2): string {
  if (value === null) return NOTHING;
  const kind = kindOf(name);
  if (SHARES.includes(kind)) return format.percent(value, digits);
  return RATIOS.includes(kind) ? format.fixed(value, 2) : format.number(value, 4);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A word of the server: a health, a signal, one or two days; in the reader's language where it is known. */
export function sayWord(word: string, format: Format): string {
  const days = word.split('/');
  if (days.every((day) => DAY.test(day))) return days.map((day) => format.date(day)).join(' – ');
  const known: Record<string, string> = { ...words.outcomeHealth, ...words.deliveryHealth, ...words.signals };
  return known[word] ?? word;
}

/** What an input is, as its value is written: a key takes the kind of the number that it goes into. */
export function sayInput({ ref, value, text: beside }: Input, number: string, format: Format): string {
  const said =
    typeof value === 'number'
      ? sayNumber(value, isThing(ref) ? number : ref, format)
      : value === null
        ? ''
        : sayWord(value, format);
  const more = beside && beside !== value ? sayWord(beside, format) : '';
  return [said, more].filter(Boolean).join(', ') || NOTHING;
}

/** Whether a ref is a thing and not a word of the formula. */
export function isThing(ref: string): boolean {
  return /^[A-Z]+-\d+$/.test(ref);
}

/** What each input adds to the mean, as the server says it; null where the rule is no mean. */
export function adds(derivation: Derivation): (number | null)[] {
  return derivation.inputs.map((input) => input.adds ?? null);
}

/** What a part is called, and its key where that is another word. */
export function nameOf({ ref, name }: { ref: string; name?: string | null }): { name: string; key: string } {
  if (name) return { name, key: isThing(ref) && !ref.startsWith('LINK-') ? ref : '' };
  if (ref.startsWith('LINK-')) return { name: text.hidden, key: '' };
  return { name: (text.inputs as Record<string, string>)[ref] ?? ref, key: '' };
}

/** One sentence that says what the numbers of a group say together. */
export function sentence(explanation: Explanation, group: Group, format: Format): string {
  const value = (name: string): number | null => {
    const found = explanation.numbers[name]?.value;
    return typeof found === 'number' ? found : null;
  };
  const percent = (name: string): string => sayNumber(value(name), name, format, 1);
  if (group === 'delivery') {
    const [done, total] = [value('delivery.done'), value('delivery.total')];
    if (!total) return text.noWork;
    const first = fill(text.deliverySentence, format.number(done ?? 0, 1), format.number(total, 1));
    const schedule = value('delivery.schedule');
    if (schedule === null) return first;
    return `${first} ${fill(text.deliveryExpected, percent('delivery.expected'), format.fixed(schedule, 2))}`;
  }
  if (group === 'outcome') {
    if (value('outcome.attainment') === null) return text.noData;
    const pace = value('outcome.pace');
    const first = fill(text.outcomeSentence, percent('outcome.attainment'));
    const expected = value('outcome.expected');
    if (pace === null) return first;
    return expected === null
      ? `${first} ${fill(text.outcomePace, format.fixed(pace, 2))}`
      : `${first} ${fill(text.outcomeExpected, percent('outcome.expected'), format.fixed(pace, 2))}`;
  }
  return '';
}

/** All of it as plain text, for a mail or a ticket. */
export function asText(explanation: Explanation, group: Group, title: string, format: Format): string {
  const lines = [title, sentence(explanation, group, format)];
  for (const name of numbersOf(explanation, group)) {
    const derivation = explanation.numbers[name];
    if (!derivation) continue;
    lines.push('', `${titleOf(name)} = ${valueOf(derivation, name, format)}`, derivation.formula);
    const parts = adds(derivation);
    derivation.inputs.forEach((input, at) => {
      const add = parts[at] ?? null;
      const weight = typeof input.weight !== 'number' ? '' : `; ${text.weight} ${format.number(input.weight, 4)}`;
      const adding = add === null ? '' : `; ${text.adds} ${sayNumber(add, name, format)}`;
      lines.push(`- ${nameOf(input).name}: ${sayInput(input, name, format)}${weight}${adding}`);
    });
    for (const left of derivation.leftOut) lines.push(`- ${nameOf(left).name}: ${text.leftOut}, ${left.reason}`);
  }
  lines.push('', fill(text.computed, format.instant(explanation.at)));
  return lines.join('\n');
}

/** @param digits of a share; a figure in a headline has fewer than one that is added up */
export function valueOf({ value }: Derivation, name: string, format: Format, digits = 2): string {
  return typeof value === 'string' ? sayWord(value, format) : sayNumber(value, name, format, digits);
}

export function titleOf(name: string): string {
  return (text.numbers as Record<string, string>)[name] ?? name;
}
