// Norvia Rail & Logistics: the fictional company that ./demo tells its story with. Nothing here is anyone's data.
// Writes two files: a Jira export (REST search shape) and the requests that create its strategy.
//   node company.mjs <folder> [today]
// Dates are relative to today, so that the story reads the same whenever it is told; the random numbers are seeded,
// so that two people see the same company.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projects, people } from './projects.mjs';
import { shares, strategy } from './strategy.mjs';

const [folder = '.', todayText = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
const DAY = 86_400_000;
const today = Date.parse(`${todayText}T08:00:00Z`);

let state = 20260101;
/** mulberry32: small, seeded, good enough for a story. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(random() * list.length)];
const instant = (ms) => new Date(ms).toISOString().replace('Z', '+0000');

const STATUSES = {
  todo: { id: '1', name: 'To Do', statusCategory: { id: 2, key: 'new', name: 'To Do' } },
  doing: { id: '3', name: 'In Progress', statusCategory: { id: 4, key: 'indeterminate', name: 'In Progress' } },
  review: { id: '4', name: 'In Review', statusCategory: { id: 4, key: 'indeterminate', name: 'In Progress' } },
  done: { id: '6', name: 'Done', statusCategory: { id: 3, key: 'done', name: 'Done' } },
};
const TYPES = {
  epic: { id: '10000', name: 'Epic', subtask: false },
  story: { id: '10001', name: 'Story', subtask: false },
  task: { id: '10002', name: 'Task', subtask: false },
  bug: { id: '10003', name: 'Bug', subtask: false },
  subtask: { id: '10004', name: 'Sub-task', subtask: true },
};
const INITIATIVE = { id: '10005', name: 'Initiative', subtask: false };
const PARENT_LINK = 'customfield_10018';
const EPIC_LINK = 'customfield_10008';
const EPIC_NAME = 'customfield_10009';
const STORY_POINTS = 'customfield_10016';

const issues = [];
let nextId = 20000;
const numbers = {};

function issue(project, type, summary, created, extra) {
  numbers[project.key] = (numbers[project.key] ?? 0) + 1;
  const reporter = pick(people);
  const assignee = pick(people);
  const made = {
    id: String(nextId++),
    key: `${project.key}-${numbers[project.key]}`,
    fields: {
      project: { id: project.id, key: project.key, name: project.name },
      issuetype: type,
      summary,
      priority: { id: '3', name: 'Medium' },
      labels: [],
      components: [],
      reporter: { name: reporter.name, key: reporter.name, displayName: reporter.displayName, active: true },
      assignee: { name: assignee.name, key: assignee.name, displayName: assignee.displayName, active: true },
      created: instant(created),
      updated: instant(created),
      resolution: null,
      resolutiondate: null,
      status: STATUSES.todo,
      ...extra,
    },
  };
  issues.push(made);
  return made;
}

/** One dated step of an issue's life, as Jira's change history has it. */
function step(made, at, from, to) {
  const status = (each) => ({ id: each.id, name: each.name });
  made.changelog ??= { histories: [] };
  made.changelog.histories.push({
    id: String(made.changelog.histories.length + 1),
    author: made.fields.assignee,
    created: instant(at),
    items: [
      {
        field: 'status', fieldtype: 'jira',
        from: status(from).id, fromString: from.name, to: status(to).id, toString: to.name,
      },
    ],
  });
}

/** Gives an issue its life: done in its turn, or under way, or waiting. `begun` is when its epic was opened. */
function live(made, place, share, begun) {
  const fields = made.fields;
  const stage = place < share ? 'done' : place < share + 0.16 ? 'doing' : 'todo';
  if (stage === 'done') {
    // finished one after the other from the epic's second month until yesterday
    const at = begun + 40 * DAY + (today - DAY - begun - 40 * DAY) * Math.min(1, place / share + 0.06 * random());
    const taken = Math.min(at - begun, DAY * (4 + random() * 18));
    const cancelled = random() < 0.04;
    fields.created = instant(Math.max(begun, at - taken - DAY * (2 + random() * 25)));
    fields.status = STATUSES.done;
    fields.resolution = cancelled ? { id: '2', name: pick(["Won't Do", 'Duplicate']) } : { id: '1', name: 'Done' };
    fields.resolutiondate = instant(at);
    fields.updated = fields.resolutiondate;
    if (!cancelled) {
      step(made, at - taken, STATUSES.todo, STATUSES.doing);
      step(made, at - taken / 4, STATUSES.doing, STATUSES.review);
    }
    step(made, at, cancelled ? STATUSES.todo : STATUSES.review, STATUSES.done);
  } else if (stage === 'doing') {
    const at = today - DAY * (1 + random() * 18);
    fields.created = instant(at - DAY * (3 + random() * 40));
    fields.status = random() < 0.7 ? STATUSES.doing : STATUSES.review;
    fields.updated = instant(at);
    step(made, at - DAY * random(), STATUSES.todo, STATUSES.doing);
    if (fields.status === STATUSES.review) step(made, at, STATUSES.doing, STATUSES.review);
  } else {
    fields.created = instant(begun + (today - begun) * (0.1 + 0.85 * random()));
    fields.updated = fields.created;
  }
}

const done = shares(projects);
for (const project of projects) {
  const initiative = project.initiative
    ? issue(project, INITIATIVE, project.initiative, today - 390 * DAY, { status: STATUSES.doing, labels: ['programme'] })
    : null;
  for (const epic of project.epics) {
    const begun = today - DAY * (330 + random() * 60);
    const share = done[epic.name] ?? epic.done;
    const parent = issue(project, TYPES.epic, epic.name, begun, {
      [EPIC_NAME]: epic.name,
      ...(initiative ? { [PARENT_LINK]: initiative.key } : {}),
      labels: epic.labels ?? [],
      components: [{ name: pick(project.components) }],
    });
    const size = Math.round((epic.stories ?? 9 + Math.floor(random() * 6)) * 2);
    for (let n = 0; n < size; n++) {
      const type = random() < 0.15 ? TYPES.bug : random() < 0.3 ? TYPES.task : TYPES.story;
      const story = issue(project, type, `${pick(project.verbs)} ${pick(project.things)}`, begun, {
        [EPIC_LINK]: parent.key,
        [STORY_POINTS]: random() < 0.06 ? null : pick([1, 2, 3, 3, 5, 5, 8]),
        labels: random() < 0.3 ? (epic.labels ?? []) : [],
        components: [{ name: pick(project.components) }],
      });
      live(story, (n + random() * 0.5) / size, share, begun);
      if (random() < 0.1) {
        const sub = issue(project, TYPES.subtask, `Check ${pick(project.things)}`, Date.parse(story.fields.created), {
          parent: { id: story.id, key: story.key },
        });
        for (const name of ['status', 'resolution', 'resolutiondate', 'updated']) sub.fields[name] = story.fields[name];
      }
    }
    parent.fields.status = share >= 1 ? STATUSES.done : share > 0 ? STATUSES.doing : STATUSES.todo;
    if (share > 0) step(parent, begun + 20 * DAY, STATUSES.todo, STATUSES.doing);
    if (share >= 1) {
      parent.fields.resolution = { id: '1', name: 'Done' };
      parent.fields.resolutiondate = instant(today - DAY * 6);
      parent.fields.updated = parent.fields.resolutiondate;
      step(parent, today - DAY * 6, STATUSES.doing, STATUSES.done);
    }
  }
  for (let n = 0; n < (project.loose ?? 12); n++) {
    const begun = today - DAY * (60 + random() * 300);
    const type = pick([TYPES.bug, TYPES.task, TYPES.story]);
    const loose = issue(project, type, `${pick(project.verbs)} ${pick(project.things)}`, begun, {
      [STORY_POINTS]: pick([1, 2, 3, 5]),
      components: [{ name: pick(project.components) }],
    });
    live(loose, random(), 0.55, begun);
  }
}

// What was finished without an epic in the year before: history, and nothing that anybody still has to do. It comes last, so that
// the keys above stay what the guides say; projects that an objective counts as a whole are left alone.
for (const project of projects.filter((each) => !['ENE', 'YRD'].includes(each.key))) {
  for (let n = 0; n < 6; n++) {
    const begun = today - DAY * (200 + random() * 190);
    const small = issue(project, pick([TYPES.bug, TYPES.task]), `${pick(project.verbs)} ${pick(project.things)}`, begun, {
      [STORY_POINTS]: pick([1, 2, 3]),
      components: [{ name: pick(project.components) }],
    });
    live(small, 0.3 + 0.4 * random(), 1, begun);
  }
}

// A little of the open work is that of the people who can log in, so that their dashboards have something to show.
const LOGINS = { 7: ['dev', 'Dana Everett'], 61: ['pmo', 'Pat Moore'], 89: ['admin', 'Alex Admin'] };
issues
  .filter((each) => each.fields.resolution === null && each.fields.issuetype !== TYPES.epic)
  .forEach((each, at) => {
    const login = LOGINS[Object.keys(LOGINS).find((step) => at % step === 3)];
    if (login) each.fields.assignee = { name: login[0], key: login[0], displayName: login[1], active: true };
  });

mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'company.json'),
  JSON.stringify({
    startAt: 0,
    maxResults: issues.length,
    total: issues.length,
    names: { [PARENT_LINK]: 'Parent Link', [EPIC_LINK]: 'Epic Link', [EPIC_NAME]: 'Epic Name', [STORY_POINTS]: 'Story Points' },
    schema: {
      [PARENT_LINK]: { type: 'any', custom: 'com.atlassian.jpo:jpo-custom-field-parent' },
      [EPIC_LINK]: { type: 'any', custom: 'com.pyxis.greenhopper.jira:gh-epic-link' },
      [EPIC_NAME]: { type: 'string', custom: 'com.pyxis.greenhopper.jira:gh-epic-label' },
      [STORY_POINTS]: { type: 'number', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' },
    },
    issues,
  }),
);
const epicKey = (name) => {
  const found = issues.find((each) => each.fields.summary === name);
  if (!found) throw new Error(`no epic called ${name}`);
  return found.key;
};
writeFileSync(join(folder, 'seed.json'), JSON.stringify(strategy({ today, epicKey }), null, 1));
console.log(`Norvia Rail & Logistics: ${projects.length} projects, ${issues.length} issues, as of ${todayText}`);
