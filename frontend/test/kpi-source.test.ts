// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { draftOf, saidOf, sourceOf } from '../src/kpi/source';
import { replace, Stale } from '../src/shared/replace';

describe('where values come from', () => {
  it('is written as the kind asks for it, and nothing of another kind goes with it', () => {
    const draft = { kind: 'JQL', formula: 'KPI-2', jql: 'type = Bug', aggregate: 'COUNT', field: 'Points' } as const;
    expect(sourceOf(draft, undefined)).toEqual({ kind: 'JQL', jql: 'type = Bug', aggregate: 'COUNT', field: null });
    expect(sourceOf({ ...draft, aggregate: 'SUM' }, undefined)).toMatchObject({ field: 'Points' });
    expect(sourceOf({ ...draft, kind: 'FORMULA' }, undefined)).toEqual({ kind: 'FORMULA', formula: 'KPI-2' });
    expect(sourceOf({ ...draft, kind: 'MANUAL' }, undefined)).toEqual({ kind: 'MANUAL' });
  });

  it('a query that the reader may not see stays until another one is written', () => {
    const hidden = { kind: 'JQL', jql: null, field: null, aggregate: 'COUNT', hidden: true } as const;
    expect(sourceOf(draftOf(hidden), hidden)).toBe(hidden);
    expect(sourceOf({ ...draftOf(hidden), jql: 'type = Bug' }, hidden)).not.toHaveProperty('hidden');
    expect(saidOf(hidden)).toBe('COUNT: ');
  });
});

describe('replacing an object', () => {
  afterEach(() => vi.unstubAllGlobals());
  const answers = (...bodies: [number, object][]): { calls: unknown[] } => {
    const calls: unknown[] = [];
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      calls.push(typeof init.body === 'string' ? JSON.parse(init.body) : init.method);
      const [status, body] = bodies[calls.length - 1] ?? [500, {}];
      return Promise.resolve(Response.json(body, { status }));
    });
    return { calls };
  };

  it('sends back all that was not touched', async () => {
    const { calls } = answers([200, { version: 3, name: 'old', note: 'kept' }], [200, { version: 4 }]);
    await replace<{ version: number; name?: string }>('/x', 3, () => ({ name: 'new' }));
    expect(calls[1]).toEqual({ version: 3, name: 'new', note: 'kept' });
  });

  it('tells what somebody else left, before and while it is sent', async () => {
    answers([200, { version: 4, name: 'theirs' }]);
    await expect(replace('/x', 3, () => ({}))).rejects.toMatchObject({ now: { name: 'theirs' } });
    answers([200, { version: 3 }], [412, { code: 'STALE_VERSION' }], [200, { version: 5, name: 'theirs' }]);
    await expect(replace('/x', 3, () => ({}))).rejects.toBeInstanceOf(Stale);
  });
});
