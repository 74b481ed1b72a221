import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { today } from '../shared/format';
import { text } from './exempt-words';

interface Props {
  reason: string;
  /** last day; empty for no end */
  until: string;
  isReadOnly?: boolean;
  change: (next: { reason?: string; until?: string }) => void;
}

/** Why work needs no objective, and until when: two fields, the first of which has the focus at once. */
export function ExemptFields({ reason, until, isReadOnly = false, change }: Props): VNode {
  const first = useRef<HTMLInputElement>(null);
  // before the next key is read
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <>
      <label>
        <span class="tl-secondary">{text.reason}</span>
        <input
          ref={first}
          class="tl-input"
          type="text"
          maxLength={2000}
          placeholder={text.reasonHint}
          value={reason}
          readOnly={isReadOnly}
          onInput={(event) => change({ reason: event.currentTarget.value })}
        />
      </label>
      <label>
        <span class="tl-secondary">{text.until}</span>
        <input
          class="tl-input"
          type="date"
          min={today()}
          value={until}
          readOnly={isReadOnly}
          onInput={(event) => change({ until: event.currentTarget.value })}
        />
      </label>
    </>
  );
}
