import type { Actual } from '../chart/kpi-values';
import { get } from '../shared/api';
import { daysBetween } from '../shared/format';
import type { KpiNode, Listing } from '../shared/shapes';

/** What a person owes, as the server says it, with the values that each KPI has had. */

/** `overdue` has a period without a value, `attest` a value without its owner's word, `coming` the running period. */
export type Standing = 'overdue' | 'attest' | 'coming';

interface Place {
  key: string;
  name: string;
}

interface Item {
  kpi: KpiNode;
  period: string;
  objective: Place | null;
  plan: Place | null;
  /** for whom the reader stands in; null for their own */
  for: { key?: string; name: string } | null;
}

/** An objective past its due date: achieved, abandoned, or another date. */
export interface Decision {
  due: string;
  objective: Place | null;
  plan: Place | null;
}

export interface Inbox {
  today: string;
  overdue: Item[];
  unattested: Item[];
  due: Item[];
  decisions: Decision[];
}

export interface Owed {
  kpi: KpiNode;
  /** names of its objective and its plan, and of whom the reader stands in for; as far as there are any */
  place: string[];
  standsInFor: string;
  /** newest first */
  actuals: readonly Actual[];
  standing: Standing;
  /** the period that is to be done */
  period: string;
  /** days since that period ended; below zero while it runs */
  late: number;
}

/** Values that the page draws of each KPI. */
const READ = 12;

/** Everything that is owed, in the server's order. */
export async function readOwed(signal: AbortSignal): Promise<{ owed: Owed[]; decisions: Decision[] }> {
  const inbox = await get<Inbox>('/inbox', signal);
  const all = itemsOf(inbox);
  const owed = await Promise.all(
    all.map(async ({ item, standing }): Promise<Owed> => {
      const path = `/kpis/${encodeURIComponent(item.kpi.key)}/actuals?limit=${READ}`;
      const { values } = await get<Listing<Actual>>(path, signal);
      return owedOf(item, standing, values, inbox.today);
    }),
  );
  return { owed, decisions: inbox.decisions };
}

/** A KPI stands once: what is late comes before what waits for a word, and that before what is coming. */
export function itemsOf(inbox: Inbox): { item: Item; standing: Standing }[] {
  const seen = new Set<string>();
  const of = (items: readonly Item[], standing: Standing): { item: Item; standing: Standing }[] =>
    items.filter(({ kpi }) => !seen.has(kpi.key) && !!seen.add(kpi.key)).map((item) => ({ item, standing }));
  return [...of(inbox.overdue, 'overdue'), ...of(inbox.unattested, 'attest'), ...of(inbox.due, 'coming')];
}

export function owedOf(item: Item, standing: Standing, actuals: readonly Actual[], now: string): Owed {
  const { kpi, period, objective, plan } = item;
  return {
    kpi,
    place: [objective?.name, plan?.name].filter((name) => name !== undefined),
    standsInFor: item.for?.name ?? '',
    actuals,
    standing,
    period,
    late: daysBetween(period, now),
  };
}
