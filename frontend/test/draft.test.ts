// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveActual, saveNew, targetsOf, unitKind } from '../src/tree/creation';
import { type ActualDraft, changes, Conflict, type EditDraft, type NewDraft, saveEdit } from '../src/tree/draft';

const edit = (more: Partial<EditDraft> = {}): EditDraft => ({
  kind: 'edit',
  what: 'objective',
  id: 'OBJ-1',
  version: 3,
  seen: { name: 'Old', owner: 'pmo', due: '2027-06-30' },
  fields: { name: 'New', owner: 'pmo', due: '2027-06-30' },
  focus: 'name',
  ...more,
});

interface Call {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** A server that gives these answers in turn and remembers what it was asked. */
function server(...answers: [number, unknown][]): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    calls.push({ method: init.method ?? 'GET', url, headers: init.headers as Record<string, string>, body });
    const [status, answer] = answers[calls.length - 1] ?? [500, {}];
    return Promise.resolve(new Response(JSON.stringify(answer), { status }));
  });
  return calls;
}

afterEach(() => vi.unstubAllGlobals());

describe('saving an edit', () => {
  it('sends the whole object as it is on the server, with what was changed', async () => {
    const calls = server([200, { key: 'OBJ-1', name: 'Old', description: 'kept', weight: 2, version: 3 }], [200, {}]);
    await saveEdit(edit());
    expect(calls[1]).toMatchObject({
      method: 'PUT',
      url: '/rest/throughline/1.0/objectives/OBJ-1',
      body: { name: 'New', description: 'kept', weight: 2 },
    });
    expect(calls[1]?.headers).toMatchObject({ 'If-Match': '"3"', 'X-Atlassian-Token': 'no-check' });
  });

  it('writes nothing over what somebody else changed meanwhile', async () => {
    const calls = server([200, { name: 'Theirs', owner: 'exec', due: null, version: 4 }]);
    await expect(saveEdit(edit())).rejects.toMatchObject({
      theirs: { version: 4, fields: { name: 'Theirs', owner: 'exec', due: '' } },
    });
    expect(calls).toHaveLength(1);
  });

  it('learns from the server when somebody was faster by a moment', async () => {
    server([200, { name: 'Old', version: 3 }], [412, { code: 'STALE_VERSION' }], [200, { name: 'Theirs', version: 4 }]);
    await expect(saveEdit(edit())).rejects.toBeInstanceOf(Conflict);
  });

  it('changes only what differs, and an emptied owner or date is none', () => {
    expect(changes(edit())).toEqual({ name: 'New' });
    expect(changes(edit({ fields: { name: ' Old ', owner: ' ', due: '' } }))).toEqual({ owner: null, due: null });
    expect(changes(edit({ what: 'theme', fields: { name: 'Old', owner: 'pmo', due: '' } }))).toEqual({});
  });
});

const fresh = (what: NewDraft['what'], parent: string, name: string): NewDraft => ({
  kind: 'new',
  what,
  parent,
  fields: { name, owner: '', due: '' },
  focus: 'name',
  token: 'abc',
});

describe('saving something new', () => {
  it('an objective goes under a theme or under an objective, only once', async () => {
    const calls = server([201, { key: 'OBJ-9' }], [201, { key: 'OBJ-10' }]);
    expect(await saveNew(fresh('objective', 'TH-1', ' Safe '))).toMatchObject({ id: 'OBJ-9' });
    expect(calls[0]).toMatchObject({ body: { theme: 'TH-1', name: 'Safe' }, headers: { 'Idempotency-Key': 'abc' } });
    await saveNew(fresh('objective', 'OBJ-9', 'Safer'));
    expect(calls[1]?.body).toEqual({ parent: 'OBJ-9', name: 'Safer' });
  });

  it('several keys are linked all at once, with one way back', async () => {
    const calls = server([201, { created: [{ id: 1 }, { id: 2 }], alreadyLinked: [], undo: 7 }]);
    expect(await saveNew(fresh('link', 'OBJ-1', 'ops-214, OPS-9'))).toEqual({ id: 'OBJ-1', count: 2, undo: 7 });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.body).toEqual({
      objective: 'OBJ-1',
      targets: [
        { kind: 'ISSUE', ref: 'OPS-214' },
        { kind: 'ISSUE', ref: 'OPS-9' },
      ],
    });
  });

  it('a KPI goes down when its target is below its baseline', async () => {
    const calls = server([201, { key: 'KPI-1' }]);
    const fields = { name: 'Delay', baseline: '12', target: '8.5', unit: 'min', from: '2026-01-01', due: '2027-12-31' };
    await saveNew({ ...fresh('kpi', 'OBJ-1', ''), fields });
    expect(calls[0]?.body).toMatchObject({
      objective: 'OBJ-1',
      direction: 'DECREASE',
      baseline: { value: 12, date: '2026-01-01' },
      target: { value: 8.5, date: '2027-12-31' },
      unit: { kind: 'DURATION', symbol: 'min' },
      frequency: 'MONTHLY',
    });
  });

  it.each([
    ['%', 'PERCENT'],
    ['€/km', 'CURRENCY'],
    ['trains', 'COUNT'],
  ])('the unit %s is a %s', (symbol, kind) => expect(unitKind(symbol)).toBe(kind));
});

