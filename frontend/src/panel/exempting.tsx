import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { ExemptFields } from '../triage/exempt-fields';
import { text } from './words';

/** Why work needs no objective, and until when. */

interface Props {
  /** rejects with why the server refuses */
  exempt: (reason: string, until: string) => Promise<void>;
  close: () => void;
}

export function Exempting({ exempt, close }: Props): VNode {
  const [written, setWritten] = useState({ reason: '', until: '' });
  const { reason, until } = written;
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const save = (): void => {
    if (!reason.trim() || isSaving) return;
    setSaving(true);
    setRefusal(null);
    exempt(reason, until).catch((failed: unknown) => {
      setRefusal(failed);
      setSaving(false);
    });
  };
  return (
    <form
      class="tl-panel-form"
      onKeyDown={(event) => {
        // Jira's own shortcuts must not hear what is typed here
        event.stopPropagation();
        if (event.key === 'Escape') close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ExemptFields {...written} isReadOnly={isSaving} change={(next) => setWritten({ ...written, ...next })} />
      {refusal ? <Trouble problem={refusal} what={words.failed} /> : null}
      <div class="tl-panel-actions">
        <button type="submit" class="tl-button tl-button-small tl-button-primary" disabled={isSaving || !reason.trim()}>
          {text.exempt}
        </button>
        <button type="button" class="tl-button tl-button-small tl-button-quiet" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
