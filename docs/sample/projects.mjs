// Norvia's people and projects. `done` is the share of an epic's work that is finished; `loose` is work without an epic.
export const people = [
  ['ingrid.halvorsen', 'Ingrid Halvorsen'], ['henrik.dahl', 'Henrik Dahl'], ['mei.lin', 'Mei Lin'],
  ['nora.kessler', 'Nora Kessler'], ['tomasz.wrona', 'Tomasz Wrona'], ['ruben.costa', 'Rúben Costa'],
  ['amara.osei', 'Amara Osei'], ['sofia.marin', 'Sofia Marín'], ['jonas.thiel', 'Jonas Thiel'],
  ['farah.nasser', 'Farah Nasser'], ['piotr.zielinski', 'Piotr Zieliński'], ['lena.brandt', 'Lena Brandt'],
].map(([name, displayName]) => ({ name, displayName }));

/** Programmes above the epics of a project. */
const INITIATIVES = { OPS: 'The control room of 2030', SIG: 'Digital signalling', TKT: 'One ticket', HR: 'Two hundred new drivers' };

const project = (id, key, name, components, verbs, things, epics, loose) => ({
  id: String(id), key, name, components, verbs, things, loose, initiative: INITIATIVES[key],
  epics: epics.map(([title, done, labels = [], stories]) => ({ name: title, done, labels, stories })),
});

const BUILD = ['Show', 'Design', 'Build', 'Trial', 'Roll out', 'Connect', 'Measure', 'Document', 'Test', 'Simplify'];
const FIELD = ['Survey', 'Order', 'Install', 'Commission', 'Replace', 'Inspect', 'Plan', 'Approve', 'Test', 'Hand over'];
const PEOPLE = ['Write', 'Agree', 'Pilot', 'Review', 'Offer', 'Publish', 'Run', 'Evaluate'];

