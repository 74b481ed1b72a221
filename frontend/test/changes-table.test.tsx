// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChangesTable } from '../src/changes/changes-table';
import { formatFor } from '../src/shared/format';

let mount: HTMLElement;
/** Answers to the calls that take back. */
let undoing: ((response: Response) => void)[];

const batch = {
  seq: 7,
  at: '2026-04-01T09:00:00Z',
  actor: 'pmo',
  actorName: 'Pat',
  object: 'BATCH-3',
  before: null,
  after: { objective: 'OBJ-1', links: [1], undone: false },
};

beforeEach(() => {
  mount = document.createElement('div');
  document.body.append(mount);
  undoing = [];
  vi.stubGlobal('fetch', (_: string, init: RequestInit) =>
    init.method === 'POST'
      ? new Promise<Response>((resolve) => {
          undoing.push(resolve);
        })
      : Promise.resolve(Response.json({ start: 0, limit: 200, total: 1, isLast: true, values: [batch] })),
  );
});

afterEach(() => {
  void act(() => render(null, mount));
  mount.remove();
  vi.unstubAllGlobals();
});

const settle = (): Promise<void> => act(() => new Promise((done) => setTimeout(done, 5)));

async function open(): Promise<HTMLButtonElement> {
  void act(() => render(<ChangesTable object="" format={formatFor('en-GB')} mayEdit />, mount));
  await settle();
  const button = mount.querySelector<HTMLButtonElement>('td button');
  if (!button) throw new Error('no way back is offered');
  return button;
}

describe('taking a batch back from the change log', () => {
  it('happens once, however often it is pressed', async () => {
    const button = await open();
    await act(() => button.click());
    await act(() => button.click());
    expect(undoing).toHaveLength(1);
    undoing[0]?.(Response.json({ removed: [1], conflicts: [] }));
    await settle();
    expect(button.disabled).toBe(true);
  });

  it('can be tried again when it failed', async () => {
    const button = await open();
    await act(() => button.click());
    undoing[0]?.(Response.json({ code: 'BUSY', ref: '7f3a9c' }, { status: 503 }));
    await settle();
    expect(button.disabled).toBe(false);
    expect(mount.querySelector('[role=status]')?.textContent).not.toBe('');
  });
});
