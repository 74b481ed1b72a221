import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { today } from '../shared/format';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { text } from './words';

/** Why work needs no objective, and until when. */

interface Props {
  /** rejects with why the server refuses */
  exempt: (reason: string, until: string) => Promise<void>;
  close: () => void;
}

export function Exempting({ exempt, close }: Props): VNode {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
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
      <label>
        <span class="tl-secondary">{text.reason}</span>
        <input
          ref={first}
          class="tl-input"
          type="text"
          maxLength={2000}
          placeholder={text.reasonHint}
          value={reason}
          readOnly={isSaving}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <label>
        <span class="tl-secondary">{text.until}</span>
        <input
          class="tl-input"
          type="date"
          min={today()}
          value={until}
          readOnly={isSaving}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
      </label>
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
