// The sample company of the design pictures as the REST contract's tree, with numbers made up to look like them.
const PEOPLE = {
  IH: 'Ingrid Halvorsen',
  HD: 'Henrik Dahl',
  ML: 'Mei Lindqvist',
  NK: 'Nora Kessler',
  TW: 'Tom Wagner',
  RC: 'Rúben Costa',
  AO: 'Amara Osei',
  LB: 'Lena Brandt',
  SM: 'Sofia Marin',
  JT: 'Jonas Thorn',
  FN: 'Femi Nwosu',
  PZ: 'Piotr Zieliński',
};
const OUTCOME = { g: 'GREEN', a: 'AMBER', r: 'RED', u: 'UNKNOWN' };
const DELIVERY = { ok: 'ON_TRACK', risk: 'AT_RISK', off: 'OFF_TRACK' };

const owned = (initials) => ({ owner: initials.toLowerCase(), ownerName: PEOPLE[initials] });
const outcome = (health, attainment, expected, more = {}) => ({
  attainment,
  expected,
  pace: attainment === null ? null : attainment / expected,
  health: OUTCOME[health],
  coverage: attainment === null ? 0 : 1,
  unattested: 0,
  stale: 0,
  ...more,
});
const delivery = (health, progress, started, expected, total, p85, items = Math.round(total / 4)) => ({
  total,
  done: Math.round(total * progress),
  inProgress: Math.round(total * started),
  progress,
  expected,
  schedule: progress / expected,
  health: DELIVERY[health],
  items,
  unsized: 0,
  excluded: 0,
  hidden: 0,
  forecast: p85 ? { p50: p85, p85 } : { reason: 'fewer than 4 weeks' },
});
const signal = (kind, reason = '') => ({ kind, reason });

let links = 0;
const link = (objective, ref, title, items, done, started, total) => ({
  id: ++links,
  objective,
  weight: null,
  version: 1,
  target: { kind: 'ISSUE', ref, title, level: 1 },
  delivery: { ...delivery('ok', done / total, started / total, 0.6, total, null, items), done, total },
});
const query = (objective, ref, items, done, started, total) => ({
  id: ++links,
  objective,
  weight: null,
  version: 1,
  target: { kind: 'JQL', ref, title: null },
  delivery: { ...delivery('ok', done / total, started / total, 0.6, total, null, items), done, total },
});
let kpis = 0;
const kpi = (name, initials, health, attainment, expected, value, target, symbol, trend, more = {}) => ({
  key: `KPI-${++kpis}`,
  name,
  version: 1,
  ...owned(initials),
  outcome: outcome(health, attainment, expected),
  actual: { period: '2027-02-28', value, attested: true },
  target: { value: target, date: '2028-12-31' },
  unit: { kind: 'COUNT', symbol },
  trend,
  ...more,
});
const UP = [3, 4, 5, 4.8, 6, 7, 6.8, 7.5, 8.2, 8, 9, 9.6];
const DOWN = [9, 8.6, 8, 7.8, 7, 6.4, 6.6, 6, 5.5, 5, 4.6, 4.1];
const ZIG = [5, 4, 6, 5, 7, 6, 5.5, 7.2, 6.2, 7, 7.6, 7.2];

let objectives = 0;
const objective = (name, initials, due, out, del, sig, below = {}) => {
  const key = `OBJ-${++objectives}`;
  return {
    key,
    name,
    version: 3,
    ...owned(initials),
    perspective: 'PROCESS',
    start: null,
    due,
    state: 'ACTIVE',
    outcome: out,
    delivery: del,
    signal: sig,
    objectives: [],
    kpis: below.kpis ?? [],
    links: (below.links ?? []).map((make) => make(key)),
  };
};
let themes = 0;
const theme = (name, initials, out, del, sig, list) => ({
  key: `TH-${++themes}`,
  name,
  version: 1,
  ...owned(initials),
  outcome: out,
  delivery: del,
  signal: sig,
  objectives: list,
});

