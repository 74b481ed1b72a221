// Norvia's strategy as the requests that create it, in the form that ./demo plays once into a new data folder.
// Two plans: the company's, and that of its freight division. Each objective says how far its work should be by now
// (`expected`), how the work stands against that (`schedule`) and how each KPI does (`pace`), so that all five signals
// can be seen whenever the story is told.
import { calendar } from './calendar.mjs';

const kpi = (name, unit, baseline, target, frequency, pace, more = {}) => ({ name, unit, baseline, target, frequency, pace, ...more });
const M = 'MONTHLY', Q = 'QUARTERLY';
const PERCENT = { kind: 'PERCENT', symbol: '%' };
const EURO = { kind: 'CURRENCY', symbol: '€ m' };
const MINUTES = { kind: 'DURATION', symbol: 'min' };
const HOURS = { kind: 'DURATION', symbol: 'h' };
const count = (symbol) => ({ kind: 'COUNT', symbol });
const objective = (name, owner, perspective, expected, schedule, work, kpis, more = {}) => ({
  name, owner, perspective, expected, schedule, work, kpis, ...more,
});

const COMPANY = {
  vision: 'The railway that people and freight choose first.',
  mission: 'We move people and goods across the country safely, on time and without carbon, and we tell them where they stand.',
  themes: [
    ['A network people rely on', 'exec', [
      // DRIFT: the work lands, the trains do not run better
      objective('Trains arrive when we said', 'pmo', 'CUSTOMER', 0.62, 1.08,
        ['Predict and resolve conflicts in control', 'ETCS level 2 on the coastal line', 'Recovery timetables within ten minutes'],
        [kpi('Arrivals within five minutes', PERCENT, 84, 93, M, 0.55, { critical: true, weight: 2, fading: true, owner: 'pmo', attest: true }),
          kpi('Delay minutes per 1,000 train km', MINUTES, 8.1, 5.5, M, 0.62, { fading: true }),
          kpi('Cancelled trains', PERCENT, 3.2, 1.5, M, 0.74, { fading: true, leading: true }),
          // computed: a train that never ran was not on time either
          kpi('Arrivals in time, cancellations counted', PERCENT, 81.3, 91.6, M, 0, {
            weight: 0.5, formula: (key) => `${key('Arrivals within five minutes')} * (1 - ${key('Cancelled trains')} / 100)`,
          })]),
      objective('The fleet is ready when planned', 'dev', 'PROCESS', 0.6, 1.12,
        ['Overhaul class 62 door systems', 'Condition-based maintenance for class 75', 'Second wheel lathe at Haven', 'Spare parts within 24 hours'],
        [kpi('Trains available at 5 a.m.', PERCENT, 88, 95, M, 1.04, { owner: 'dev', attest: true }),
          kpi('Distance between failures', count('1,000 km'), 21, 34, Q, 1.1),
          kpi('Days a train waits for parts', count('days'), 6.5, 2, M, 0.96)]),
      // STALLED: neither the work nor the outcome moves
      objective('Everyone goes home safe', 'pmo', 'PROCESS', 0.66, 0.5,
        ['Track worker warning system', 'Near misses reported by phone', 'Close twelve unguarded crossings', 'Depot safety walkways'],
        [kpi('Injuries per million hours', { kind: 'RATIO', symbol: '' }, 4.2, 2, M, 0.4, { critical: true, weight: 2, fading: true, owner: 'pmo', attest: true, forgotten: 2 }),
          kpi('Near misses reported', count('a month'), 40, 160, M, 0.6, { leading: true, fading: true }),
          kpi('Unguarded crossings', count('crossings'), 31, 12, Q, 0.5, { fading: true })]),
    ]],
    ['Freight that pays its way', 'exec', [
      // UNEXPLAINED: volume grows, but not because of this work
      objective('Win back intermodal volume', 'exec', 'FINANCIAL', 0.58, 0.55,
        ['Online booking for intermodal slots', 'Guaranteed transit times on three lanes', 'Haven terminal gate in four minutes'],
        [kpi('Intermodal revenue', EURO, 118, 165, Q, 1.15, { weight: 2 }),
          kpi('Containers moved', count('1,000 TEU'), 46, 66, M, 1.08, { owner: 'exec', attest: true, forgotten: 1 }),
          kpi('Shippers who booked twice', PERCENT, 38, 55, M, 0.98, { leading: true })]),
      objective('Every freight train pays', 'pmo', 'FINANCIAL', 0.55, 1.06,
        ['Price by lane and season', 'Retire loss-making bulk contracts', 'Longer trains: 740 metre tracks'],
        [kpi('Contribution per train km', { kind: 'CURRENCY', symbol: '€' }, 1.8, 3.4, M, 1.01, { weight: 2 }),
          kpi('Trains below cost', PERCENT, 22, 8, M, 0.94),
          kpi('Average train length', count('m'), 520, 640, Q, 1.05, { leading: true })]),
    ]],
    ['Travel without friction', 'dev', [
      objective('Passengers know before they ask', 'dev', 'CUSTOMER', 0.7, 1.15,
        ['Disruption alerts in app and on platforms', 'Rebooking advice in alerts', 'One voice on every platform'],
        [kpi('Passengers told within two minutes', PERCENT, 41, 90, M, 1.07, { weight: 2 }),
          kpi('Satisfaction with information', PERCENT, 58, 75, Q, 0.97),
          kpi('Calls per disruption', count('calls'), 2600, 900, M, 1.1),
          // counted in Jira
          kpi('Open bugs', count('bugs'), 160, 60, M, 0, { weight: 0.25, jql: 'issuetype = Bug AND statusCategory != Done' })]),
      objective('One ticket for the whole journey', 'pmo', 'CUSTOMER', 0.6, 0.98,
        ['One ticket for bus and rail', 'Tap to pay on all gates', 'Sign in with one account'],
        [kpi('Journeys on one ticket', PERCENT, 6, 35, M, 0.5, { critical: true, weight: 2, fading: true }),
          kpi('Ticket sales in the app', PERCENT, 44, 70, M, 0.85, { leading: true, fading: true }),
          kpi('Refunds settled in a day', PERCENT, 20, 80, M, 0.92)]),
    ]],
    ['Ready for 2030', 'exec', [
      objective('Drivers and planners who stay', 'exec', 'LEARNING', 0.6, 0.3,
        ['Shift bidding for drivers', 'Driver academy with two simulators', 'Mentors for the first year'],
        [kpi('Drivers who leave in a year', PERCENT, 11.5, 6, M, 0.3, { critical: true, fading: true }),
          kpi('Vacant driver posts', count('posts'), 140, 40, M, 0.45, { fading: true }),
          kpi('Would recommend us as employer', { kind: 'COUNT', symbol: 'points' }, 12, 35, Q, 0.7, { fading: true })]),
      // BLIND: nobody has measured for half a year
      objective('Decide on data, not on reports', 'admin', 'LEARNING', 0.6, 0.95,
        ['One data platform for all divisions', 'Retire forty departmental reports'],
        [kpi('Decisions with a named data source', PERCENT, 30, 80, M, 0.9, { stale: 6 }),
          kpi('Departmental reports still made', count('reports'), 140, 60, Q, 0.8, { stale: 3 })]),
      objective('Halve traction emissions', 'pmo', 'PROCESS', 0.56, 1.02,
        ['Driver advisory: eco-driving', { project: 'ENE' }],
        [kpi('Grams of CO₂ per passenger km', count('g'), 34, 17, M, 0.8, { weight: 2, rising: true }),
          kpi('Energy returned by braking', PERCENT, 9, 18, M, 1.03),
          kpi('Green power', PERCENT, 62, 100, Q, 1.02, { owner: 'exec', attest: true })]),
    ]],
  ],
};

