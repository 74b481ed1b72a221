import type { Actual } from '../chart/kpi-values';
import { get } from '../shared/api';
import { daysBetween } from '../shared/format';
import type { KpiNode, Listing } from '../shared/shapes';
import { type Frequency, lastEnd, periodsUntil } from '../tree/periods';

/** What a person owes: the KPIs that are theirs, with the values that are missing or wait for their word. */

/** `overdue` has a period without a value, `attest` a value without its owner's word, `coming` the running period. */
export type Standing = 'overdue' | 'attest' | 'coming';

export interface Owed {
  kpi: KpiNode;
  /** name of its objective, if it has one */
  objective: string;
  /** newest first */
  actuals: readonly Actual[];
  standing: Standing;
  /** the period that is to be done */
  period: string;
  /** days since that period ended; below zero while it runs */
  late: number;
}

/** Values that a page reads of each KPI. */
const READ = 24;

/** How far back a first value may be owed. */
const FAR = 120;

/**
 * The oldest period without a value after the newest one that has one; else the newest value that waits for a word;
 * else the period that runs.
 */
export function standingOf(kpi: KpiNode, actuals: readonly Actual[], now: string): Omit<Owed, 'kpi' | 'objective'> {
  const frequency: Frequency = kpi.frequency ?? 'MONTHLY';
  const newest = actuals[0];
  const since = newest?.period ?? kpi.baseline?.date ?? '';
  // a period that ends today can still be filled in tomorrow without being late
  const ended = periodsUntil(now, frequency, FAR).filter((end) => end < now && end > since);
  const missing = since ? ended[ended.length - 1] : ended[0];
  const last = kpi.target?.date;
  if (missing !== undefined && !(newest && last && newest.period >= last)) {
    return { actuals, standing: 'overdue', period: missing, late: daysBetween(missing, now) };
  }
  if (kpi.attestation === 'OWNER' && newest && !newest.attestedBy) {
    return { actuals, standing: 'attest', period: newest.period, late: daysBetween(newest.period, now) };
  }
  const running = nextEnd(now, frequency);
  return { actuals, standing: 'coming', period: running, late: daysBetween(running, now) };
}

/** The end of the period that runs on a day. */
function nextEnd(now: string, frequency: Frequency): string {
  const day = new Date(`${now}T00:00:00Z`);
  for (let after = 0; after < 100; after++) {
    const next = new Date(day.getTime() + after * 86_400_000).toISOString().slice(0, 10);
    if (lastEnd(next, frequency) === next) return next;
  }
  return now;
}

/** Reads the KPIs of a person and what is known of each; overdue first, the latest of them first. */
export async function readOwed(user: string, now: string, signal: AbortSignal): Promise<Owed[]> {
  const kpis = await readAll<KpiNode>(`/kpis?owner=${encodeURIComponent(user)}`, signal);
  const manual = kpis.filter((kpi) => (kpi.source?.kind ?? 'MANUAL') === 'MANUAL');
  const keys = [...new Set(manual.flatMap((kpi) => (kpi.objective ? [kpi.objective] : [])))];
  const names = new Map(
    await Promise.all(
      keys.map(async (key): Promise<[string, string]> => {
        const objective = await get<{ name: string }>(`/objectives/${encodeURIComponent(key)}`, signal);
        return [key, objective.name];
      }),
    ),
  );
  const owed = await Promise.all(
    manual.map(async (kpi): Promise<Owed> => {
      const path = `/kpis/${encodeURIComponent(kpi.key)}/actuals?limit=${READ}`;
      const { values } = await get<Listing<Actual>>(path, signal);
      return { kpi, objective: names.get(kpi.objective ?? '') ?? '', ...standingOf(kpi, values, now) };
    }),
  );
  return owed.sort((one, other) => other.late - one.late);
}

async function readAll<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await get<Listing<T>>(`${path}&start=${all.length}&limit=200`, signal);
    all.push(...page.values);
    if (page.isLast || page.values.length === 0) return all;
  }
}

/**
 * How many times the usual step a value is away from the one before, if that is worth a question.
 *
 * @returns null when it is likely, or when too little is known
 */
export function unlikely(value: number, actuals: readonly Actual[]): number | null {
  const [last, ...rest] = actuals.map((actual) => actual.value);
  if (last === undefined || rest.length < 3) return null;
  const steps = rest.map((each, at) => Math.abs(each - (actuals[at]?.value ?? each))).sort((one, other) => one - other);
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  if (usual === 0) return null;
  const times = Math.abs(value - last) / usual;
  return times >= 8 ? Math.round(times) : null;
}
