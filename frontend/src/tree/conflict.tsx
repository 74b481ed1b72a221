import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../shared/words';
import { type Draft, type Field, of } from './draft';
import type { Edits } from './edits';
import { text } from './words';

/** What can differ, and what people call it. */
const FIELDS: readonly (readonly [Field, string])[] = [
  ['name', text.name],
  ['owner', words.owner],
  ['due', text.due],
  ['baseline', text.low],
  ['target', text.target],
  ['value', text.value],
  ['note', text.note],
];

/** Somebody else was faster: what I wrote, what they wrote, and the choice. */
export function ConflictPanel(props: { draft: Draft; theirs: Draft['fields']; edits: Edits }): VNode {
  const { draft, theirs, edits } = props;
  const differing = FIELDS.filter(([field]) => of(draft.fields, field) !== of(theirs, field));
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="tl-write-panel" role="alertdialog" aria-label={text.conflict}>
      <strong>{draft.kind === 'actual' ? text.periodTaken : text.conflict}</strong>
      <dl class="tl-conflict">
        {differing.map(([field, name]) => (
          <div key={field}>
            <dt class="tl-conflict-field">{name}</dt>
            <dt>{text.mine}</dt>
            <dd>{of(draft.fields, field) || '–'}</dd>
            <dt>{text.theirs}</dt>
            <dd>{of(theirs, field) || '–'}</dd>
          </div>
        ))}
      </dl>
      <div class="tl-write-keys">
        <button
          type="button"
          ref={keep}
          class="tl-button tl-button-small tl-button-primary"
          disabled={edits.isSaving}
          onClick={() => edits.keepMine()}
        >
          {text.keepMine}
        </button>
        <button type="button" class="tl-button tl-button-small" onClick={() => edits.cancel()}>
          {text.takeTheirs}
        </button>
      </div>
    </div>
  );
}
