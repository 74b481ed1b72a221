// Norvia's strategy as the requests that create it, in the form that ./demo plays once into a new data folder.
/** Four themes, ten objectives and what serves them. Each objective: [name, owner, perspective, due, work]; '+1-06-30' is in the plan's second year. */
const THEMES = [
  ['A network people rely on', 'pmo', [
    ['Trains arrive when we said', 'pmo', 'CUSTOMER', '+1-12-31',
      ['Predict and resolve conflicts in control', 'ETCS level 2 on the coastal line', 'Recovery timetables within ten minutes']],
    ['The fleet is ready when planned', 'pmo', 'PROCESS', '+1-12-31',
      ['Overhaul class 62 door systems', 'Condition-based maintenance for class 75', 'Second wheel lathe at Haven', 'Spare parts within 24 hours']],
    ['Everyone goes home safe', 'pmo', 'PROCESS', '+1-06-30',
      ['Track worker warning system', 'Near misses reported by phone', 'Close twelve unguarded crossings', 'Depot safety walkways']],
  ]],
  ['Freight that pays its way', 'pmo', [
    ['Win back intermodal volume', 'pmo', 'FINANCIAL', '+1-12-31',
      ['Online booking for intermodal slots', 'Guaranteed transit times on three lanes', 'Haven terminal gate in four minutes']],
    ['Every freight train pays', 'pmo', 'FINANCIAL', '+2-06-30', ['Price by lane and season', 'Retire loss-making bulk contracts', 'Longer trains: 740 metre tracks']],
  ]],
  ['Travel without friction', 'pmo', [
    ['Passengers know before they ask', 'pmo', 'CUSTOMER', '+1-06-30',
      ['Disruption alerts in app and on platforms', 'Rebooking advice in alerts', 'One voice on every platform']],
    ['One ticket for the whole journey', 'pmo', 'CUSTOMER', '+1-12-31', ['One ticket for bus and rail', 'Tap to pay on all gates', 'Sign in with one account']],
  ]],
  ['Ready for 2030', 'pmo', [
    ['Drivers and planners who stay', 'pmo', 'LEARNING', '+1-12-31',
      ['Shift bidding for drivers', 'Driver academy with two simulators', 'Mentors for the first year']],
    ['Decide on data, not on reports', 'pmo', 'LEARNING', '+1-12-31', ['One data platform for all divisions', 'Retire forty departmental reports']],
    ['Halve traction emissions', 'pmo', 'PROCESS', '+2-12-31', ['Driver advisory: eco-driving', { project: 'ENE' }]],
  ]],
];

/** @returns the requests, in order; {{name}} stands for what an earlier answer gave */
export function strategy({ today, DAY, epicKey }) {
  // the plan began with the year that was young five months ago: always under way, never over
  const first = new Date(today - 150 * DAY).getUTCFullYear();
  const day = (text) => `${first + Number(text.slice(1, 2))}${text.slice(2)}`;
  const api = '/rest/throughline/1.0';
  const requests = [];
  const post = (path, body, capture) =>
    requests.push({ product: 'jira', method: 'POST', path: api + path, user: 'pmo', body, expect: 201, ...(capture ? { capture } : {}) });
  post('/plans', {
    name: `Strategy ${first}–${first + 2}`, vision: 'The railway that people and freight choose first.',
    start: day('+0-01-01'), end: day('+2-12-31'), sizeMeasure: 'STORY_POINTS',
  }, { plan: '/key' });
  THEMES.forEach(([name, owner, objectives], t) => {
    post('/themes', { plan: '{{plan}}', name, owner }, { [`theme${t}`]: '/key' });
    objectives.forEach(([title, lead, perspective, due, work], o) => {
      const mark = `objective${t}_${o}`;
      post('/objectives', { theme: `{{theme${t}}}`, name: title, owner: lead, perspective, due: day(due) }, { [mark]: '/key' });
      for (const each of work) {
        const target = each.project ? { kind: 'PROJECT', ref: each.project } : { kind: 'ISSUE', ref: epicKey(each) };
        post('/links', { objective: `{{${mark}}}`, target });
      }
    });
  });
  requests.push({
    product: 'confluence', method: 'POST', path: '/rest/api/content', user: 'pmo', expect: 200,
    body: {
      type: 'page', title: 'Strategy review', space: { key: 'STRAT' },
      body: {
        storage: {
          representation: 'storage',
          value:
            '<p>Where the strategy stands today, read live from Jira.</p>' +
            '<ac:structured-macro ac:name="strategy-scorecard"><ac:parameter ac:name="plan">{{plan}}</ac:parameter>' +
            '<ac:parameter ac:name="groupBy">THEME</ac:parameter></ac:structured-macro>',
        },
      },
    },
  });
  return requests;
}
