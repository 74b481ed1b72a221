import { text } from './words';

/** Which fields the form of each macro has. */

export type Values = Readonly<Record<string, string>>;

/** What is chosen by searching Jira. */
export interface Thing {
  kind: 'thing';
  name: 'plan' | 'objective' | 'kpi';
  /** list of the server in which it is searched */
  list: 'plans' | 'objectives' | 'kpis';
  label: string;
}

export interface Plain {
  /** several: any of the options, as words separated by commas; all of them is the same as none */
  kind: 'date' | 'number' | 'choice' | 'several';
  name: string;
  label: string;
  help: string;
  options?: readonly (readonly [value: string, label: string])[];
}

export type Field = Thing | Plain;

/** Beside the key of the thing its name is kept, for when it is gone. */
export const KEPT_NAME = 'name';

const PLAN: Thing = { kind: 'thing', name: 'plan', list: 'plans', label: text.plan };
const AS_OF: Plain = { kind: 'date', name: 'asOf', label: text.asOf, help: text.asOfHelp };

const date = (name: string, label: string, help: string): Plain => ({ kind: 'date', name, label, help });

export type MacroName = keyof typeof text.titles;

export const FORMS: Readonly<Record<MacroName, readonly Field[]>> = {
  'strategy-scorecard': [
    PLAN,
    {
      kind: 'choice',
      name: 'groupBy',
      label: text.groupBy,
      help: '',
      options: [
        ['theme', text.theme],
        ['perspective', text.perspective],
      ],
    },
    {
      kind: 'several',
      name: 'columns',
      label: text.columns,
      help: '',
      options: [
        ['owner', text.columnOwner],
        ['outcome', text.columnOutcome],
        ['actual', text.columnActual],
        ['delivery', text.columnDelivery],
        ['signal', text.columnSignal],
      ],
    },
    AS_OF,
  ],
  'strategy-map': [PLAN, AS_OF],
  'strategy-cascade': [PLAN, AS_OF],
  'strategy-objective': [{ kind: 'thing', name: 'objective', list: 'objectives', label: text.objective }, AS_OF],
  'strategy-kpi': [{ kind: 'thing', name: 'kpi', list: 'kpis', label: text.kpi }, AS_OF],
  'strategy-health': [PLAN, date('since', text.since, text.sinceHelp), AS_OF],
  'strategy-orphans': [PLAN, AS_OF],
  'strategy-changes': [
    PLAN,
    date('from', text.from, text.fromHelp),
    date('to', text.to, text.toHelp),
    { kind: 'number', name: 'limit', label: text.limit, help: text.limitHelp },
  ],
  'strategy-on-a-page': [PLAN, AS_OF],
};

export const isOurs = (name: string): name is MacroName => Object.prototype.hasOwnProperty.call(FORMS, name);

/** The option that a page means, in whatever case it says it, as the macro reads it; the first one where it says none. */
export function chosenOf(field: Pick<Plain, 'options'>, value: string): string {
  const all = (field.options ?? []).map(([option]) => option);
  return all.find((option) => option === value.trim().toLowerCase()) ?? all[0] ?? '';
}

/** What is written to the page: everything that was there and is not asked for, and what was entered; nothing empty. */
export function parametersOf(before: Values, entered: Values): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...before, ...entered }).filter(([, value]) => value.trim() !== ''));
}

/** A key as people type it: in capitals; empty for what is none. */
export function keyIn(typed: string): string {
  const key = typed.trim().toUpperCase();
  return /^[A-Z][A-Z0-9]{0,15}-[0-9]{1,18}$/.test(key) ? key : '';
}

/** The words chosen after one of them was switched; empty for all, which is what a page has that does not say. */
export function switched(all: readonly string[], chosen: string, word: string): string {
  const before = chosen.trim() ? chosen.split(',').map((each) => each.trim()) : [...all];
  const after = all.filter((each) => (each === word ? !before.includes(each) : before.includes(each)));
  return after.length === all.length ? '' : after.join(',');
}
