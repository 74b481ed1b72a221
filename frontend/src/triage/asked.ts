import { GAP_KINDS, KINDS, type OrphanKind } from './shapes';

/** What the page is asked to show. It stands in the address, so that a filter can be kept, sent and linked to. */

/** What the tiles tell apart. */
export const TILES = [
  'ALL',
  'PROJECT',
  'EPIC',
  'ISSUE',
  'DEAD_LINK',
  'UNSUPPORTED_OBJECTIVE',
  'UNMEASURED_OBJECTIVE',
  'KPI',
  'UNOWNED',
] as const;
export type Tile = (typeof TILES)[number];

export const SORTS = ['KIND', 'SIZE', 'OLDEST', 'NEWEST', 'PROJECT', 'LEAD'] as const;
export type Sort = (typeof SORTS)[number];

/** Days without a change. */
export const AGES = [7, 30, 90, 180, 365] as const;

/** Characters that the server looks for at most. */
export const LONGEST_FIND = 100;

export interface Asked {
  /** key; empty for all plans that are in force, undefined while nobody has said */
  plan: string | undefined;
  tile: Tile;
  project: string;
  /** user name */
  lead: string;
  /** days; 0 for all */
  age: number;
  /** part of a key, or words */
  find: string;
  sort: Sort;
  /** whether epics that are aligned in parts are listed too */
  partial: boolean;
}

/** Stands in the address for all plans. */
export const EVERY = '*';

export function fromAddress(search: string): Asked {
  const asked = new URLSearchParams(search);
  const plan = asked.get('plan');
  const age = Number(asked.get('age') ?? 0);
  const one = <T extends string>(all: readonly T[], name: string, otherwise: T): T =>
    all.find((each) => each === asked.get(name)) ?? otherwise;
  return {
    plan: plan === null ? undefined : plan === EVERY ? '' : plan,
    tile: one(TILES, 'kind', 'ALL'),
    project: asked.get('project') ?? '',
    lead: asked.get('lead') ?? '',
    age: Number.isInteger(age) && age > 0 ? age : 0,
    find: (asked.get('find') ?? '').slice(0, LONGEST_FIND),
    sort: one(SORTS, 'sort', 'KIND'),
    partial: asked.get('partial') === 'yes',
  };
}

export function toAddress(asked: Asked): string {
  const next = new URLSearchParams();
  if (asked.plan !== undefined) next.set('plan', asked.plan || EVERY);
  if (asked.tile !== 'ALL') next.set('kind', asked.tile);
  if (asked.project) next.set('project', asked.project);
  if (asked.lead) next.set('lead', asked.lead);
  if (asked.age > 0) next.set('age', String(asked.age));
  if (asked.find) next.set('find', asked.find);
  if (asked.sort !== 'KIND') next.set('sort', asked.sort);
  if (asked.partial) next.set('partial', 'yes');
  return `?${next.toString().replace(/%2A/g, '*')}`;
}

/** Whether anything but the plan and the order is asked for. */
export function isFiltered(asked: Asked): boolean {
  return asked.tile !== 'ALL' || narrows(asked);
}

/** Whether fewer projects, leads or ages are looked at. */
export function narrows(asked: Asked): boolean {
  return asked.project !== '' || asked.lead !== '' || asked.age > 0 || asked.find !== '';
}

export function kindsOf(tile: Tile, partial: boolean): readonly OrphanKind[] {
  switch (tile) {
    case 'ALL':
      return KINDS.filter((kind) => partial || kind !== 'PARTIAL');
    case 'EPIC':
      return partial ? ['EPIC', 'PARTIAL'] : ['EPIC'];
    case 'KPI':
      return ['ORPHAN_KPI', 'STALE_KPI'];
    default:
      return [tile];
  }
}

/** Whether all that a tile shows are gaps of the strategy. */
export function isOfGaps(tile: Tile): boolean {
  return tile !== 'ALL' && kindsOf(tile, false).every((kind) => (GAP_KINDS as readonly string[]).includes(kind));
}

/**
 * The question to the server, without a page.
 *
 * @param without what is left open, to count by it
 */
export function question(asked: Asked, without: readonly ('kind' | 'project' | 'lead' | 'age')[] = []): string {
  const query = new URLSearchParams();
  if (asked.plan) query.set('plan', asked.plan);
  if (!without.includes('kind')) query.set('kind', kindsOf(asked.tile, asked.partial).join(','));
  if (asked.project && !without.includes('project')) query.set('project', asked.project);
  if (asked.lead && !without.includes('lead')) query.set('lead', asked.lead);
  if (asked.age > 0 && !without.includes('age')) query.set('minAge', String(asked.age));
  if (asked.find) query.set('q', asked.find);
  return query.toString().replace(/%2C/g, ',');
}

/** The same in Jira's issue search: only what that search can say. */
export function jqlOf(asked: Asked): string {
  // the address may hold anything: what ends a text in JQL must not end it here
  const project = asked.project ? `"${asked.project.replace(/[\\"]/g, '\\$&')}"` : '';
  const age = asked.age > 0 ? ` AND updated <= -${asked.age}d` : '';
  return `issue in orphanWork(${project})${age} ORDER BY updated DESC`;
}
