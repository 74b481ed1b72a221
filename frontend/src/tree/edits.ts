import { useCallback, useRef, useState } from 'preact/hooks';
import { token } from '../shared/api';
import type { Format } from '../shared/format';
import { type Created, saveActual, saveNew } from './creation';
import { Conflict, type Draft, type Field, Missing, of, saveEdit } from './draft';
import { text } from './words';

/** The one row that is being written, and what became of saving it. */
export interface Edits {
  draft: Draft | null;
  /** why the last save failed */
  problem: unknown;
  isSaving: boolean;
  start(draft: Draft): void;
  change(field: Field, value: string): void;
  cancel(): void;
  save(): void;
  /** After a conflict: write mine over theirs. */
  keepMine(): void;
}

/** A row that is being written, or whose saving has not been answered yet. */
interface Open {
  number: number;
  draft: Draft;
  problem: unknown;
  isSaving: boolean;
}

/** What was saved: the row's id, and of something new what is needed to take it back. */
export interface Saved {
  draft: Draft;
  id: string;
  created: Created | null;
}

/** Numbers that a draft needs; of a KPI that is edited only those that it shows. */
function numbersOf({ kind, what, fields }: Draft): readonly Field[] {
  if (what === 'actual') return ['value'];
  if (what !== 'kpi') return [];
  if (kind === 'new')
    return of(fields, 'aim') === 'KEEP' ? ['baseline', 'target', 'tolerance'] : ['baseline', 'target'];
  return (['baseline', 'target'] as const).filter((field) => field in fields);
}

/** What is missing before it is worth asking the server. */
export function missing(draft: Draft, format: Format): Missing | null {
  const { fields, what } = draft;
  if (what !== 'actual' && of(fields, 'name').trim() === '') return new Missing('name', text.nameNeeded);
  for (const field of numbersOf(draft)) {
    if (format.parse(of(fields, field)) === null) return new Missing(field, text.numberNeeded);
  }
  if (what === 'kpi' && draft.kind === 'new' && of(fields, 'aim') !== 'KEEP') {
    for (const field of ['from', 'due'] as const) {
      if (of(fields, field) === '') return new Missing(field, text.dateNeeded);
    }
  }
  return null;
}

/**
 * @param saved called when it is on the server
 */
export function useEdits(format: Format, saved: (what: Saved) => Promise<void>): Edits {
  // the last one is the one that is seen: while an answer is awaited another row may be begun, and neither takes the other away
  const [open, setOpen] = useState<readonly Open[]>([]);
  const next = useRef(0);
  const top = open[open.length - 1];

  const become = (number: number, news: Partial<Open>): void =>
    setOpen((all) => all.map((each) => (each.number === number ? { ...each, ...news } : each)));
  const end = (number: number): void => setOpen((all) => all.filter((each) => each.number !== number));

  const start = useCallback((draft: Draft) => {
    const fresh = { number: next.current++, draft, problem: null, isSaving: false };
    setOpen((all) => [...all.filter((each) => each.isSaving), fresh]);
  }, []);

  const change = useCallback((field: Field, value: string) => {
    setOpen((all) =>
      all.map((each, at) =>
        at === all.length - 1 ? { ...each, draft: changed(each.draft, field, value), problem: null } : each,
      ),
    );
  }, []);

  // what is being saved cannot be called back any more
  const cancel = useCallback(() => setOpen((all) => (all[all.length - 1]?.isSaving ? all : all.slice(0, -1))), []);

  const store = async (what: Draft): Promise<Saved> => {
    const write = (value: number): string => format.number(value, 6);
    switch (what.kind) {
      case 'edit':
        await saveEdit(what, format.parse, write);
        return { draft: what, id: what.id, created: null };
      case 'actual':
        await saveActual(what, format.parse, write);
        return { draft: what, id: what.id, created: null };
      case 'new': {
        const created = await saveNew(what, format.parse);
        return { draft: what, id: created.id, created };
      }
    }
  };

  const send = async (number: number, what: Draft): Promise<void> => {
    const lacks = missing(what, format);
    if (lacks) {
      become(number, { problem: lacks });
      return;
    }
    become(number, { isSaving: true });
    try {
      await saved(await store(what));
      end(number);
    } catch (failed) {
      if (failed instanceof Conflict && what.kind !== 'new') {
        become(number, { draft: { ...what, theirs: failed.theirs }, isSaving: false });
      } else become(number, { problem: failed, isSaving: false });
      // what failed comes first; what was begun meanwhile waits behind it with all that was written
      setOpen((all) => [
        ...all.filter((each) => each.number !== number),
        ...all.filter((each) => each.number === number),
      ]);
    }
  };

  const save = (): void => {
    if (top && !top.isSaving) void send(top.number, top.draft);
  };

  const keepMine = (): void => {
    if (!top || top.draft.kind === 'new' || !top.draft.theirs || top.isSaving) return;
    if (top.draft.kind === 'actual') {
      void send(top.number, top.draft);
      return;
    }
    // what I did not touch stays as they left it
    const { theirs, ...mine } = top.draft;
    const again = { ...mine, version: theirs.version };
    become(top.number, { draft: again });
    void send(top.number, again);
  };

  return {
    draft: top?.draft ?? null,
    problem: top?.problem ?? null,
    isSaving: top?.isSaving ?? false,
    start,
    change,
    cancel,
    save,
    keepMine,
  };
}

function changed(draft: Draft, field: Field, value: string): Draft {
  const fields = { ...draft.fields, [field]: value };
  // other words are another call: its first answer must not stand for this one
  return draft.kind === 'edit' ? { ...draft, fields } : { ...draft, fields, token: token() };
}
