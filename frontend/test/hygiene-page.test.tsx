// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HygienePage } from '../src/hygiene/hygiene-page';
import { formatFor } from '../src/shared/format';

let mount: HTMLElement;
let isListRead: boolean;

const listing = (...values: unknown[]): Response =>
  Response.json({ start: 0, limit: 200, total: values.length, isLast: true, values });

beforeEach(() => {
  mount = document.createElement('div');
  document.body.append(mount);
  isListRead = false;
  vi.stubGlobal('fetch', (url: string) => {
    if (url.includes('/orphans/counts')) {
      const groups = [{ key: 'UNOWNED', count: 1, openSize: 0 }];
      return Promise.resolve(Response.json({ groupBy: 'KIND', groups }));
    }
    if (!url.includes('/orphans?')) return Promise.resolve(listing());
    if (!isListRead) return Promise.resolve(Response.json({ code: 'BUSY', ref: '7f3a9c' }, { status: 503 }));
    const row = { kind: 'UNOWNED', ref: 'OBJ-1', summary: 'Trains on time', project: null, owner: null };
    return Promise.resolve(listing({ ...row, openSize: null, updated: null, age: null }));
  });
});

afterEach(() => {
  void act(() => render(null, mount));
  mount.remove();
  vi.unstubAllGlobals();
});

const settle = (): Promise<void> => act(() => new Promise((done) => setTimeout(done, 5)));

describe('hygiene', () => {
  it('says when the rows of a kind cannot be read, and reads them again on demand', async () => {
    void act(() => render(<HygienePage user="pmo" format={formatFor('en-GB')} mayEdit={false} />, mount));
    await settle();
    await settle();
    const alert = mount.querySelector('[role=alert]');
    expect(alert?.textContent).toContain('7f3a9c');
    isListRead = true;
    await act(() => alert?.querySelector('button')?.click());
    await settle();
    expect(mount.textContent).toContain('Trains on time');
    expect(mount.querySelector('[role=alert]')).toBeNull();
  });
});