/** @returns a fresh tree, to be changed at will */
export function norvia() {
  links = kpis = objectives = themes = 0;
  return {
    key: 'PLAN-1',
    name: 'Strategy 2026–2028',
    vision: 'The railway that people and freight choose first.',
    start: '2026-01-01',
    end: '2028-12-31',
    state: 'ACTIVE',
    sizeMeasure: 'STORY_POINTS',
    version: 4,
    outcome: outcome('a', 0.35, 0.43),
    delivery: { ...delivery('ok', 0.53, 0.09, 0.58, 3100, null, 689), hidden: 4 },
    signal: signal('DRIFT'),
    themes: [
      theme(
        'A network people rely on',
        'IH',
        outcome('a', 0.36, 0.49),
        delivery('risk', 0.56, 0.11, 0.65, 1200),
        signal('STALLED'),
        [
          objective(
            'Trains arrive when we said',
            'HD',
            '2027-12-31',
            outcome('g', 0.4, 0.4),
            delivery('ok', 0.63, 0.16, 0.601, 522, '2027-10-18'),
            signal('REALIZING', 'Punctuality on pace; 63% of the work done, 60% expected'),
            {
              kpis: [
                kpi('Punctuality within 5 minutes', 'HD', 'g', 0.4, 0.4, 89.1, 93, '%', UP, { critical: true }),
                kpi('Delay minutes per 1,000 train-km', 'HD', 'g', 0.37, 0.4, 12.1, 8.5, 'min', DOWN),
              ],
              links: [
                (key) =>
                  link(key, 'OPS-214', 'Predict and resolve conflicts in control before they spread', 37, 112, 20, 148),
                (key) => link(key, 'SIG-88', 'ETCS level 2 on the coastal line', 61, 178, 54, 310),
                (key) => query(key, 'labels = control-room', 19, 38, 9, 64),
              ],
            },
          ),
          objective(
            'The fleet is ready when planned',
            'ML',
            '2027-12-31',
            outcome('a', 0.48, 0.67),
            delivery('ok', 0.67, 0.13, 0.6, 420, '2027-08-27'),
            signal('DRIFT', 'Work is ahead, availability has left its band'),
            {
              kpis: [
                kpi('Fleet availability', 'ML', 'r', 0.3, 1, 92.6, 94, '%', DOWN, { band: { low: 94, high: 97 } }),
              ],
            },
          ),
          objective(
            'Everyone goes home safe',
            'NK',
            '2027-06-30',
            outcome('r', 0.21, 0.4),
            delivery('off', 0.39, 0.19, 0.77, 258, '2028-06-30'),
            signal('STALLED'),
            {
              kpis: [kpi('Lost-time injuries per million hours', 'NK', 'r', 0.21, 0.4, 4.3, 2.4, '', DOWN)],
            },
          ),
        ],
      ),
      theme(
        'Freight that pays its way',
        'TW',
        outcome('g', 0.41, 0.4),
        delivery('ok', 0.44, 0.14, 0.47, 700),
        signal('REALIZING'),
        [
          objective(
            'Win back intermodal volume',
            'TW',
            '2027-12-31',
            outcome('g', 0.43, 0.4),
            delivery('risk', 0.35, 0.19, 0.47, 380, '2028-03-17'),
            signal('UNEXPLAINED'),
            {
              kpis: [
                kpi('Freight trains on time (30 min)', 'TW', 'g', 0.45, 0.42, 83.1, 90, '%', UP, {
                  outcome: outcome('g', 0.45, 0.42, { unattested: 1 }),
                }),
              ],
              links: [(key) => link(key, 'FRT-31', 'Online booking for intermodal slots', 44, 60, 30, 170)],
            },
          ),
          objective(
            'Every freight train pays',
            'RC',
            '2028-06-30',
            outcome('g', 0.38, 0.38),
            delivery('ok', 0.53, 0.2, 0.48, 320, '2028-03-24'),
            signal('REALIZING'),
          ),
        ],
      ),
      theme(
        'Travel without friction',
        'AO',
        outcome('a', 0.37, 0.44),
        delivery('ok', 0.72, 0.14, 0.7, 600),
        signal('DRIFT'),
        [
          objective(
            'Passengers know before they ask',
            'AO',
            '2027-06-30',
            outcome('r', 0.29, 0.51),
            delivery('ok', 0.83, 0.1, 0.8, 240, '2027-06-23'),
            signal('DRIFT', 'Work lands, the outcome does not move'),
            {
              kpis: [
                kpi('Satisfaction during disruption', 'AO', 'r', 0.09, 0.31, 55.6, 72, '%', ZIG, { critical: true }),
                kpi('Alerts sent within 3 minutes', 'LB', 'g', 0.69, 0.6, 74.8, 90, '%', UP),
              ],
              links: [
                (key) => link(key, 'PIS-40', 'Disruption alerts in app and on platforms', 48, 148, 10, 164),
                (key) => link(key, 'PIS-73', 'Rebooking advice in alerts', 22, 50, 12, 76),
                (key) => ({
                  id: ++links,
                  objective: key,
                  weight: null,
                  version: 1,
                  target: { kind: 'ISSUE', ref: null, hidden: true },
                  delivery: delivery('ok', 0.5, 0.1, 0.5, 8, null, 4),
                }),
                (key) => ({
                  id: ++links,
                  objective: key,
                  weight: null,
                  version: 1,
                  target: { kind: 'ISSUE', ref: 'PIS-9', title: null, dead: true },
                  delivery: { ...delivery('ok', 0, 0, 0.5, 0, null, 0), progress: null, health: 'NO_WORK' },
                }),
              ],
            },
          ),
          objective(
            'One ticket for the whole journey',
            'SM',
            '2027-12-31',
            outcome('g', 0.45, 0.4),
            delivery('ok', 0.61, 0.17, 0.6, 360, '2028-01-14'),
            signal('REALIZING'),
          ),
        ],
      ),
      theme(
        'Ready for 2030',
        'JT',
        outcome('r', 0.27, 0.4),
        delivery('risk', 0.38, 0.17, 0.49, 600),
        signal('STALLED'),
        [
          objective(
            'Drivers and planners who stay',
            'FN',
            '2027-12-31',
            outcome('r', 0.15, 0.4),
            delivery('off', 0.13, 0.23, 0.47, 180, null),
            signal('STALLED'),
          ),
          objective(
            'Decide on data, not on reports',
            'JT',
            '2027-12-31',
            outcome('u', null, null),
            delivery('risk', 0.52, 0.16, 0.6, 200, '2028-05-12'),
            signal('BLIND', 'No fresh data'),
            {
              kpis: [
                kpi('Decision forums on shared data', 'JT', 'u', null, null, 21, 80, '%', UP, {
                  outcome: outcome('u', null, null, { stale: 1 }),
                }),
              ],
            },
          ),
          objective(
            'Halve traction emissions',
            'PZ',
            '2028-12-31',
            outcome('g', 0.4, 0.4),
            delivery('ok', 0.49, 0.14, 0.4, 220, '2028-08-05'),
            signal('REALIZING'),
          ),
        ],
      ),
    ],
  };
}

/** A plan as large as the product is made for: themes of 100 objectives, each with 2 or 3 KPIs and some links. */
export function large(count, kpis = 2, links = 3) {
  const tree = norvia();
  const model = tree.themes[0].objectives[0];
  let made = 0;
  const kpisOf = (n) => {
    const wanted = Math.round(n * kpis) - made;
    return Array.from({ length: wanted }, (_, at) => ({
      ...model.kpis[at % model.kpis.length],
      key: `KPI-${++made}`,
      name: `${model.kpis[at % model.kpis.length].name} ${made}`,
    }));
  };
  tree.themes = Array.from({ length: Math.ceil(count / 100) }, (_, t) => ({
    ...tree.themes[0],
    key: `TH-${t + 1}`,
    name: `Theme ${t + 1}`,
    objectives: Array.from({ length: Math.min(100, count - t * 100) }, (_, o) => {
      const n = t * 100 + o + 1;
      return {
        ...model,
        key: `OBJ-${n}`,
        name: `Objective ${n}`,
        kpis: kpisOf(n),
        links: model.links.slice(0, links).map((each, at) => ({ ...each, id: n * 3 + at, objective: `OBJ-${n}` })),
      };
    }),
  }));
  return tree;
}