describe('entering a value', () => {
  const value = (more: Partial<ActualDraft> = {}): ActualDraft => ({
    kind: 'actual',
    what: 'actual',
    id: 'KPI-1',
    fields: { value: '55.6', period: '2027-02-28', note: '' },
    focus: 'value',
    token: 'abc',
    ...more,
  });

  it('shows the value that a period has already instead of writing over it', async () => {
    server(
      [409, { code: 'PERIOD_TAKEN' }],
      [200, { values: [{ period: '2027-02-28', value: 54, note: null, version: 2 }] }],
    );
    const failure = await saveActual(value(), Number, String).catch((failed: unknown) => failed);
    expect((failure as Conflict).theirs).toEqual({
      version: 2,
      fields: { value: '54', period: '2027-02-28', note: '' },
    });
  });

  it('corrects it once the person has seen it', async () => {
    const calls = server([200, {}]);
    const theirs = { version: 2, fields: { value: '54', period: '2027-02-28' } };
    await saveActual(value({ theirs }), Number, String);
    expect(calls[0]).toMatchObject({
      method: 'PUT',
      url: '/rest/throughline/1.0/kpis/KPI-1/actuals/2027-02-28',
      body: { value: 55.6 },
      headers: { 'If-Match': '"2"' },
    });
  });
});

describe('what a person means by words for work', () => {
  it.each([
    ['ops-214', [{ kind: 'ISSUE', ref: 'OPS-214' }]],
    ['ENE', [{ kind: 'PROJECT', ref: 'ENE' }]],
    ['https://jira.example/browse/OPS-214?x=1', [{ kind: 'ISSUE', ref: 'OPS-214' }]],
    [
      'OPS-1; OPS-2\nENE',
      [
        { kind: 'ISSUE', ref: 'OPS-1' },
        { kind: 'ISSUE', ref: 'OPS-2' },
        { kind: 'PROJECT', ref: 'ENE' },
      ],
    ],
    [' labels = control-room ', [{ kind: 'JQL', ref: 'labels = control-room' }]],
  ])('%s', (words, targets) => {
    expect(targetsOf(words)).toEqual(targets);
  });
});

describe('a KPI that keeps within a band', () => {
  const fields = {
    name: 'Fleet',
    aim: 'KEEP',
    baseline: '94',
    target: '97',
    tolerance: '5',
    unit: '%',
    from: '',
    due: '',
  };

  it('is created with its band and without a line', async () => {
    const calls = server([201, { key: 'KPI-1' }]);
    await saveNew({ ...fresh('kpi', 'OBJ-1', ''), fields });
    expect(calls[0]?.body).toEqual({
      objective: 'OBJ-1',
      name: 'Fleet',
      direction: 'MAINTAIN',
      band: { low: 94, high: 97, tolerance: 5 },
      frequency: 'MONTHLY',
      unit: { kind: 'PERCENT', symbol: '%' },
    });
  });

  it('is edited by its ends, and what is not shown stays', () => {
    const seen = { name: 'Fleet', owner: '', aim: 'KEEP', baseline: '94', target: '97', due: '' };
    const draft = edit({ what: 'kpi', seen, fields: { ...seen, target: '98' } });
    expect(changes(draft, { band: { low: 94, high: 97, tolerance: 5 } })).toEqual({
      band: { low: 94, high: 98, tolerance: 5 },
    });
  });
});
