import { describe, expect, it } from 'vitest';
import { chosenOf, FORMS, isOurs, keyIn, parametersOf, switched } from '../src/editor/forms';

describe('the forms of the macros', () => {
  it('know all nine macros, each with one thing to choose', () => {
    expect(Object.keys(FORMS)).toHaveLength(9);
    for (const fields of Object.values(FORMS)) {
      expect(fields.filter((field) => field.kind === 'thing')).toHaveLength(1);
    }
    expect(isOurs('strategy-kpi')).toBe(true);
    expect(isOurs('jira')).toBe(false);
    expect(isOurs('toString')).toBe(false);
  });

  it('show the choice of a page in whatever case it is written, and the default where there is none', () => {
    const field = FORMS['strategy-scorecard'].find((each) => each.name === 'groupBy');
    const options = field && 'options' in field ? (field.options ?? []) : [];
    expect(['PERSPECTIVE', ' perspective ', 'THEME', '', 'owner'].map((value) => chosenOf({ options }, value))).toEqual(
      ['perspective', 'perspective', 'theme', 'theme', 'theme'],
    );
  });

  it('take a key as people type it, and nothing else for one', () => {
    expect(keyIn(' obj-12 ')).toBe('OBJ-12');
    for (const none of ['', 'OBJ-', 'OBJ 1', 'on time', 'OBJ-1"']) expect(keyIn(none)).toBe('');
  });

  it('keep what they do not ask for and write nothing that is empty', () => {
    expect(
      parametersOf({ plan: 'PLAN-1', pinned: '7', asOf: '2026-01-01' }, { asOf: '', since: '2026-02-01' }),
    ).toEqual({
      plan: 'PLAN-1',
      pinned: '7',
      since: '2026-02-01',
    });
  });

  it('columns are switched one by one, and all of them are the same as none named', () => {
    const all = ['owner', 'outcome', 'signal'];
    expect(switched(all, '', 'owner')).toBe('outcome,signal');
    expect(switched(all, 'outcome, signal', 'owner')).toBe('');
    expect(switched(all, 'signal', 'owner')).toBe('owner,signal');
  });
});
