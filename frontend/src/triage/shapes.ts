import type { Delivery, Forecast, Measure } from '../shared/shapes';

/** What `/orphans`, `/coverage` and the calls in bulk answer, as far as the pages read it. */

export const WORK_KINDS = ['PROJECT', 'EPIC', 'PARTIAL', 'ISSUE'] as const;
export const GAP_KINDS = [
  'DEAD_LINK',
  'UNSUPPORTED_OBJECTIVE',
  'UNMEASURED_OBJECTIVE',
  'ORPHAN_KPI',
  'STALE_KPI',
  'UNOWNED',
] as const;
/** In the order in which the server lists them. */
export const KINDS = [...WORK_KINDS, ...GAP_KINDS] as const;
export type OrphanKind = (typeof KINDS)[number];
export type GapKind = (typeof GAP_KINDS)[number];

/** A person as answers name one. */
export interface Person {
  key: string;
  name: string;
  active: boolean;
}

/** An objective that might be served, and why. */
export interface Suggestion {
  objective: string;
  name: string;
  reason: string;
}

export interface Orphan {
  kind: OrphanKind;
  ref: string;
  summary: string | null;
  type?: string | null;
  /** of an issue: standard 0, epic 1, above 2; as the settings map issue types */
  level?: number | null;
  status?: string | null;
  project: string | null;
  /** of an object of the strategy, where it is in one */
  plan?: string | null;
  owner: Person | null;
  openSize: number | null;
  updated: string | null;
  /** whole days since the last change */
  age: number | null;
  /** the exemption that covered it and ran out */
  wasExempt?: { reason: string; expired: string } | null;
  /** null when not asked for */
  suggestions?: Suggestion[] | null;
  /** of a dead link */
  objective?: string;
  target?: { kind: string; ref: string | null; hidden?: boolean };
}

export const PARTS = ['aligned', 'exempt', 'orphan'] as const;
export type Part = (typeof PARTS)[number];

/** Open size, split; aligned + orphan + exempt = total. */
export interface Four extends Record<Part, number> {
  total: number;
  /** each part as a share of the total; null when there is no open work */
  share: Record<Part, number> | null;
}

export interface Coverage {
  sizeMeasure: Measure;
  open: Four;
  projects: (Four & { key: string })[];
}

export interface Week extends Four {
  day: string;
  filled: boolean;
}

export interface Group {
  key: string | Person | null;
  count: number;
  openSize: number;
}

export interface Counts {
  groupBy: string;
  groups: Group[];
}

/** What a batch changes. */
interface Effect {
  coverage: Four | null;
  delivery?: Delivery | null;
  forecast?: Forecast | null;
}

export interface Batch {
  created: { id: number | null }[];
  /** what the new targets hold, each item once; null while that is not known */
  openSize?: number | null;
  alreadyLinked?: unknown[];
  alreadyExempt?: unknown[];
  before: Effect;
  after: Effect;
  /** by what it is taken back; null when nothing came of it */
  undo: number | null;
}

export interface Undone {
  removed: number[];
  conflicts: { by?: string | null }[];
}

/** Work can be linked and exempted; a gap of the strategy is mended elsewhere. */
export function isWork(orphan: Orphan): boolean {
  return (WORK_KINDS as readonly string[]).includes(orphan.kind);
}

/** What names a row, whatever its place. */
export function idOf(orphan: Orphan): string {
  return `${orphan.kind} ${orphan.ref}`;
}
