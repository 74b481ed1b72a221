import type { VNode } from 'preact';
import { MineOrTheirs } from '../shared/mine-or-theirs';
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

/** Somebody else was faster: what I wrote in the row, what they wrote, and the choice. */
export function ConflictPanel(props: { draft: Draft; theirs: Draft['fields']; edits: Edits }): VNode {
  const { draft, theirs, edits } = props;
  const differing = FIELDS.filter(([field]) => of(draft.fields, field) !== of(theirs, field));
  return (
    <div class="tl-write-panel">
      <MineOrTheirs
        {...(draft.kind === 'actual' ? { title: text.periodTaken } : {})}
        differing={differing.map(([field, name]) => ({
          name,
          mine: of(draft.fields, field),
          theirs: of(theirs, field),
        }))}
        isSaving={edits.isSaving}
        keep={() => edits.keepMine()}
        take={() => edits.cancel()}
      />
    </div>
  );
}
