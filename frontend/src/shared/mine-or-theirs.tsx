import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { NOTHING } from './format';
import { words } from './words';

/** Somebody else was faster: what I wrote, what they wrote, and the choice. The same on every page that writes. */

export interface Differing {
  name: string;
  mine: string;
  theirs: string;
}

interface Props {
  /** what happened, where it is not that somebody changed the same thing */
  title?: string;
  differing: readonly Differing[];
  isSaving: boolean;
  keep: () => void;
  take: () => void;
}

export function MineOrTheirs({ title = words.conflict, differing, isSaving, keep, take }: Props): VNode {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div role="alertdialog" aria-label={title}>
      <strong>{title}</strong>
      <dl class="tl-conflict">
        {differing.map(({ name, mine, theirs }) => (
          <div key={name}>
            <dt class="tl-conflict-field">{name}</dt>
            <dt>{words.mine}</dt>
            <dd dir="auto">{mine || NOTHING}</dd>
            <dt>{words.theirs}</dt>
            <dd dir="auto">{theirs || NOTHING}</dd>
          </div>
        ))}
      </dl>
      <div class="tl-write-keys">
        <button
          type="button"
          ref={first}
          class="tl-button tl-button-small tl-button-primary"
          disabled={isSaving}
          onClick={keep}
        >
          {words.keepMine}
        </button>
        <button type="button" class="tl-button tl-button-small" disabled={isSaving} onClick={take}>
          {words.takeTheirs}
        </button>
      </div>
    </div>
  );
}