const FREIGHT = {
  vision: 'The shortest way from factory to port is ours.',
  mission: 'We offer shippers a train that leaves when it should, a price that they can plan with and a terminal without a queue.',
  themes: [
    ['Trains that leave full', 'pmo', [
      objective('Sell the slots we run', 'pmo', 'FINANCIAL', 0.55, 1.05, ['Price by lane and season', { jql: 'project = FRT AND labels = booking' }],
        [kpi('Slots sold two weeks ahead', PERCENT, 48, 75, M, 1.03, { leading: true }), kpi('Revenue per slot', { kind: 'CURRENCY', symbol: '€' }, 610, 720, M, 0.95)]),
      objective('A terminal without a queue', null, 'PROCESS', 0.58, 0.6, [{ project: 'YRD' }],
        [kpi('Truck turn time', MINUTES, 52, 25, M, 0.55, { fading: true }), kpi('Crane moves an hour', count('moves'), 22, 30, M, 0.6, { fading: true })]),
    ]],
    ['Shippers who come back', 'exec', [
      // no KPI: BLIND, and listed as unmeasured
      objective('Answer every claim in three days', 'pmo', 'CUSTOMER', 0.6, 0.9, ['Guaranteed transit times on three lanes'], []),
      // no work: the KPI moves by itself
      objective('Keep our ten largest shippers', 'exec', 'CUSTOMER', 0.6, 1, [],
        [kpi('Of the ten largest, still here', count('shippers'), 7, 10, Q, 1), kpi('Hours until an offer', HOURS, 40, 8, M, 1.02)]),
    ]],
  ],
};

