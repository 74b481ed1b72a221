import { render, type VNode } from 'preact';
import { get, post, remove } from '../shared/api';
import { fill } from '../shared/format';
import { contextPath } from '../shared/host';
import type { LinkNode } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { Choose } from '../shared/choose';
import type { Suggestion } from '../triage/shapes';
import { Exempting } from './exempting';
import { Suggestions } from './suggestions';
import { text } from './words';

/**
 * Link and unlink on the issue panel that the server made. The panel is complete without this script; after a change the
 * server makes it anew and it is put in the place of the old one.
 */

/** The action of a clicked button of ours. */
export function act(button: HTMLElement): void {
  const panel = button.closest<HTMLElement>('.tl-panel');
  if (!panel) return;
  switch (button.dataset['tlAction']) {
    case 'link':
      if (button.dataset['objective']) void linkTo(panel, button, button.dataset['objective']);
      else openChoice(panel, button);
      break;
    case 'unlink':
      void unlink(panel, button, button.dataset['link'] ?? '');
      break;
    case 'exempt':
      openExempting(panel, button);
      break;
    case 'unexempt':
      void unexempt(panel, button, button.dataset['exemption'] ?? '');
      break;
    case 'retry':
      void attempt(panel, button, () => renew(panel).then(() => undefined));
      break;
  }
}

/** Where the search opens and errors stand: below what was clicked. */
function placeAfter(button: HTMLElement): HTMLElement {
  const actions = button.closest<HTMLElement>('.tl-panel-actions, .tl-suggestions > li') ?? button;
  const next = actions.nextElementSibling;
  if (next instanceof HTMLElement && next.classList.contains('tl-panel-place')) return next;
  const place = document.createElement('div');
  place.className = 'tl-panel-place';
  actions.after(place);
  return place;
}

/** Opens something below a button, or closes it: a place is one thing's at a time. */
function open(button: HTMLElement, draw: (close: () => void) => VNode): void {
  const place = placeAfter(button);
  const opener = button.closest('.tl-panel-actions')?.querySelector<HTMLElement>('[aria-expanded]');
  const close = (): void => {
    render(null, place);
    place.remove();
    button.removeAttribute('aria-expanded');
    button.focus();
  };
  if (opener === button) {
    close();
    return;
  }
  opener?.removeAttribute('aria-expanded');
  button.setAttribute('aria-expanded', 'true');
  render(draw(close), place);
}

function openChoice(panel: HTMLElement, button: HTMLElement): void {
  const link = async (objective: { key: string; name: string }): Promise<void> => {
    await create(panel, objective.key);
    say(await renew(panel), fill(text.linked, objective.name));
  };
  open(button, (close) => <Choose key="choose" link={link} close={close} />);
}

function openExempting(panel: HTMLElement, button: HTMLElement): void {
  const exempt = async (reason: string, until: string): Promise<void> => {
    const body = { kind: 'ISSUE', ref: panel.dataset['issue'], reason, expires: until || null };
    const { id, version } = await post<{ id: number; version: number }>('/exemptions', body);
    const fresh = await renew(panel);
    say(fresh, text.exempted, async () => {
      await remove(`/exemptions/${id}`, version);
      say(await renew(fresh), text.unexempted);
    });
  };
  open(button, (close) => <Exempting key="exempt" exempt={exempt} close={close} />);
}

async function unexempt(panel: HTMLElement, button: HTMLElement, id: string): Promise<void> {
  await attempt(panel, button, async () => {
    const path = `/exemptions/${encodeURIComponent(id)}`;
    const { reason, expires, version } = await get<{ reason: string; expires: string | null; version: number }>(path);
    await remove(path, version);
    const fresh = await renew(panel);
    say(fresh, text.unexempted, async () => {
      await post('/exemptions', { kind: 'ISSUE', ref: panel.dataset['issue'], reason, expires });
      say(await renew(fresh), text.exempted);
    });
  });
}

/** Asks what the issue might serve, once for each panel that has a place for it. The page never waits for it. */
export function suggest(): void {
  for (const place of document.querySelectorAll<HTMLElement>('.tl-panel-suggest:not([data-asked])')) {
    place.dataset['asked'] = 'yes';
    const issue = place.closest<HTMLElement>('.tl-panel')?.dataset['issue'] ?? '';
    get<{ suggestions: Suggestion[] }>(`/work/${encodeURIComponent(issue)}/suggestions`).then(
      ({ suggestions }) => render(<Suggestions of={suggestions} />, place),
      // without suggestions there is the search
      () => undefined,
    );
  }
}

function create(panel: HTMLElement, objective: string): Promise<LinkNode> {
  return post('/links', { objective, target: { kind: 'ISSUE', ref: panel.dataset['issue'] } });
}

async function linkTo(panel: HTMLElement, button: HTMLElement, objective: string): Promise<void> {
  await attempt(panel, button, async () => {
    await create(panel, objective);
    say(await renew(panel), fill(text.linked, objective));
  });
}

async function unlink(panel: HTMLElement, button: HTMLElement, id: string): Promise<void> {
  await attempt(panel, button, async () => {
    const path = `/links/${encodeURIComponent(id)}`;
    const link = await get<LinkNode>(path);
    await remove(path, link.version);
    const fresh = await renew(panel);
    const { objective, target, weight } = link;
    say(fresh, fill(text.unlinked, objective), async () => {
      await post('/links', { objective, target: { kind: target.kind, ref: target.ref }, weight });
      say(await renew(fresh), fill(text.linked, objective));
    });
  });
}

/** Does it, with the button out of reach meanwhile; a refusal stands below the button. */
async function attempt(panel: HTMLElement, button: HTMLElement, work: () => Promise<void>): Promise<void> {
  button.setAttribute('disabled', '');
  try {
    await work();
  } catch (failed) {
    if (panel.isConnected) render(<Trouble problem={failed} what={words.failed} />, placeAfter(button));
  } finally {
    button.removeAttribute('disabled');
  }
}

/** Has the server make the panel anew and puts it in place; the issue view around it stays as it is. */
async function renew(panel: HTMLElement): Promise<HTMLElement> {
  const issue = panel.dataset['issue'] ?? '';
  const response = await fetch(`${contextPath()}/browse/${encodeURIComponent(issue)}`, {
    credentials: 'same-origin',
    headers: { Accept: 'text/html' },
  });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.querySelector<HTMLElement>(`.tl-panel[data-issue="${CSS.escape(issue)}"]`);
  if (!response.ok || !fresh) {
    // what is shown is no longer true; the whole page knows better
    location.reload();
    return panel;
  }
  const adopted = document.importNode(fresh, true);
  panel.replaceWith(adopted);
  suggest();
  return adopted;
}

/** Says on the panel what was done, with a way back. */
function say(panel: HTMLElement, what: string, undo?: () => Promise<void>): void {
  const line = document.createElement('p');
  line.className = 'tl-panel-said tl-secondary';
  line.setAttribute('role', 'status');
  line.tabIndex = -1;
  line.append(`${what} `);
  if (undo) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tl-textlink';
    button.textContent = words.undo;
    button.addEventListener('click', () => void attempt(panel, button, undo));
    line.append(button);
  }
  panel.prepend(line);
  // the button that had the focus is gone
  line.focus({ preventScroll: true });
}
