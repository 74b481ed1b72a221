import { contextPath } from '../shared/host';

/** What can be done to a macro on a page. */
export type Change = 'pin' | 'release' | 'freeze';

/** Which macro, and the version of the strategy that it showed. */
export interface Which {
  macro: string;
  place: number;
  version: number;
}

interface Content {
  id: string;
  type: string;
  title: string;
  version: { number: number };
  body: { storage: { value: string } };
}

/**
 * Changes one macro and saves the page, as the person at the screen: Confluence's own REST decides whether they may, and
 * refuses when somebody else saved meanwhile.
 *
 * @throws Error with words for that person
 */
export async function change(what: Change, which: Which): Promise<void> {
  const id = document.querySelector<HTMLMetaElement>('meta[name=ajs-page-id]')?.content ?? '';
  const address = `${contextPath()}/rest/api/content/${encodeURIComponent(id)}`;
  const page = (await call('GET', `${address}?expand=body.storage,version`)) as Content;
  const storage = page.body.storage.value;
  const changed = (await call('POST', `${contextPath()}/rest/throughline/1.0/macros/${what}`, {
    storage,
    ...which,
  })) as { storage: string };
  await call('PUT', address, {
    id: page.id,
    type: page.type,
    title: page.title,
    body: { storage: { value: changed.storage, representation: 'storage' } },
    version: { number: page.version.number + 1, message: comment(what) },
  });
}

/** What the page history says. */
function comment(what: Change): string {
  if (what === 'pin') return WRM.I18n.getText('throughline.macro.edit.comment.pin');
  if (what === 'release') return WRM.I18n.getText('throughline.macro.edit.comment.release');
  return WRM.I18n.getText('throughline.macro.edit.comment.freeze');
}

async function call(method: string, address: string, body?: object): Promise<unknown> {
  const answer = await fetch(address, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const json: unknown = await answer.json().catch(() => null);
  if (answer.ok && json !== null) return json;
  throw new Error(words(answer.status, json));
}

/** Our own words for why not, where there are some; else what the status means. */
function words(status: number, json: unknown): string {
  const own = json as { code?: unknown; errorMessages?: unknown[] } | null;
  if (typeof own?.code === 'string' && typeof own.errorMessages?.[0] === 'string') return own.errorMessages[0];
  if (status === 409) return WRM.I18n.getText('throughline.macro.edit.conflict');
  if (status === 401 || status === 403 || status === 405) return WRM.I18n.getText('throughline.macro.edit.denied');
  return WRM.I18n.getText('throughline.macro.edit.failed');
}
