import { render } from 'preact';
import { get, post, remove } from '../shared/api';
import { fill } from '../shared/format';
import { contextPath } from '../shared/host';
import type { LinkNode } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { Choose } from './choose';
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

function openChoice(panel: HTMLElement, button: HTMLElement): void {
  const place = placeAfter(button);
  const close = (): void => {
    render(null, place);
    place.remove();
    button.removeAttribute('aria-expanded');
    button.focus();
  };
  if (place.hasChildNodes()) {
    close();
    return;
  }
  button.setAttribute('aria-expanded', 'true');
  const link = async (objective: { key: string; name: string }): Promise<void> => {
    await create(panel, objective.key);
    say(await renew(panel), fill(text.linked, objective.name));
  };
  render(<Choose link={link} close={close} />, place);
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
