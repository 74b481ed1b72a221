import { get, Problem, put } from '../shared/api';
import type { KpiNode, ObjectiveNode, ThemeNode } from '../shared/shapes';
import type { KpiRow, ObjectiveRow, ThemeRow } from './rows';

/** What is being written in a row, and what of it differs from what was there. */

export type Field =
  | 'name'
  | 'owner'
  | 'due'
  // of a KPI: where it starts, where it shall be, in what, how often it is measured
  | 'baseline'
  | 'from'
  | 'target'
  | 'unit'
  | 'frequency'
  // REACH a target, or KEEP within a band: then baseline and target are its lower and its upper end
  | 'aim'
  | 'tolerance'
  // of a new KPI: MANUAL, FORMULA or JQL, and the formula or the query
  | 'source'
  | 'code'
  // of one value of a KPI
  | 'value'
  | 'period'
  | 'note';
export type Fields = Readonly<Partial<Record<Field, string>>>;

/** A number as the reader writes it; null when it is none. */
export type Parse = (text: string) => number | null;

/** What somebody else saved meanwhile. */
export interface Theirs {
  version: number;
  fields: Fields;
}

/** A theme, objective or KPI whose row is open for writing. */
export interface EditDraft {
  kind: 'edit';
  what: 'theme' | 'objective' | 'kpi';
  id: string;
  /** the version that the person saw */
  version: number;
  /** as it was seen, to know what was changed */
  seen: Fields;
  fields: Fields;
  focus: Field;
  theirs?: Theirs;
}

/** Something that is not there yet. Its token makes a repeated save create it once; it is new with every change. */
export interface NewDraft {
  kind: 'new';
  what: 'theme' | 'objective' | 'kpi' | 'link';
  /** key of what it goes under; the plan's for a theme */
  parent: string;
  fields: Fields;
  focus: Field;
  token: string;
}

/** A value of a KPI for one of its periods, written in the KPI's row. */
export interface ActualDraft {
  kind: 'actual';
  what: 'actual';
  /** the KPI */
  id: string;
  fields: Fields;
  focus: Field;
  token: string;
  /** the value that this period has already */
  theirs?: Theirs;
}

export type Draft = EditDraft | NewDraft | ActualDraft;

export const PATHS = { theme: '/themes', objective: '/objectives', kpi: '/kpis' } as const;

type Node = ThemeNode | ObjectiveNode | KpiNode;

/** A field's text; one that is not there is empty. */
export function of(fields: Fields, field: Field): string {
  return fields[field] ?? '';
}

export function fieldsOf(node: Node, write: (value: number) => string = String): Fields {
  const common = { name: node.name, owner: node.owner ?? '' };
  if ('target' in node || 'band' in node) {
    if (node.band) {
      const { low, high } = node.band;
      return { ...common, aim: 'KEEP', baseline: write(low), target: write(high), due: '' };
    }
    const target = node.target ?? null;
    return { ...common, ...(target ? { target: write(target.value) } : {}), due: target?.date ?? '' };
  }
  return { ...common, due: 'due' in node ? (node.due ?? '') : '' };
}

export function editOf(
  row: ThemeRow | ObjectiveRow | KpiRow,
  focus: Field,
  write?: (value: number) => string,
): EditDraft {
  const seen = fieldsOf(row.node, write);
  return { kind: 'edit', what: row.kind, id: row.id, version: row.node.version, seen, fields: seen, focus };
}

/** Somebody else saved first. */
export class Conflict extends Error {
  constructor(readonly theirs: Theirs) {
    super('changed meanwhile');
  }
}

/** What is wrong before anything is sent. */
export class Missing extends Error {
  constructor(
    readonly field: Field,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Saves what was changed and leaves all else as it is on the server.
 *
 * @throws Conflict if the node is no longer as the person saw it
 * @throws Problem if the server refuses
 */
export async function saveEdit(
  draft: EditDraft,
  parse: Parse = Number,
  write?: (value: number) => string,
): Promise<void> {
  const path = `${PATHS[draft.what]}/${encodeURIComponent(draft.id)}`;
  // the tree shows a part of the object; replacing needs all of it
  const now = await get<Node & Record<string, unknown>>(path);
  if (now.version !== draft.version) throw new Conflict({ version: now.version, fields: fieldsOf(now, write) });
  try {
    await put(path, { ...now, ...changes(draft, now, parse) }, draft.version);
  } catch (failed) {
    if (!(failed instanceof Problem) || failed.status !== 412) throw failed;
    const newer = await get<Node>(path);
    throw new Conflict({ version: newer.version, fields: fieldsOf(newer, write) });
  }
}

/** Only what differs from what was seen; an emptied owner or due date is none. */
export function changes(draft: EditDraft, now: object = {}, parse: Parse = Number): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  const is = (field: Field): string => of(draft.fields, field).trim();
  const differs = (field: Field): boolean => is(field) !== of(draft.seen, field);
  if (differs('name')) changed['name'] = is('name');
  if (differs('owner')) changed['owner'] = is('owner') || null;
  if (draft.what === 'objective' && differs('due')) changed['due'] = is('due') || null;
  if (draft.what === 'kpi' && of(draft.seen, 'aim') === 'KEEP') {
    const band = 'band' in now ? (now.band as object) : {};
    const ends = { ...band, low: parse(is('baseline')), high: parse(is('target')) };
    if (differs('baseline') || differs('target')) changed['band'] = ends;
  } else if (draft.what === 'kpi' && (differs('target') || differs('due'))) {
    const target = 'target' in now ? (now.target as object) : {};
    changed['target'] = { ...target, value: parse(is('target')), date: is('due') };
  }
  return changed;
}
