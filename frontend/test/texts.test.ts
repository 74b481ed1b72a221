import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts } from './words';

const source = join(import.meta.dirname, '../src');
const script = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .join('\n');
const used = new Set([...script.matchAll(/WRM\.I18n\.getText\('([\w.-]+)'\)/g)].map((call) => call[1] ?? ''));

const german = readFileSync(
  join(import.meta.dirname, '../../src/app/src/main/resources/i18n/throughline_de.properties'),
  'utf8',
);

describe('texts', () => {
  it('every key that a script asks for has an English and a German text', () => {
    const missing = [...used].filter((key) => !texts.has(key) || !german.includes(`\n${key} = `));
    expect(missing).toEqual([]);
  });

  it('every text of the scripted pages is asked for', () => {
    const ours = [...texts.keys()].filter((key) => /^throughline\.(tree|plans)\./.test(key));
    expect(ours.filter((key) => !used.has(key))).toEqual([]);
  });

  it('keys stand literally in the call, or the server could not replace them', () => {
    expect(
      [...script.matchAll(/\.getText\((?!'[\w.-]+'\))/g)].map((call) => script.slice(call.index, call.index + 60)),
    ).toEqual([]);
  });
});
