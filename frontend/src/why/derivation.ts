import { fill, type Format, NOTHING } from '../shared/format';
import type { ObjectiveNode, Tree } from '../shared/shapes';
import { words } from '../shared/words';
import { text } from './words';

/** The server's account of a number, and how its parts are written. */

export interface Input {
  /** key of an object, `link:17`, or a word of the formula */
  ref: string | null;
  value: number | null;
  weight?: number | null;
  /** a day or a word, where that says more than the number */
  text?: string | null;
  hidden?: boolean;
}

export interface LeftOut {
  ref: string | null;
  reason: string;
  hidden?: boolean;
}

export interface Derivation {
  value: number | null;
  /** a health, a signal, a day; null for numbers */
  word?: string | null;
  formula: string;
  inputs: Input[];
  leftOut: LeftOut[];
}

export interface Explanation {
  key: string;
  at: string;
  /** of the strategy and of the index of Jira's work, where the server says them */
  version?: number | null;
  indexVersion?: number | null;
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

/** A word of the server: a health, a signal, a reason, one or two days; in the reader's language where it is known. */
export function sayWord(word: string, format: Format): string {
  const days = word.split('/');
  if (days.every((day) => DAY.test(day))) return days.map((day) => format.date(day)).join(' – ');
  const known: Record<string, string> = { ...words.outcomeHealth, ...words.deliveryHealth, ...words.signals };
  return known[word] ?? (text.reasons as Record<string, string>)[word] ?? word;
}

/** Why something was left out. */
export function sayReason(reason: string): string {
  return (text.reasons as Record<string, string>)[reason] ?? reason;
}

/** What an input is, as its value is written: a key takes the kind of the number that it goes into. */
export function sayInput(input: Input, number: string, format: Format): string {
  const said = input.value === null ? '' : sayNumber(input.value, isWord(input.ref) ? input.ref : number, format);
  const word = input.text ? sayWord(input.text, format) : '';
  return [said, word].filter(Boolean).join(', ') || NOTHING;
}

/** Whether a ref is a word of the formula and not a thing. */
export function isWord(ref: string | null): ref is string {
  return ref !== null && !/^(link:\d+|[A-Z]+-\d+)$/.test(ref);
}

/** What each weighed input adds to the mean, by the formula that the server gives; null where there are no weights. */
export function adds(derivation: Derivation): (number | null)[] {
  const { inputs } = derivation;
  const isMean = inputs.length > 0 && inputs.every((each) => typeof each.weight === 'number' && each.value !== null);
  if (!isMean) return inputs.map(() => null);
  const all = inputs.reduce((sum, each) => sum + (each.weight ?? 0), 0);
  return inputs.map((each) => ((each.value ?? 0) * (each.weight ?? 0)) / all);
}

export interface Known {
  name: string;
  /** key, where that is not the name itself */
  key: string;
}

/** Names of everything in a plan, by the refs that explanations use. */
export function namesOf(tree: Tree): Map<string, Known> {
  const names = new Map<string, Known>([[tree.key, { name: tree.name, key: tree.key }]]);
  const visit = (node: ObjectiveNode): void => {
    names.set(node.key, { name: node.name, key: node.key });
    node.kpis?.forEach((kpi) => names.set(kpi.key, { name: kpi.name, key: kpi.key }));
    node.links?.forEach((link) => {
      const { ref, title } = link.target;
      names.set(`link:${link.id}`, { name: title ?? ref ?? text.hidden, key: title && ref ? ref : '' });
    });
    node.objectives?.forEach(visit);
  };
  for (const theme of tree.themes) {
    names.set(theme.key, { name: theme.name, key: theme.key });
    theme.objectives?.forEach(visit);
  }
  return names;
}

/** What a ref is called. */
export function nameOf(ref: string | null, names: ReadonlyMap<string, Known>): Known {
  if (ref === null) return { name: text.hidden, key: '' };
  const word = (text.inputs as Record<string, string>)[ref];
  return names.get(ref) ?? { name: word ?? ref, key: '' };
}

/** One sentence that says what the numbers of a group say together. */
export function sentence(explanation: Explanation, group: Group, format: Format): string {
  const value = (name: string): number | null => explanation.numbers[name]?.value ?? null;
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
export function asText(
  explanation: Explanation,
  group: Group,
  names: ReadonlyMap<string, Known>,
  format: Format,
): string {
  const lines = [nameOf(explanation.key, names).name, sentence(explanation, group, format)];
  for (const name of numbersOf(explanation, group)) {
    const derivation = explanation.numbers[name];
    if (!derivation) continue;
    lines.push('', `${titleOf(name)} = ${valueOf(derivation, name, format)}`, derivation.formula);
    const parts = adds(derivation);
    derivation.inputs.forEach((input, at) => {
      const add = parts[at] ?? null;
      const weight = typeof input.weight !== 'number' ? '' : `; ${text.weight} ${format.number(input.weight, 4)}`;
      const adding = add === null ? '' : `; ${text.adds} ${sayNumber(add, name, format)}`;
      lines.push(`- ${nameOf(input.ref, names).name}: ${sayInput(input, name, format)}${weight}${adding}`);
    });
    for (const left of derivation.leftOut) {
      lines.push(`- ${nameOf(left.ref, names).name}: ${text.leftOut}, ${sayReason(left.reason)}`);
    }
  }
  lines.push('', fill(text.computed, format.instant(explanation.at)));
  return lines.filter((line, at) => line !== '' || at > 0).join('\n');
}

export function valueOf(derivation: Derivation, name: string, format: Format): string {
  return derivation.word ? sayWord(derivation.word, format) : sayNumber(derivation.value, name, format);
}

export function titleOf(name: string): string {
  return (text.numbers as Record<string, string>)[name] ?? name;
}
