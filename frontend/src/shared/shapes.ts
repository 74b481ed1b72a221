/** The shapes of the REST contract, as far as the pages read them. Fields may be added by the server at any time. */

export type Measure = 'COUNT' | 'STORY_POINTS' | 'ORIGINAL_ESTIMATE';
export type OutcomeHealth = 'GREEN' | 'AMBER' | 'RED' | 'UNKNOWN';
export type DeliveryHealth = 'NO_WORK' | 'DONE' | 'NOT_STARTED' | 'ON_TRACK' | 'AT_RISK' | 'OFF_TRACK';
/** In the order in which they are listed. */
export const SIGNALS = ['REALIZING', 'DRIFT', 'UNEXPLAINED', 'STALLED', 'BLIND'] as const;
export type SignalKind = (typeof SIGNALS)[number];

export interface Outcome {
  attainment: number | null;
  expected: number | null;
  pace: number | null;
  health: OutcomeHealth;
  coverage: number | null;
  unattested: number;
  stale: number;
}

export interface Delivery {
  total: number;
  done: number;
  inProgress: number;
  progress: number | null;
  expected: number | null;
  schedule: number | null;
  health: DeliveryHealth;
  items: number;
  unsized: number;
  excluded: number;
  hidden: number;
  forecast?: Forecast | null;
}

/** When the rest will be done; or why nobody can tell. */
export interface Forecast {
  p50?: string;
  p85?: string;
  reason?: string;
}

export interface Signal {
  kind: SignalKind;
  reason: string;
}

/** Delivery and signal are null while Jira is being read. */
export interface Blocks {
  outcome?: Outcome | null;
  delivery?: Delivery | null;
  signal?: Signal | null;
}

export interface Owned {
  owner: string | null;
  ownerName?: string | null;
  /** false when the person has left or is deactivated */
  ownerActive?: boolean | null;
}

export interface Target {
  kind: 'ISSUE' | 'PROJECT' | 'JQL';
  /** null when the reader may not see it */
  ref: string | null;
  title?: string | null;
  hidden?: boolean;
  dead?: boolean;
  /** of an issue: sub-task -1, standard 0, epic 1, above 2; absent when the server does not say */
  level?: number;
}

export interface LinkNode extends Blocks {
  id: number;
  objective: string;
  target: Target;
  weight: number | null;
  version: number;
}

/** Where the values of a KPI come from. */
export interface Source {
  kind: 'MANUAL' | 'FORMULA' | 'JQL';
  formula?: string;
  /** null when the reader may not see it */
  jql?: string | null;
  aggregate?: 'COUNT' | 'SUM' | 'AVG';
  field?: string | null;
  /** name of whom it is counted as */
  runAs?: string | null;
  hidden?: boolean;
}

/** Why a query gave no value. */
export type EvaluationProblem = 'UNREADABLE' | 'TOO_MANY' | 'NO_VALUES' | 'NO_FIELD';

export interface KpiNode extends Blocks, Owned {
  key: string;
  name: string;
  version: number;
  objective?: string | null;
  critical?: boolean;
  direction?: 'INCREASE' | 'DECREASE' | 'MAINTAIN';
  frequency?: 'WEEKLY' | 'MONTHLY' | 'QUARTERLY';
  indicator?: 'LEADING' | 'LAGGING';
  attestation?: 'NONE' | 'OWNER';
  weight?: number;
  source?: Source;
  /** of a KPI that is counted in Jira: what came of it last */
  evaluation?: { at: string; issues: number; problem: EvaluationProblem | null };
  baseline?: { value: number; date: string } | null;
  milestones?: { value: number; date: string }[];
  unit?: { kind: string; symbol?: string | null } | null;
  target?: { value: number; date: string } | null;
  band?: { low: number; high: number } | null;
  actual?: { period: string; value: number; attested?: boolean } | null;
  trend?: number[];
}

export interface ObjectiveNode extends Blocks, Owned {
  key: string;
  name: string;
  version: number;
  perspective?: string;
  description?: string | null;
  weight?: number;
  parent?: string | null;
  start: string | null;
  due: string | null;
  state: 'DRAFT' | 'ACTIVE' | 'ACHIEVED' | 'ABANDONED';
  objectives?: ObjectiveNode[];
  kpis?: KpiNode[];
  links?: LinkNode[];
}

export interface ThemeNode extends Blocks, Owned {
  key: string;
  name: string;
  version: number;
  objectives?: ObjectiveNode[];
}

export interface Indexing {
  indexed: number;
  total: number;
}

export interface Plan {
  key: string;
  name: string;
  vision?: string | null;
  mission?: string | null;
  start: string;
  end: string;
  state: 'DRAFT' | 'ACTIVE' | 'CLOSED';
  sizeMeasure: Measure;
  version: number;
}

export interface Tree extends Plan, Blocks {
  themes: ThemeNode[];
  /** the past day that it is of */
  asOf?: string | null;
  /** of a past day: whose record its deliveries are from, or why there is none */
  snapshot?: { day?: string; filled?: boolean; reason?: string };
  indexing?: Indexing | null;
  /** around one objective: what it brings about and what brings it about */
  neighbours?: { key: string; name: string; is: 'CAUSE' | 'EFFECT'; outcome: Outcome | null }[];
}

export interface Health {
  state: 'READY' | 'INDEXING';
  indexed: number;
  total: number;
  lagSeconds: number;
}

/** One page of a list. */
export interface Listing<T> {
  start: number;
  limit: number;
  total: number;
  isLast: boolean;
  values: T[];
}