export const projects = [
  project(10100, 'OPS', 'Network Operations', ['Control room', 'Timetable', 'Winter'], BUILD,
    ['the conflict list on the control desk', 'advised speed before each gradient', 'the recovery timetable', 'platform changes',
      'the delay attribution form', 'the winter shift plan', 'crew positions on the map', 'the freight path request', 'dwell times per station'],
    [['Predict and resolve conflicts in control', 0.76, ['control-room']], ['Driver advisory: eco-driving', 0.5, ['energy']],
      ['Recovery timetables within ten minutes', 0.6, ['control-room']], ['Winter readiness dashboards', 0.05, ['winter']],
      ['One incident log for all control rooms', 0.35, ['control-room']]], 16),
  project(10101, 'SIG', 'Signalling & Control', ['ETCS', 'Interlocking', 'Level crossings'], FIELD,
    ['balises on section 4', 'the radio block centre', 'the interlocking at Fjordby', 'axle counters at Haven', 'the level crossing at Mile 31',
      'cable routes along the coast', 'the fallback signalling plan', 'driver displays on class 62'],
    [['ETCS level 2 on the coastal line', 0.57, ['etcs'], 18], ['Renew interlockings in the north', 0.4],
      ['Close twelve unguarded crossings', 0.25, ['safety']], ['Remote condition monitoring of points', 0.65]], 10),
  project(10102, 'FLT', 'Fleet & Depots', ['Class 62', 'Class 75', 'Depots'], FIELD,
    ['door mechanisms on class 62', 'bogie overhaul slots', 'the wheel lathe at Haven depot', 'spare compressors', 'night shift staffing',
      'the battery test bench', 'brake disc stock', 'the cleaning road'],
    [['Overhaul class 62 door systems', 0.72], ['Condition-based maintenance for class 75', 0.6], ['Second wheel lathe at Haven', 0.8],
      ['Spare parts within 24 hours', 0.55], ['Depot safety walkways', 0.3, ['safety']]], 14),
  project(10103, 'SAF', 'Safety & Compliance', ['Track work', 'Licences', 'Training'], PEOPLE,
    ['the lone-worker rule', 'possession briefings', 'the near-miss form', 'safety certificate evidence', 'contractor audits', 'fatigue limits'],
    [['Track worker warning system', 0.28, ['safety'], 14], ['Near misses reported by phone', 0.45, ['safety']],
      ['Yearly renewal of the safety certificate', 0.5, ['compliance']], ['Contractor safety passports', 0.2, ['safety']]], 12),
  project(10104, 'FRT', 'Freight Sales', ['Intermodal', 'Bulk', 'Pricing'], BUILD,
    ['slot offers for shippers', 'the price list per lane', 'booking confirmation', 'customer tracking', 'the claims form', 'capacity two weeks ahead'],
    [['Online booking for intermodal slots', 0.35, ['booking']], ['Guaranteed transit times on three lanes', 0.3], ['Price by lane and season', 0.6],
      ['Retire loss-making bulk contracts', 0.7]], 10),
  project(10105, 'YRD', 'Yards & Terminals', ['Haven terminal', 'Cranes', 'Gate'], FIELD,
    ['crane 3', 'the gate cameras', 'the reach stacker lease', 'track 14', 'the reefer plugs', 'the truck pre-announcement'],
    [['Haven terminal gate in four minutes', 0.4], ['Longer trains: 740 metre tracks', 0.45], ['Shunting by remote control', 0.55]], 12),
  project(10106, 'PIS', 'Passenger Information', ['App', 'Platforms', 'Announcements'], BUILD,
    ['alerts for a cancelled train', 'the platform display', 'rebooking advice', 'disruption maps', 'spoken announcements', 'push messages at night'],
    [['Disruption alerts in app and on platforms', 0.9, ['alerts'], 16], ['Rebooking advice in alerts', 0.66, ['alerts']],
      ['One voice on every platform', 0.85], ['Crowding shown per carriage', 0.2]], 10),
  project(10107, 'TKT', 'Ticketing', ['Fares', 'Devices', 'Settlement'], BUILD,
    ['the gate reader', 'day passes', 'the refund form', 'bus and rail fares', 'settlement with partners', 'the season ticket renewal'],
    [['One ticket for bus and rail', 0.62, ['one-ticket'], 15], ['Tap to pay on all gates', 0.7, ['one-ticket']],
      ['Refunds without a form', 0.5], ['Replace vending machines in the south', 0.4]], 12),
  project(10108, 'WEB', 'Web & App', ['App', 'Website', 'Accounts'], BUILD,
    ['the home screen', 'the journey search', 'the login page', 'the press pages', 'the station pages', 'the newsletter form'],
    [['New press site', 0.5], ['Redesign of the station pages', 0.3], ['Sign in with one account', 0.75, ['one-ticket']]], 26),
  project(10109, 'HR', 'People', ['Drivers', 'Planning', 'Schools'], PEOPLE,
    ['shift bidding', 'the mentor programme', 'the school visits', 'the exit interview', 'the pension letter', 'the simulator weeks'],
    [['Shift bidding for drivers', 0.08, ['drivers']], ['Driver academy with two simulators', 0.2, ['drivers'], 12],
      ['Mentors for the first year', 0.12, ['drivers']], ['Time registration migration', 0.6]], 14),
  project(10110, 'DAT', 'Data Platform', ['Pipelines', 'Catalogue', 'Reports'], BUILD,
    ['the timetable feed', 'the data catalogue', 'the board report', 'sensor pipelines', 'the access rules', 'report definitions'],
    [['One data platform for all divisions', 0.55], ['Retire forty departmental reports', 0.45], ['Move the warehouse to a new release', 0.6]], 18),
  project(10111, 'ENE', 'Energy & Sustainability', ['Traction', 'Stations', 'Reporting'], FIELD,
    ['the feeder at Mile 12', 'regenerative braking settings', 'station lights', 'the heat pump at Fjordby', 'the energy meters on class 75'],
    [['Regenerative braking on class 75', 0.58, ['energy']], ['Green power contract until 2035', 1, ['energy'], 8],
      ['Meter every traction unit', 0.48, ['energy']], ['Station lights on demand', 0.35]], 8),
];
