// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { foretell } from '../src/create/ahead';
import { choiceIn, formOf, formsIn } from '../src/create/choice';

const FIELDS =
  '<select id="project" name="pid"><option value="10001" selected>A</option><option value="10002">B</option></select>' +
  '<select id="issuetype" name="issuetype"><option value="3" selected>Story</option><option value="4">Bug</option></select>';

function form(): HTMLFormElement {
  const first = formsIn(document)[0];
  if (!first) throw new Error('there is no such form');
  return first;
}

function choose(id: string, value: string): void {
  (document.getElementById(id) as HTMLSelectElement).value = value;
}

beforeEach(() => {
  document.body.innerHTML = `<div id="create-issue-dialog"><form><div class="form-body">${FIELDS}</div></form></div>`;
});

describe('a form that creates an issue', () => {
  it.each(['create-issue-dialog', 'create-subtask-dialog', 'prefillable-create-issue-dialog'])(
    'is in #%s',
    (dialog) => {
      document.body.innerHTML = `<div id="${dialog}"><form>${FIELDS}</form></div>`;
      expect(formsIn(document)).toHaveLength(1);
      expect(formOf(document.getElementById('project'))).toBe(form());
    },
  );

  it('is the page for it, with what was chosen a step before', () => {
    document.body.innerHTML =
      '<form id="issue-create"><input type="hidden" name="pid" value="10001"><input type="hidden" name="issuetype" value="3"></form>';
    expect(choiceIn(form())).toEqual({ project: '10001', type: '3' });
  });

  it('is no form that edits or moves one', () => {
    document.body.innerHTML = `<div id="edit-issue-dialog"><form>${FIELDS}</form></div><form id="issue-edit">${FIELDS}</form>`;
    expect(formsIn(document)).toHaveLength(0);
    expect(formOf(document.getElementById('project'))).toBeNull();
  });

  it.each(['', '-1', '0', 'RAIL', '1&x=2', '12345678901'])('has no choice while its project is "%s"', (value) => {
    document.body.innerHTML = `<form id="issue-create"><input name="pid"><input name="issuetype" value="3"></form>`;
    document.querySelector('[name="pid"]')?.setAttribute('value', value);
    expect(choiceIn(form())).toBeNull();
  });
});

describe('what the gate would say', () => {
  it('stands first in the form, as text', async () => {
    await foretell(form(), () => Promise.resolve({ message: 'Choose an <b>epic</b>' }));

    const said = form().querySelector('.form-body')?.firstElementChild;
    expect(said?.getAttribute('role')).toBe('status');
    expect(said?.textContent).toBe('Choose an <b>epic</b>');
    expect(said?.querySelector('b')).toBeNull();
  });

  it('is asked for once for each choice', async () => {
    const ask = vi.fn(() => Promise.resolve({ message: null }));
    await foretell(form(), ask);
    await foretell(form(), ask);
    choose('issuetype', '4');
    await foretell(form(), ask);

    expect(ask.mock.calls).toEqual([
      ['/gates/creation?project=10001&type=3'],
      ['/gates/creation?project=10001&type=4'],
    ]);
  });

  it('goes when another choice passes, and when nobody can tell', async () => {
    await foretell(form(), () => Promise.resolve({ message: 'No' }));
    choose('issuetype', '4');
    await foretell(form(), () => Promise.resolve({ message: null }));
    expect(form().querySelector('.tl-gate-ahead')).toBeNull();

    choose('issuetype', '3');
    await foretell(form(), () => Promise.resolve({ message: 'No' }));
    choose('project', '10002');
    await foretell(form(), () => Promise.reject(new Error('forbidden')));
    expect(form().querySelector('.tl-gate-ahead')).toBeNull();
  });

  it('of an earlier choice is not shown when it comes late', async () => {
    let late: (answer: { message: string }) => void = () => undefined;
    const first = foretell(form(), () => new Promise((resolve) => (late = resolve)));
    choose('issuetype', '4');
    await foretell(form(), () => Promise.resolve({ message: null }));
    late({ message: 'of the story' });
    await first;

    expect(form().querySelector('.tl-gate-ahead')).toBeNull();
  });
});
