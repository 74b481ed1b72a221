import { get, move, Problem, post, put, remove } from '../shared/api';
import type { LinkNode, ObjectiveNode, Target, ThemeNode } from '../shared/shapes';
import type { ObjectiveRow, ThemeRow } from './rows';

/** What is being written and the calls that save it. */

export type Field = 'name' | 'owner' | 'due';
export type Fields = Record<Field, string>;

/** A theme or objective whose row is open for writing. */
export interface EditDraft {
  kind: 'edit';
  what: 'theme' | 'objective';
  id: string;
  /** the version that the person saw */
  version: number;
  /** as it was seen, to know what was changed */
  seen: Fields;
  fields: Fields;
  focus: Field;
  /** set when somebody else saved first: what is there now */
  theirs?: { version: number; fields: Fields };
}

/** Something that is not there yet. Its token makes a repeated save create it once; it is new with every change. */
export interface NewDraft {
  kind: 'new';
  what: 'theme' | 'objective' | 'link';
  /** key of what it goes under; the plan's for a theme */
  parent: string;
  fields: Fields;
  focus: Field;
  token: string;
}

export type Draft = EditDraft | NewDraft;

const PATHS = { theme: '/themes', objective: '/objectives' } as const;

export function fieldsOf(node: ThemeNode | ObjectiveNode): Fields {
  return { name: node.name, owner: node.owner ?? '', due: 'due' in node ? (node.due ?? '') : '' };
}

export function editOf(row: ThemeRow | ObjectiveRow, focus: Field): EditDraft {
  const seen = fieldsOf(row.node);
  return { kind: 'edit', what: row.kind, id: row.id, version: row.node.version, seen, fields: seen, focus };
}

/** Somebody else saved first. */
export class Conflict extends Error {
  constructor(readonly theirs: { version: number; fields: Fields }) {
    super('changed meanwhile');
  }
}

/**
 * Saves what was changed and leaves all else as it is on the server.
 *
 * @throws Conflict if the node is no longer as the person saw it
 * @throws Problem if the server refuses
 */
export async function saveEdit(draft: EditDraft): Promise<void> {
  const path = `${PATHS[draft.what]}/${encodeURIComponent(draft.id)}`;
  // the tree shows a part of the object; replacing needs all of it
  const now = await get<(ThemeNode | ObjectiveNode) & Record<string, unknown>>(path);
  if (now.version !== draft.version) throw new Conflict({ version: now.version, fields: fieldsOf(now) });
  try {
    await put(path, { ...now, ...changes(draft) }, draft.version);
  } catch (failed) {
    if (!(failed instanceof Problem) || failed.status !== 412) throw failed;
    const newer = await get<ThemeNode | ObjectiveNode>(path);
    throw new Conflict({ version: newer.version, fields: fieldsOf(newer) });
  }
}

/** Only what differs from what was seen; an emptied owner or due date is none. */
export function changes(draft: EditDraft): Record<string, string | null> {
  const changed: Record<string, string | null> = {};
  const { fields, seen } = draft;
  if (fields.name.trim() !== seen.name) changed['name'] = fields.name.trim();
  if (fields.owner.trim() !== seen.owner) changed['owner'] = fields.owner.trim() || null;
  if (draft.what === 'objective' && fields.due !== seen.due) changed['due'] = fields.due || null;
  return changed;
}

/** Creates it and answers the id of its row. */
export async function saveNew(draft: NewDraft): Promise<string> {
  const { what, parent, fields } = draft;
  if (what === 'link') return saveLinks(draft);
  const common = { name: fields.name.trim(), ...(fields.owner.trim() ? { owner: fields.owner.trim() } : {}) };
  if (what === 'theme') {
    return (await post<ThemeNode>('/themes', { plan: parent, ...common }, draft.token)).key;
  }
  const above = parent.startsWith('OBJ-') ? { parent } : { theme: parent };
  const due = fields.due ? { due: fields.due } : {};
  return (await post<ObjectiveNode>('/objectives', { ...above, ...common, ...due }, draft.token)).key;
}

/** Some of several things are linked; these words are what remains to be. */
export class Unfinished extends Error {
  constructor(
    readonly rest: string,
    readonly problem: unknown,
  ) {
    super('partly linked');
  }
}

/** One link for each thing named. What was linked stays linked when a later one fails. */
async function saveLinks(draft: NewDraft): Promise<string> {
  const targets = targetsOf(draft.fields.name);
  let id = '';
  for (const [at, target] of targets.entries()) {
    try {
      const body = { objective: draft.parent, target };
      id = `link:${(await post<LinkNode>('/links', body, `${draft.token}.${at}`)).id}`;
    } catch (failed) {
      if (at === 0) throw failed;
      throw new Unfinished(
        targets
          .slice(at)
          .map((left) => left.ref)
          .join(' '),
        failed,
      );
    }
  }
  return id;
}

const ISSUE = /^[A-Za-z][A-Za-z0-9_]*-[0-9]+$/;
const PROJECT = /^[A-Za-z][A-Za-z0-9_]+$/;

/**
 * What a person means: issue or project keys, also several and also as addresses of issue pages; anything else is a
 * query.
 */
export function targetsOf(text: string): { kind: Target['kind']; ref: string }[] {
  const parts = text
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((part) => /\/browse\/([^/?#]+)/.exec(part)?.[1] ?? part);
  const kinds = parts.map((part) => (ISSUE.test(part) ? 'ISSUE' : PROJECT.test(part) ? 'PROJECT' : 'JQL'));
  // one word that is no key makes all of it a query: "labels = control-room"
  if (parts.length === 0 || kinds.includes('JQL')) return [{ kind: 'JQL', ref: text.trim() }];
  return parts.map((part, at) => ({ kind: kinds[at] ?? 'ISSUE', ref: part.toUpperCase() }));
}

export function unlink(link: LinkNode): Promise<void> {
  return remove(`/links/${link.id}`, link.version);
}

/** Links again what was unlinked. */
export async function relink(link: LinkNode): Promise<void> {
  const target = { kind: link.target.kind, ref: link.target.ref };
  await post('/links', { objective: link.objective, target, weight: link.weight });
}

/** Deletes it and all below it. */
export function removeNode(row: ThemeRow | ObjectiveRow): Promise<void> {
  return remove(`${PATHS[row.kind]}/${encodeURIComponent(row.id)}?cascade=true`, row.node.version);
}

/** Puts it elsewhere. */
export async function moveNode(row: ThemeRow | ObjectiveRow, to: { parent: string; position: number }): Promise<void> {
  await move(`${PATHS[row.kind]}/${encodeURIComponent(row.id)}/move`, to, row.node.version);
}
