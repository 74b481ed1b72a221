// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addMenus } from '../src/macro/menu';

const CARD = (fingerprint: string, pinned = false): string =>
  `<div class="tl tl-macro tl-macro-card" data-tl-macro="${fingerprint}" data-tl-version="1377" data-tl-pinned="${pinned}">
     <div class="tl-macro-foot"></div></div>`;

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });
const page = { id: '9', type: 'page', title: 'T', version: { number: 4 }, body: { storage: { value: '<p/>' } } };

describe('the menu of a macro', () => {
  const calls: { address: string; method: string; body: unknown }[] = [];
  let answers: Response[] = [];

  beforeEach(() => {
    calls.length = 0;
    document.head.innerHTML = '<meta name="ajs-page-id" content="9">';
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null;
      calls.push({ address, method: init.method ?? '', body });
      return Promise.resolve(answers.shift() ?? json(500, {}));
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const click = (text: string, at = 0): void => {
    [...document.querySelectorAll('button')].filter((each) => each.textContent === text)[at]?.click();
  };

  it('pins the macro that is meant of two alike, and saves the page with the version that was read', async () => {
    document.body.innerHTML = CARD('aa') + CARD('bb') + CARD('aa');
    answers = [json(200, page), json(200, { storage: '<p>pinned</p>' }), json(409, { message: 'stale' })];
    addMenus(document);

    click('Pin to today', 2);

    await vi.waitFor(() => expect(document.body.textContent).toContain('Somebody changed this page meanwhile.'));
    expect(calls[1]).toMatchObject({
      address: '/rest/throughline/1.0/macros/pin',
      body: { storage: '<p/>', macro: 'aa', place: 1, version: 1377 },
    });
    expect(calls[2]).toMatchObject({
      method: 'PUT',
      body: { title: 'T', version: { number: 5 }, body: { storage: { value: '<p>pinned</p>' } } },
    });
  });

  it('says why Confluence refused, and why we did', async () => {
    document.body.innerHTML = CARD('aa');
    addMenus(document);
    answers = [json(403, { message: 'no' })];
    click('Pin to today');
    await vi.waitFor(() => expect(document.body.textContent).toContain('You may not edit this page'));

    answers = [json(200, page), json(404, { code: 'NO_SUCH_MACRO', errorMessages: ['Not here.'] })];
    click('Pin to today');
    await vi.waitFor(() => expect(document.body.textContent).toContain('Not here.'));
    expect(calls).toHaveLength(3);
  });

  it('offers the present again where a macro is pinned', () => {
    document.body.innerHTML = CARD('aa', true);
    addMenus(document);
    addMenus(document);

    expect([...document.querySelectorAll('button')].map((each) => each.textContent)).toEqual([
      'Show the present again',
      'Freeze',
    ]);
  });
});
