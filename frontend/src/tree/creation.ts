import { get, Problem, post, put } from '../shared/api';
import type { KpiNode, LinkNode, Listing, ObjectiveNode, Target, ThemeNode } from '../shared/shapes';
import { type ActualDraft, Conflict, type Fields, type NewDraft, of, type Parse } from './draft';

/** The calls that create what was written in a new row, and that enter values. */

/** What was created: the id of its row, and how to take it back if that is one call. */
export interface Created {
  id: string;
  /** of a bulk link: the id to undo it by */
  undo?: number;
  /** how many things were linked */
  count: number;
}

/** Creates it and answers the id of its row. */
export async function saveNew(draft: NewDraft, parse: Parse = Number): Promise<Created> {
  const { what, parent, fields } = draft;
  if (what === 'link') return saveLinks(draft);
  const common = {
    name: of(fields, 'name').trim(),
    ...(of(fields, 'owner').trim() ? { owner: of(fields, 'owner').trim() } : {}),
  };
  const one = (made: { key: string }): Created => ({ id: made.key, count: 1 });
  if (what === 'theme') return one(await post<ThemeNode>('/themes', { plan: parent, ...common }, draft.token));
  if (what === 'kpi') {
    const body = { objective: parent, ...common, ...aim(fields, parse) };
    return one(await post<KpiNode>('/kpis', body, draft.token));
  }
  const above = parent.startsWith('OBJ-') ? { parent } : { theme: parent };
  const due = of(fields, 'due') ? { due: of(fields, 'due') } : {};
  return one(await post<ObjectiveNode>('/objectives', { ...above, ...common, ...due }, draft.token));
}

/** Where a KPI starts and where it shall be, which way is good following from the two; or the band that it keeps to. */
export function aim(fields: Fields, parse: Parse): Record<string, unknown> {
  const baseline = parse(of(fields, 'baseline'));
  const target = parse(of(fields, 'target'));
  const symbol = of(fields, 'unit').trim();
  const measured = {
    frequency: of(fields, 'frequency') || 'MONTHLY',
    ...(symbol ? { unit: { kind: unitKind(symbol), symbol } } : {}),
    ...source(of(fields, 'source'), of(fields, 'code')),
  };
  if (of(fields, 'aim') === 'KEEP') {
    const tolerance = parse(of(fields, 'tolerance'));
    return { direction: 'MAINTAIN', band: { low: baseline, high: target, tolerance }, ...measured };
  }
  return {
    direction: (target ?? 0) < (baseline ?? 0) ? 'DECREASE' : 'INCREASE',
    baseline: { value: baseline, date: of(fields, 'from') },
    target: { value: target, date: of(fields, 'due') },
    ...measured,
  };
}

/** Where its values come from, unless people enter them; a query counts issues, its field is chosen on the KPI's page. */
function source(kind: string, code: string): Record<string, unknown> {
  if (kind === 'FORMULA') return { source: { kind, formula: code } };
  return kind === 'JQL' ? { source: { kind, jql: code, aggregate: 'COUNT' } } : {};
}

/** What kind of unit a symbol means; a word that is no known symbol counts things. */
export function unitKind(symbol: string): string {
  if (symbol === '%') return 'PERCENT';
  if (/^(€|\$|£|¥|EUR|USD|CHF|GBP)/.test(symbol)) return 'CURRENCY';
  return /^(s|min|h|d|days?|hours?|Tage?|Stunden?)$/i.test(symbol) ? 'DURATION' : 'COUNT';
}

/** One thing by a plain link, several all or none at once. */
async function saveLinks(draft: NewDraft): Promise<Created> {
  const targets = targetsOf(of(draft.fields, 'name'));
  const [first] = targets;
  if (first && targets.length === 1) {
    const body = { objective: draft.parent, target: first };
    return { id: `link:${(await post<LinkNode>('/links', body, draft.token)).id}`, count: 1 };
  }
  const { created, undo } = await post<{ created: unknown[]; undo: number | null }>(
    '/links/bulk',
    { objective: draft.parent, targets },
    draft.token,
  );
  // nothing to take back where all of them were linked already
  return { id: draft.parent, count: created.length, ...(undo === null ? {} : { undo }) };
}

const ISSUE = /^[A-Za-z][A-Za-z0-9_]*-[0-9]+$/;
const PROJECT = /^[A-Za-z][A-Za-z0-9_]+$/;

/**
 * What a person means: issue or project keys, also several and also as addresses of issue pages; anything else is a
 * query.
 */
export function targetsOf(text: string): { kind: Target['kind']; ref: string }[] {
  const parts = text
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((part) => /\/browse\/([^/?#]+)/.exec(part)?.[1] ?? part);
  const kinds = parts.map((part) => (ISSUE.test(part) ? 'ISSUE' : PROJECT.test(part) ? 'PROJECT' : 'JQL'));
  // one word that is no key makes all of it a query: "labels = control-room"
  if (parts.length === 0 || kinds.includes('JQL')) return [{ kind: 'JQL', ref: text.trim() }];
  return parts.map((part, at) => ({ kind: kinds[at] ?? 'ISSUE', ref: part.toUpperCase() }));
}

interface Actual {
  period: string;
  value: number;
  note?: string | null;
  version: number;
}

/**
 * Enters a value, or corrects the one that the person has just been shown.
 *
 * @throws Conflict if the period has a value already
 */
export async function saveActual(draft: ActualDraft, parse: Parse, write: (value: number) => string): Promise<void> {
  const path = `/kpis/${encodeURIComponent(draft.id)}/actuals`;
  const { fields, theirs } = draft;
  const period = of(fields, 'period');
  const note = of(fields, 'note').trim();
  const value = { value: parse(of(fields, 'value')), ...(note ? { note } : {}) };
  if (theirs && of(theirs.fields, 'period') === period) {
    await put(`${path}/${period}`, value, theirs.version);
    return;
  }
  try {
    await post(path, { period, ...value }, draft.token);
  } catch (failed) {
    if (!(failed instanceof Problem) || failed.code !== 'PERIOD_TAKEN') throw failed;
    const there = (await get<Listing<Actual>>(`${path}?limit=200`)).values.find((each) => each.period === period);
    if (!there) throw failed;
    const known = { value: write(there.value), period, note: there.note ?? '' };
    throw new Conflict({ version: there.version, fields: known });
  }
}
