import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The English texts of the app, given out as the server's transformer would. */
const file = readFileSync(
  join(import.meta.dirname, '../../src/app/src/main/resources/i18n/throughline.properties'),
  'utf8',
);

export const texts: ReadonlyMap<string, string> = new Map(
  file
    .split('\n')
    .filter((line) => /^[a-z].* = /i.test(line))
    .map((line) => {
      const at = line.indexOf(' = ');
      const text = line
        .slice(at + 3)
        .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
      return [line.slice(0, at), text] as const;
    }),
);

Object.assign(globalThis, { WRM: { I18n: { getText: (key: string): string => texts.get(key) ?? key } } });