/** What the freight division's objectives add to those of the company. */
const CONTRIBUTIONS = [
  ['Sell the slots we run', 'Every freight train pays'],
  ['Keep our ten largest shippers', 'Win back intermodal volume'],
];

/** Why the company believes that one thing leads to another: the arrows of its strategy map. */
const CAUSES = [
  ['Decide on data, not on reports', 'The fleet is ready when planned'],
  ['Drivers and planners who stay', 'Everyone goes home safe'],
  ['Drivers and planners who stay', 'Trains arrive when we said'],
  ['The fleet is ready when planned', 'Trains arrive when we said'],
  ['Decide on data, not on reports', 'Passengers know before they ask'],
  ['Passengers know before they ask', 'One ticket for the whole journey'],
  ['Trains arrive when we said', 'Win back intermodal volume'],
  ['Win back intermodal volume', 'Every freight train pays'],
  ['Halve traction emissions', 'Every freight train pays'],
];

/** How much of each linked epic's work is done, by the epic's name; a project stands for all its epics. */
export function shares(projects) {
  const done = {};
  for (const plan of [FREIGHT, COMPANY]) {
    for (const [, , objectives] of plan.themes) {
      for (const each of objectives) {
        const epics = each.work.flatMap((work) =>
          typeof work === 'string' ? [work] : (projects.find((p) => p.key === work.project)?.epics.map((e) => e.name) ?? []),
        );
        epics.forEach((name, at) => {
          const spread = epics.length < 2 ? 0 : 0.1 * (0.5 - at / (epics.length - 1));
          done[name] = Math.max(0, Math.min(0.97, each.expected * each.schedule + spread));
        });
      }
    }
  }
  return done;
}

