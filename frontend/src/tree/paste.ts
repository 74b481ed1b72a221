import type { Parse } from './draft';
import { fold } from './rows';

/** Rows copied from a sheet, read as themes, objectives and KPIs. Pure: nothing is created here. */

export type PastedKind = 'theme' | 'objective' | 'kpi';

/** Why a line cannot become a row. */
export type Flaw = 'name' | 'long' | 'level' | 'orphan' | 'due' | 'numbers' | 'kpiParent';

export interface PastedLine {
  /** as the sheet counts, from 1 */
  number: number;
  kind: PastedKind;
  /** 0 at the top of what was pasted */
  depth: number;
  name: string;
  owner: string;
  due: string;
  baseline: number | null;
  target: number | null;
  unit: string;
  flaw: Flaw | null;
  /** index of the line that this goes under; null for what goes directly under the place of pasting */
  under: number | null;
}

type Column = 'level' | 'name' | 'owner' | 'due' | 'baseline' | 'target' | 'unit';

/** Heads of columns in English and German. */
const HEADS: Record<string, Column> = {
  level: 'level',
  type: 'level',
  ebene: 'level',
  typ: 'level',
  art: 'level',
  name: 'name',
  title: 'name',
  titel: 'name',
  ziel: 'name',
  objective: 'name',
  owner: 'owner',
  verantwortlich: 'owner',
  due: 'due',
  'due date': 'due',
  fallig: 'due',
  end: 'due',
  ende: 'due',
  baseline: 'baseline',
  start: 'baseline',
  ausgangswert: 'baseline',
  target: 'target',
  zielwert: 'target',
  unit: 'unit',
  einheit: 'unit',
};
const KINDS: Record<string, PastedKind> = {
  theme: 'theme',
  thema: 'theme',
  objective: 'objective',
  ziel: 'objective',
  kpi: 'kpi',
  measure: 'kpi',
  kennzahl: 'kpi',
};
const LONGEST = 255;

/**
 * @param top what the first level becomes: themes when pasted into a plan, objectives when pasted below something
 */
export function readRows(text: string, top: 'theme' | 'objective', parse: Parse): PastedLine[] {
  const raw = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line, at) => ({ number: at + 1, cells: line.split('\t'), line }))
    .filter(({ line }) => line.trim() !== '');
  const head = columnsOf(raw[0]?.cells ?? []);
  const columns: (Column | null)[] = head ?? ['name', 'owner', 'due'];
  const lines = (head ? raw.slice(1) : raw).map((each) => lineOf(each, columns, head !== null, parse));
  return place(lines, top);
}

/** The columns that a first row names; null when it is no head. */
function columnsOf(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((cell) => HEADS[fold(cell.trim())] ?? null);
  return columns.includes('name') ? columns : null;
}

interface Read extends PastedLine {
  indent: number;
  said: PastedKind | null;
}

function lineOf(
  { number, cells, line }: { number: number; cells: string[]; line: string },
  columns: readonly (Column | null)[],
  hasHead: boolean,
  parse: Parse,
): Read {
  const at = columns.indexOf('name');
  const nameCell = cells[at] ?? '';
  // without a head, empty cells before the name are its indentation
  const empty = hasHead ? 0 : cells.findIndex((cell) => cell.trim() !== '');
  const shift = Math.max(0, empty);
  const value = (column: Column): string => {
    const place = columns.indexOf(column);
    return place < 0 ? '' : (cells[place + (hasHead ? 0 : shift)] ?? '').trim();
  };
  const spaces = /^ */.exec(hasHead ? nameCell : shift > 0 ? '' : line)?.[0].length ?? 0;
  const level = value('level');
  const said = KINDS[fold(level)] ?? null;
  const due = value('due');
  const isNumber = /^\d+$/.test(level);
  return {
    number,
    kind: 'objective',
    depth: 0,
    name: value('name'),
    owner: value('owner'),
    due: dateOf(due) ?? '',
    baseline: parse(value('baseline')),
    target: parse(value('target')),
    unit: value('unit'),
    flaw: due !== '' && dateOf(due) === null ? 'due' : level !== '' && !said && !isNumber ? 'level' : null,
    under: null,
    indent: isNumber ? Number(level) * 1000 : shift * 1000 + spaces,
    said,
  };
}

/** "2027-06-30", "30.06.2027"; null for anything else. */
export function dateOf(text: string): string | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = german
    ? `${german[3] ?? ''}-${(german[2] ?? '').padStart(2, '0')}-${(german[1] ?? '').padStart(2, '0')}`
    : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** Depth by the words of a level column, else by indentation; and under which line each goes. */
function place(lines: Read[], top: 'theme' | 'objective'): PastedLine[] {
  const above: { at: number; indent: number; kind: PastedKind }[] = [];
  return lines
    .map((line, at): PastedLine => {
      const { indent, said, ...rest } = line;
      const closes = (open: { indent: number; kind: PastedKind }): boolean =>
        said
          ? said === 'theme' || open.kind === 'kpi' || (said === open.kind && open.indent >= indent)
          : open.indent >= indent;
      while (above.length > 0 && closes(above[above.length - 1] ?? { indent: 0, kind: 'kpi' })) above.pop();
      const parent = above[above.length - 1];
      const kind: PastedKind = said ?? (parent || top === 'objective' ? 'objective' : 'theme');
      const under = parent?.at ?? null;
      const flaw = rest.flaw ?? flawOf({ ...rest, kind }, parent?.kind ?? null, top);
      above.push({ at, indent, kind });
      return { ...rest, kind, depth: above.length - 1, under, flaw };
    })
    .map((line, _, all) => {
      // what hangs under a bad line has nowhere to go
      for (let up = line.under; up !== null; up = all[up]?.under ?? null) {
        if (line.flaw === null && all[up]?.flaw) return { ...line, flaw: 'orphan' as const };
      }
      return line;
    });
}

function flawOf(line: PastedLine, parent: PastedKind | null, top: 'theme' | 'objective'): Flaw | null {
  if (line.name === '') return 'name';
  if (line.name.length > LONGEST) return 'long';
  if (line.kind === 'theme' && (parent !== null || top === 'objective')) return 'level';
  if (line.kind === 'objective' && parent === null && top === 'theme') return 'level';
  if (line.kind === 'kpi') {
    if (parent !== 'objective') return 'kpiParent';
    if (line.baseline === null || line.target === null || line.due === '') return 'numbers';
  }
  return null;
}
