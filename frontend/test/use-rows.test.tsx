// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Rows, useRows } from '../src/triage/use-rows';

let mount: HTMLElement;
let rows: Rows;
/** Calls that wait for their answer, in the order in which they were made. */
let waiting: ((ref: string) => Promise<void>)[];

function Probe({ question, revision }: { question: string; revision: number }): VNode | null {
  rows = useRows(question, revision);
  return null;
}
const draw = (question: string, revision: number): Promise<void> =>
  act(() => render(<Probe question={question} revision={revision} />, mount));
const answer = (at: number, ref: string): Promise<void> => act(() => waiting[at]?.(ref));

beforeEach(() => {
  mount = document.createElement('div');
  waiting = [];
  vi.stubGlobal('fetch', (url: string) => {
    const start = Number(new URL(url, 'http://here').searchParams.get('start'));
    return new Promise<Response>((resolve) => {
      waiting.push(async (ref) => {
        resolve(Response.json({ start, limit: 50, total: 120, isLast: false, values: [{ kind: 'ISSUE', ref }] }));
        await new Promise((done) => setTimeout(done, 0));
      });
    });
  });
});

afterEach(() => {
  void act(() => render(null, mount));
  vi.unstubAllGlobals();
});

describe('rows of a list that changes while it is read', () => {
  it('an older answer that comes late does not replace a newer one', async () => {
    await draw('kind=ISSUE', 1);
    await draw('kind=ISSUE', 2);
    await answer(1, 'NEW-1');
    await answer(0, 'OLD-1');
    expect(rows.at(0)?.ref).toBe('NEW-1');
  });

  it('a page that was asked for before all was read anew is not put among the new ones, and is asked for again', async () => {
    await draw('kind=ISSUE', 1);
    await answer(0, 'OLD-1');
    await act(() => rows.need(50, 100));
    await act(() => rows.need(0, 50));
    await draw('kind=ISSUE', 2);
    expect(waiting).toHaveLength(3);
    await answer(2, 'NEW-1');
    await answer(1, 'OLD-51');
    expect(rows.at(50)?.ref).not.toBe('OLD-51');
    const asked = waiting.length;
    await act(() => rows.need(50, 100));
    await answer(asked, 'NEW-51');
    expect(rows.at(50)?.ref).toBe('NEW-51');
  });

  it('what another question brings late is not shown', async () => {
    await draw('kind=EPIC', 1);
    await draw('kind=ISSUE', 1);
    await answer(1, 'ISSUE-1');
    await answer(0, 'EPIC-1');
    expect(rows.at(0)?.ref).toBe('ISSUE-1');
  });
});