/** @returns the requests, in order; {{name}} stands for what an earlier answer gave */
export function strategy({ today, epicKey }) {
  const { planStart, planEnd, dayAt, ends, iso } = calendar(today);
  const first = planStart.getUTCFullYear();
  const api = '/rest/throughline/1.0';
  const requests = [];
  const send = (user, path, body, capture) =>
    requests.push({ product: 'jira', method: 'POST', path: api + path, user, body, expect: 201, ...(capture ? { capture } : {}) });
  const post = (path, body, capture) => send('pmo', path, body, capture);

  const source = (each, mark) => {
    if (each.formula) return { source: { kind: 'FORMULA', formula: each.formula((name) => `{{${kpiMark(mark, name)}}}`) } };
    return each.jql ? { source: { kind: 'JQL', jql: each.jql } } : {};
  };
  const kpiMark = (mark, name) => `${mark}_${name.replace(/\W+/g, '')}`;
  const addKpi = (each, mark, due) => {
    const key = kpiMark(mark, each.name);
    const owner = each.owner;
    post('/kpis', {
      objective: `{{${mark}}}`, name: each.name, unit: each.unit, direction: each.target > each.baseline ? 'INCREASE' : 'DECREASE',
      baseline: { value: each.baseline, date: iso(planStart) }, target: { value: each.target, date: due }, frequency: each.frequency,
      weight: each.weight ?? 1, critical: each.critical ?? false, indicator: each.leading ? 'LEADING' : 'LAGGING',
      attestation: each.attest ? 'OWNER' : 'NONE', ...(owner ? { owner } : {}), ...source(each, mark),
    }, { [key]: '/key' });
    if (each.formula || each.jql) return;
    const periods = ends(each.frequency).slice(0, each.stale ? -each.stale : undefined).slice(-12);
    periods.forEach((period, at) => {
      const left = periods.length - 1 - at;
      // fading: it looked better once; rising: it looked worse
      const drift = each.fading ? 0.035 * left : each.rising ? -0.05 * left : 0;
      const wobble = left === 0 ? 0 : 0.05 * Math.sin(at * 2.4 + each.name.length);
      const line = (period - planStart) / (Date.parse(`${due}T00:00:00Z`) - planStart);
      const raw = each.baseline + (each.target - each.baseline) * line * Math.max(0.05, each.pace + drift + wobble);
      const value = Number(raw.toPrecision(Math.abs(raw) >= 1000 ? 4 : 3));
      post(`/kpis/{{${key}}}/actuals`, { period: iso(period), value });
      if (each.attest && left >= (each.forgotten ?? 0)) {
        send(owner, `/kpis/{{${key}}}/actuals/${iso(period)}/attestation`, { statement: 'Checked against the source system.' });
      }
    });
  };

  const marks = {};
  const addPlan = (plan, prefix, body) => {
    post('/plans', body, { [prefix]: '/key' });
    plan.themes.forEach(([name, owner, objectives], t) => {
      post('/themes', { plan: `{{${prefix}}}`, name, owner }, { [`${prefix}_t${t}`]: '/key' });
      objectives.forEach((each, o) => {
        const mark = `${prefix}_o${t}_${o}`;
        marks[each.name] = `{{${mark}}}`;
        const due = dayAt(each.expected);
        post('/objectives', { theme: `{{${prefix}_t${t}}}`, name: each.name, owner: each.owner, perspective: each.perspective, due }, { [mark]: '/key' });
        for (const work of each.work) {
          const target = work.project ? { kind: 'PROJECT', ref: work.project } : work.jql ? { kind: 'JQL', ref: work.jql } : { kind: 'ISSUE', ref: epicKey(work) };
          post('/links', { objective: `{{${mark}}}`, target });
        }
        each.kpis.forEach((measure) => addKpi(measure, mark, due));
      });
    });
  };
  const period = { start: iso(planStart), end: iso(planEnd), sizeMeasure: 'STORY_POINTS' };
  addPlan(COMPANY, 'plan', { name: `Strategy ${first}–${first + 2}`, vision: COMPANY.vision, mission: COMPANY.mission, ...period });
  addPlan(FREIGHT, 'freight', {
    name: `Freight division ${first}–${first + 2}`, vision: FREIGHT.vision, mission: FREIGHT.mission, ...period, parent: '{{plan}}',
  });

  for (const [from, to] of CONTRIBUTIONS) post('/contributions', { from: marks[from], to: marks[to], weight: 1 });
  for (const [cause, effect] of CAUSES) post('/causes', { cause: marks[cause], effect: marks[effect] });

  // a measure that nobody gave a home
  post('/kpis', {
    objective: null, name: 'Mentions in the press', direction: 'INCREASE', frequency: 'QUARTERLY',
    baseline: { value: 40, date: iso(planStart) }, target: { value: 90, date: iso(planEnd) },
  });

  const macro = (name, parameters) =>
    `<ac:structured-macro ac:name="${name}">${Object.entries(parameters)
      .map(([key, value]) => `<ac:parameter ac:name="${key}">${value}</ac:parameter>`)
      .join('')}</ac:structured-macro>`;
  const page = (title, value) =>
    requests.push({
      product: 'confluence', method: 'POST', path: '/rest/api/content', user: 'pmo', expect: 200,
      body: { type: 'page', title, space: { key: 'STRAT' }, body: { storage: { representation: 'storage', value } } },
    });
  page('Strategy review', `<p>Where the strategy stands today, read live from Jira.</p>${macro('strategy-scorecard', { plan: '{{plan}}', groupBy: 'THEME' })}`);
  page('Freight division', `<p>The freight division's own plan.</p>${macro('strategy-scorecard', { plan: '{{freight}}', groupBy: 'PERSPECTIVE' })}`);
  return requests;
}
