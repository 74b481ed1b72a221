import { useCallback, useState } from 'preact/hooks';
import { token } from '../shared/api';
import { Conflict, type Draft, type Field, saveEdit, saveNew, Unfinished } from './draft';
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

/** What is wrong before anything is sent. */
export class Missing extends Error {}

/**
 * @param saved called with the row's id when it is on the server
 */
export function useEdits(saved: (id: string) => Promise<void>): Edits {
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
      return now.kind === 'new' ? { ...now, fields, token: token() } : { ...now, fields };
    });
    setProblem(null);
  }, []);

  const cancel = useCallback(() => {
    setDraft(null);
    setProblem(null);
  }, []);

  const send = async (what: Draft): Promise<void> => {
    if (what.fields.name.trim() === '') {
      setProblem(new Missing(text.nameNeeded));
      return;
    }
    setSaving(true);
    try {
      const id = what.kind === 'edit' ? (await saveEdit(what), what.id) : await saveNew(what);
      await saved(id);
      setDraft(null);
      setProblem(null);
    } catch (failed) {
      if (failed instanceof Conflict && what.kind === 'edit') setDraft({ ...what, theirs: failed.theirs });
      else if (failed instanceof Unfinished) {
        setDraft({ ...what, fields: { ...what.fields, name: failed.rest } });
        setProblem(failed.problem);
      } else setProblem(failed);
    } finally {
      setSaving(false);
    }
  };

  const save = (): void => {
    if (draft && !isSaving) void send(draft);
  };

  const keepMine = (): void => {
    if (draft?.kind !== 'edit' || !draft.theirs || isSaving) return;
    // what I did not touch stays as they left it
    const { theirs, ...mine } = draft;
    const again = { ...mine, version: theirs.version };
    setDraft(again);
    void send(again);
  };

  return { draft, problem, isSaving, start, change, cancel, save, keepMine };
}
