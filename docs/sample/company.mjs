// Norvia Rail & Logistics: the fictional company that ./demo tells its story with. Nothing here is anyone's data.
// Writes two files: a Jira export (REST search shape) and the requests that create its strategy.
//   node company.mjs <folder> [today]
// Dates are relative to today, so that the story reads the same whenever it is told; the random numbers are seeded,
// so that two people see the same company.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projects, people } from './projects.mjs';
import { strategy } from './strategy.mjs';

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

/** Moves an issue along: `share` of the work of its epic is done, the next part is under way, the rest waits. */
function progress(made, place, share, created) {
  const fields = made.fields;
  if (place < share) {
    const finished = Math.min(today - DAY * random() * 3, created + DAY * (10 + random() * 40) + place * DAY * 250);
    fields.status = STATUSES.done;
    const cancelled = random() < 0.04;
    fields.resolution = cancelled ? { id: '2', name: pick(["Won't Do", 'Duplicate']) } : { id: '1', name: 'Done' };
    fields.resolutiondate = instant(finished);
    fields.updated = instant(finished);
  } else if (place < share + 0.18) {
    fields.status = random() < 0.7 ? STATUSES.doing : STATUSES.review;
    fields.updated = instant(today - DAY * random() * 20);
  }
}

for (const project of projects) {
  for (const epic of project.epics) {
    const created = today - DAY * (330 + random() * 60);
    const parent = issue(project, TYPES.epic, epic.name, created, {
      [EPIC_NAME]: epic.name,
      labels: epic.labels ?? [],
      components: [{ name: pick(project.components) }],
    });
    const size = epic.stories ?? 9 + Math.floor(random() * 6);
    for (let n = 0; n < size; n++) {
      const storyCreated = created + DAY * (5 + random() * 200);
      const type = random() < 0.15 ? TYPES.bug : random() < 0.3 ? TYPES.task : TYPES.story;
      const story = issue(project, type, `${pick(project.verbs)} ${pick(project.things)}`, storyCreated, {
        [EPIC_LINK]: parent.key,
        [STORY_POINTS]: random() < 0.08 ? null : pick([1, 2, 3, 3, 5, 5, 8]),
        labels: random() < 0.3 ? (epic.labels ?? []) : [],
        components: [{ name: pick(project.components) }],
      });
      progress(story, (n + random() * 0.5) / size, epic.done, storyCreated);
      if (random() < 0.1) {
        const sub = issue(project, TYPES.subtask, `Check ${pick(project.things)}`, storyCreated + DAY, {
          parent: { id: story.id, key: story.key },
        });
        sub.fields.status = story.fields.status;
        sub.fields.resolution = story.fields.resolution;
        sub.fields.resolutiondate = story.fields.resolutiondate;
      }
    }
    parent.fields.status = epic.done >= 1 ? STATUSES.done : epic.done > 0 ? STATUSES.doing : STATUSES.todo;
    if (epic.done >= 1) {
      parent.fields.resolution = { id: '1', name: 'Done' };
      parent.fields.resolutiondate = instant(today - DAY * 6);
      parent.fields.updated = parent.fields.resolutiondate;
    }
  }
  for (let n = 0; n < (project.loose ?? 12); n++) {
    const created = today - DAY * random() * 300;
    const loose = issue(project, pick([TYPES.bug, TYPES.task, TYPES.story]), `${pick(project.verbs)} ${pick(project.things)}`, created, {
      [STORY_POINTS]: pick([1, 2, 3, 5]),
      components: [{ name: pick(project.components) }],
    });
    progress(loose, random(), 0.55, created);
  }
}

mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'company.json'),
  JSON.stringify({
    startAt: 0,
    maxResults: issues.length,
    total: issues.length,
    names: { [EPIC_LINK]: 'Epic Link', [EPIC_NAME]: 'Epic Name', [STORY_POINTS]: 'Story Points' },
    schema: {
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
writeFileSync(join(folder, 'seed.json'), JSON.stringify(strategy({ today, DAY, epicKey }), null, 1));
console.log(`Norvia Rail & Logistics: ${projects.length} projects, ${issues.length} issues, as of ${todayText}`);
