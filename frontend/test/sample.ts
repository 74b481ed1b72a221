import type { Delivery, LinkNode, ObjectiveNode, Outcome, ThemeNode, Tree } from '../src/shared/shapes';

/** Small strategies for tests. */

export const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  attainment: 0.29,
  expected: 0.51,
  pace: 0.57,
  health: 'RED',
  coverage: 1,
  unattested: 0,
  stale: 0,
  ...more,
});

export const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  total: 240,
  done: 198,
  inProgress: 24,
  progress: 0.83,
  expected: 0.8,
  schedule: 1.03,
  health: 'ON_TRACK',
  items: 70,
  unsized: 0,
  excluded: 0,
  hidden: 0,
  ...more,
});

export const link = (id: number, ref: string | null, title: string | null = null): LinkNode => ({
  id,
  objective: 'OBJ-1',
  target: ref === null ? { kind: 'ISSUE', ref, hidden: true } : { kind: 'ISSUE', ref, title, level: 1 },
  weight: null,
  version: 1,
  delivery: delivery(),
});

export const objective = (key: string, name: string, more: Partial<ObjectiveNode> = {}): ObjectiveNode => ({
  key,
  name,
  version: 3,
  owner: 'pmo',
  ownerName: 'Paula Moreno',
  start: null,
  due: '2027-06-30',
  state: 'ACTIVE',
  objectives: [],
  kpis: [],
  links: [],
  outcome: outcome(),
  delivery: delivery(),
  signal: { kind: 'DRIFT', reason: 'Work lands, the outcome does not move' },
  ...more,
});

export const theme = (key: string, name: string, objectives: ObjectiveNode[]): ThemeNode => ({
  key,
  name,
  version: 1,
  owner: null,
  objectives,
  outcome: outcome(),
  delivery: delivery(),
  signal: { kind: 'DRIFT', reason: '' },
});

export const tree = (themes: ThemeNode[]): Tree => ({
  key: 'PLAN-1',
  name: 'Strategy',
  start: '2026-01-01',
  end: '2028-12-31',
  state: 'ACTIVE',
  sizeMeasure: 'STORY_POINTS',
  version: 1,
  themes,
  outcome: outcome(),
  delivery: delivery(),
  signal: { kind: 'DRIFT', reason: '' },
});

/** Two themes; under the first an objective with a link and a sub-objective, and a second one. */
export const small = (): Tree =>
  tree([
    theme('TH-1', 'A network people rely on', [
      objective('OBJ-1', 'Trains arrive when we said', {
        links: [link(17, 'OPS-214', 'Predict conflicts')],
        objectives: [objective('OBJ-3', 'Züge fahren pünktlich')],
      }),
      objective('OBJ-2', 'The fleet is ready when planned'),
    ]),
    theme('TH-2', 'Freight that pays its way', [objective('OBJ-4', 'Win back volume')]),
  ]);
