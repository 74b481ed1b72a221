import { post, Problem } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { text } from './bulk-words';
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
  /** what was said about it */
  said: string;
  /** instant */
  at: string;
  /** user name */
  by: string;
}

export function targetsOf(selected: Iterable<Orphan>): { kind: 'PROJECT' | 'ISSUE'; ref: string }[] {
  return [...selected].map(({ kind, ref }) => ({ kind: kind === 'PROJECT' ? 'PROJECT' : 'ISSUE', ref }));
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

/** Takes it back; what was, or what was taken back elsewhere meanwhile, is not offered again. */
export async function takeBack(done: Pick<Done, 'do' | 'batch'>): Promise<Undone> {
  try {
    const undone = await post<Undone>(`/${done.do === 'link' ? 'links' : 'exemptions'}/undo/${done.batch}`, {});
    forget(done);
    return undone;
  } catch (failed) {
    if (failed instanceof Problem && failed.status === 409) forget(done);
    throw failed;
  }
}

const KEPT = 'tl-triage-done';
const MOST_KEPT = 20;

/** What this person did last with this browser, the newest first, so that it can be taken back after a reload too. */
export function doneBefore(user: string): Done[] {
  return kept().filter((each) => each.by === user);
}

/** What anybody did with this browser. The storage may hold what another version, or somebody, wrote there. */
function kept(): Done[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(found) ? found.filter(isDone) : [];
  } catch {
    return [];
  }
}

function isDone(found: unknown): found is Done {
  if (typeof found !== 'object' || found === null) return false;
  const one = found as Record<keyof Done, unknown>;
  return (
    (one.do === 'link' || one.do === 'exempt') &&
    Number.isSafeInteger(one.batch) &&
    typeof one.said === 'string' &&
    typeof one.at === 'string' &&
    !Number.isNaN(Date.parse(one.at)) &&
    typeof one.by === 'string'
  );
}

export function keepDone(done: Done): void {
  store([done, ...kept()].slice(0, MOST_KEPT));
}

/** What was taken back, or cannot be. */
function forget(done: Pick<Done, 'do' | 'batch'>): void {
  store(kept().filter((each) => each.do !== done.do || each.batch !== done.batch));
}

function store(done: readonly Done[]): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(done));
  } catch {
    // a browser without storage: the toast offers the way back
  }
}

/** "3 now serve Trains arrive when we said." */
export function saidOf(intent: Intent, count: number, format: Format): string {
  return intent.do === 'link'
    ? fill(count === 1 ? text.linkedNowOne : text.linkedNow, format.number(count, 0), intent.name)
    : format.plural(count, text.exemptNowOne, text.exemptNow);
}

/** "3 links are taken back. 1 was changed since by Pat and stays." */
export function saidBack(done: Pick<Done, 'do'>, { removed, conflicts }: Undone, format: Format): string {
  const back =
    done.do === 'link'
      ? format.plural(removed.length, text.unlinkedOne, text.unlinked)
      : format.plural(removed.length, text.unexemptedOne, text.unexempted);
  if (conflicts.length === 0) return back;
  const by = [...new Set(conflicts.map((each) => each.by ?? text.somebody))].join(', ');
  return `${back} ${fill(text.conflicts, format.number(conflicts.length, 0), by)}`;
}
