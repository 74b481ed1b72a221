// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatFor } from '../src/shared/format';
import type { EditDraft, NewDraft } from '../src/tree/draft';
import { type Edits, useEdits } from '../src/tree/edits';

const FORMAT = formatFor('en-GB');
const renamed = (name: string): EditDraft => ({
  kind: 'edit',
  what: 'objective',
  id: 'OBJ-1',
  version: 3,
  seen: { name: 'Old', owner: '', due: '' },
  fields: { name, owner: '', due: '' },
  focus: 'name',
});
const FRESH: NewDraft = {
  kind: 'new',
  what: 'objective',
  parent: 'TH-1',
  fields: { name: '', owner: '' },
  focus: 'name',
  token: 't',
};

let mount: HTMLElement;
let edits: Edits;
let saved: string[];
/** Answers the oldest call that waits. */
let answers: ((status: number, body: unknown) => void)[];

function Probe(): VNode | null {
  edits = useEdits(FORMAT, (what) => {
    saved.push(what.id);
    return Promise.resolve();
  });
  return null;
}
const answer = (status: number, body: unknown): Promise<void> =>
  act(async () => {
    answers.shift()?.(status, body);
    await new Promise((done) => setTimeout(done, 0));
  });
const begin = (draft: EditDraft | NewDraft): Promise<void> => act(() => edits.start(draft));
const save = (): Promise<void> => act(() => edits.save());

beforeEach(async () => {
  mount = document.createElement('div');
  saved = [];
  answers = [];
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise<Response>((resolve) => {
        answers.push((status, body) => resolve(Response.json(body, { status })));
      }),
  );
  await act(() => render(<Probe />, mount));
});

afterEach(() => {
  void act(() => render(null, mount));
  vi.unstubAllGlobals();
});

const SEEN = { key: 'OBJ-1', name: 'Old', owner: null, due: null, version: 3 };

describe('rows that are written while an earlier one is being saved', () => {
  it('a row that was begun meanwhile stays open with its words when the earlier one is saved', async () => {
    await begin(renamed('New'));
    await save();
    await begin(FRESH);
    await act(() => edits.change('name', 'Night trains'));
    await answer(200, SEEN);
    await answer(200, {});
    expect(saved).toEqual(['OBJ-1']);
    expect(edits.draft).toMatchObject({ kind: 'new', fields: { name: 'Night trains' } });
    expect(edits.isSaving).toBe(false);
  });

  it('what could not be saved comes back first, and behind it what was begun meanwhile', async () => {
    await begin(renamed('New'));
    await save();
    await begin(FRESH);
    await act(() => edits.change('name', 'Night trains'));
    await answer(500, { code: 'FAILED' });
    expect(edits.draft).toMatchObject({ kind: 'edit', fields: { name: 'New' } });
    expect(edits.problem).not.toBeNull();
    await act(() => edits.cancel());
    expect(edits.draft).toMatchObject({ kind: 'new', fields: { name: 'Night trains' } });
  });

  it('a conflict shows both sides and can be kept', async () => {
    await begin(renamed('Mine'));
    await save();
    await answer(200, { ...SEEN, name: 'Theirs', version: 4 });
    expect(edits.draft).toMatchObject({ theirs: { version: 4 } });
    await act(() => edits.keepMine());
    await answer(200, { ...SEEN, name: 'Theirs', version: 4 });
    await answer(200, {});
    expect(saved).toEqual(['OBJ-1']);
    expect(edits.draft).toBeNull();
  });

  it('what is being saved cannot be called back, what is not can', async () => {
    await begin(renamed('New'));
    await save();
    await act(() => edits.cancel());
    expect(edits.isSaving).toBe(true);
    await answer(200, SEEN);
    await answer(200, {});
    expect(edits.draft).toBeNull();
    await begin(FRESH);
    await act(() => edits.cancel());
    expect(edits.draft).toBeNull();
  });
});
