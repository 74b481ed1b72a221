import { useCallback, useState } from 'preact/hooks';
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
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);

  const start = useCallback((next: Draft) => {
    setDraft(next);
    setProblem(null);
  }, []);

  const change = useCallback((field: Field, value: string) => {
    setDraft((now) => {
      if (!now) return now;
      const fields = { ...now.fields, [field]: value };
      // other words are another call: its first answer must not stand for this one
      return now.kind === 'edit' ? { ...now, fields } : { ...now, fields, token: token() };
    });
    setProblem(null);
  }, []);

  const cancel = useCallback(() => {
    setDraft(null);
    setProblem(null);
  }, []);

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

  const send = async (what: Draft): Promise<void> => {
    const lacks = missing(what, format);
    if (lacks) {
      setProblem(lacks);
      return;
    }
    setSaving(true);
    try {
      await saved(await store(what));
      setDraft(null);
      setProblem(null);
    } catch (failed) {
      if (failed instanceof Conflict && what.kind !== 'new') setDraft({ ...what, theirs: failed.theirs });
      else setProblem(failed);
    } finally {
      setSaving(false);
    }
  };

  const save = (): void => {
    if (draft && !isSaving) void send(draft);
  };

  const keepMine = (): void => {
    if (!draft || draft.kind === 'new' || !draft.theirs || isSaving) return;
    if (draft.kind === 'actual') {
      void send(draft);
      return;
    }
    // what I did not touch stays as they left it
    const { theirs, ...mine } = draft;
    const again = { ...mine, version: theirs.version };
    setDraft(again);
    void send(again);
  };

  return { draft, problem, isSaving, start, change, cancel, save, keepMine };
}
