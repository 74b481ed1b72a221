import { post } from '../shared/api';
import type { Batch, Orphan, Undone } from './shapes';

/** What is done to all that is selected: looked at first, then done in one go, and taken back in one go. */

/** Most targets of one call, as the server has it. */
export const MOST = 5000;

export type Intent =
  | { do: 'link'; objective: string; name: string }
  | {
      do: 'exempt';
      reason: string;
      /** last day; empty for no end */
      until: string;
    };

/** What was done and can be taken back. */
export interface Done {
  do: Intent['do'];
  /** by what the server takes it back */
  batch: number;
}

export function targetsOf(selected: Iterable<Orphan>): { kind: 'PROJECT' | 'ISSUE'; ref: string }[] {
  return [...selected].map(({ kind, ref }) => ({ kind: kind === 'PROJECT' ? 'PROJECT' : 'ISSUE', ref }));
}

/** Open size of what is selected. A project holds its issues and an epic its stories: what is in both counts twice. */
export function sizeOf(selected: Iterable<Orphan>): number {
  let sum = 0;
  for (const each of selected) sum += each.openSize ?? 0;
  return sum;
}

function call(intent: Intent, selected: Iterable<Orphan>, plan: string): { path: string; body: unknown } {
  const targets = targetsOf(selected);
  if (intent.do === 'link') return { path: '/links/bulk', body: { objective: intent.objective, targets } };
  const body = { targets, reason: intent.reason, expires: intent.until || null, ...(plan ? { plan } : {}) };
  return { path: '/exemptions/bulk', body };
}

/** What would come of it. A reason that is still to be written does not change that. */
export function preview(intent: Intent, selected: Iterable<Orphan>, plan: string): Promise<Batch> {
  const known = intent.do === 'exempt' && !intent.reason.trim() ? { ...intent, reason: '-' } : intent;
  const { path, body } = call(known, selected, plan);
  return post<Batch>(`${path}?dryRun=true`, body);
}

export function carryOut(intent: Intent, selected: Iterable<Orphan>, plan: string): Promise<Batch> {
  const { path, body } = call(intent, selected, plan);
  return post<Batch>(path, body);
}

export function takeBack(done: Done): Promise<Undone> {
  return post<Undone>(`/${done.do === 'link' ? 'links' : 'exemptions'}/undo/${done.batch}`, {});
}

const KEPT = 'tl-triage-done';

/** What this person did last in this window, so that it can be taken back after a reload too. */
export function lastDone(): Done | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Done | null;
  } catch {
    return null;
  }
}

export function keepDone(done: Done | null): void {
  try {
    if (done) sessionStorage.setItem(KEPT, JSON.stringify(done));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // a window without storage: the toast offers the way back
  }
}
