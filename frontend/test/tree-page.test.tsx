// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatFor } from '../src/shared/format';
import type { Tree } from '../src/shared/shapes';
import { TreePage } from '../src/tree/tree-page';
import { link, small } from './sample';

let mount: HTMLElement;
let current: { tree: Tree; revision: number; status: number };

beforeEach(() => {
  sessionStorage.clear();
  mount = document.createElement('div');
  document.body.append(mount);
  current = { tree: small(), revision: 1, status: 200 };
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const etag = `"${current.revision}"`;
    if (url.endsWith('/health')) return Promise.resolve(Response.json({ state: 'READY', lagSeconds: 3 }));
    if (url.includes('/objectives/OBJ-1')) {
      const [theme] = small().themes;
      const [seen] = theme?.objectives ?? [];
      return Promise.resolve(Response.json({ ...seen, version: seen?.version }));
    }
    if (current.status !== 200) {
      return Promise.resolve(Response.json({ code: 'INTERNAL', ref: '7f3a9c' }, { status: current.status }));
    }
    const known = (init.headers as Record<string, string>)['If-None-Match'] === etag;
    return Promise.resolve(
      known ? new Response(null, { status: 304 }) : Response.json(current.tree, { headers: { ETag: etag } }),
    );
  });
});

afterEach(() => {
  void act(() => render(null, mount));
  mount.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (millis: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(millis);
  });

async function open(mayEdit: boolean): Promise<void> {
  void act(() => render(<TreePage plan="PLAN-1" format={formatFor('en-GB')} mayEdit={mayEdit} />, mount));
  await pass(10);
}

/** What a row says to those who hear it. */
const heard = (id: string): string =>
  [...(row(id)?.querySelectorAll('[aria-label]') ?? [])].map((each) => each.getAttribute('aria-label')).join(' ');

const row = (id: string): HTMLElement | null => mount.querySelector(`[data-id="${id}"]`);

describe('the tree page', () => {
  it('shows the plan, its figures and its rows', async () => {
    await open(true);
    expect(mount.querySelector('h1')?.textContent).toContain('Strategy');
    expect(heard('OBJ-1')).toContain('Outcome 29%, Off pace, 51% expected.');
    expect(row('OBJ-1')?.getAttribute('aria-level')).toBe('2');
    expect(mount.querySelector('.tl-foot')?.textContent).toContain('2 themes, 4 objectives');
    expect(mount.querySelector('.tl-foot')?.textContent).toContain('Live, 3 s behind Jira');
  });

  it('has no edit affordance at all without the right', async () => {
    await open(false);
    expect(mount.querySelectorAll('.tl-row-actions, .tl-add, .tl-button-primary')).toHaveLength(0);
  });

  it.each([
    ['OBJ-1', 'stays in the row when nobody went elsewhere', null],
    ['TH-1', 'is not called back from where it went while the row was being saved', 'TH-1'],
  ])('the keyboard is in %s afterwards: it %s', async (expected, _, elsewhere) => {
    await open(true);
    const press = (key: string): Promise<void> =>
      act(() => {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      });
    await act(() => row('OBJ-1')?.focus());
    await press('Enter');
    const input = mount.querySelector<HTMLInputElement>('.is-written input');
    await act(() => {
      if (input) input.value = 'Renamed';
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('Enter');
    if (elsewhere !== null) await act(() => row(elsewhere)?.focus());
    await pass(50);
    expect(mount.querySelector('.is-written')).toBeNull();
    expect(document.activeElement?.closest('[data-id]')?.getAttribute('data-id')).toBe(expected);
  });

  it('a closed plan is not edited either', async () => {
    current.tree.state = 'CLOSED';
    await open(true);
    expect(mount.querySelectorAll('.tl-row-actions, .tl-add')).toHaveLength(0);
  });

  it('takes new numbers in within two seconds', async () => {
    await open(true);
    const objective = current.tree.themes[0]?.objectives?.[0];
    if (objective?.delivery) objective.delivery = { ...objective.delivery, progress: 0.9 };
    current.revision = 2;
    await pass(2100);
    expect(row('OBJ-1')?.textContent).toContain('90%');
  });

  it('keeps old numbers when reading fails, says so, and recovers', async () => {
    await open(true);
    current.status = 503;
    await pass(2100);
    expect(row('OBJ-1')?.textContent).toContain('83%');
    expect(mount.querySelector('.tl-foot')?.textContent).toContain('Not live');
    current.status = 200;
    await pass(10_000);
    expect(mount.querySelector('.tl-foot')?.textContent).not.toContain('Not live');
  });

  it('a failed first read says what and gives the reference', async () => {
    current.status = 500;
    await open(true);
    expect(mount.querySelector('[role=alert]')?.textContent).toContain(
      'The plan could not be read. Try again ref 7f3a9c',
    );
  });

  it('while Jira is being read there are no partial numbers', async () => {
    current.tree.indexing = { indexed: 412_000, total: 1_000_000 };
    for (const theme of current.tree.themes) Object.assign(theme, { delivery: null, signal: null });
    await open(true);
    expect(mount.textContent).toContain('Reading Jira: 412,000 of 1,000,000 items.');
    expect(row('TH-1')?.querySelector('.tl-cell-delivery')?.textContent).toBe('');
  });

  it('work that the reader may not see has no name and no address', async () => {
    current.tree.themes[0]?.objectives?.[0]?.links?.push(link(18, null));
    await open(true);
    expect(row('link:18')?.textContent).toContain('Work that you may not see');
    expect(row('link:18')?.querySelector('a')).toBeNull();
  });

  it('escapes what people wrote', async () => {
    const objective = current.tree.themes[0]?.objectives?.[0];
    if (objective) objective.name = '<img src=x onerror=alert(1)>';
    await open(true);
    expect(mount.querySelector('img')).toBeNull();
    expect(row('OBJ-1')?.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('an empty plan says its one next step', async () => {
    current.tree.themes = [];
    await open(true);
    expect(mount.querySelector('.tl-empty button')?.textContent).toBe('Add the first theme');
  });

  it('draws only a part of very many rows, and says how many there are', async () => {
    const model = current.tree.themes[0]?.objectives?.[1];
    const many = Array.from({ length: 500 }, (_, at) => ({ ...model, key: `OBJ-${at + 10}` }));
    Object.assign(current.tree.themes[0] ?? {}, { objectives: many });
    await open(true);
    expect(mount.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount')).toBe('504');
    expect(mount.querySelectorAll('[role=row]').length).toBeLessThan(260);
  });
});

describe('looking back', () => {
  it('the address names the day, a banner says so, and nothing is edited', async () => {
    history.replaceState(null, '', '?asOf=2026-02-01');
    await open(true);
    expect(mount.querySelector('.tl-asof-banner')?.textContent).toContain('As it stood at the end of 1 Feb 2026.');
    expect(mount.querySelectorAll('.tl-row-actions, .tl-add')).toHaveLength(0);
    void act(() => mount.querySelector<HTMLElement>('.tl-asof-banner button')?.click());
    await pass(10);
    expect(mount.querySelector('.tl-asof-banner')).toBeNull();
    expect(location.search).toBe('');
    expect(mount.querySelectorAll('.tl-add')).toHaveLength(1);
  });
});
