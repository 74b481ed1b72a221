import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Problem } from '../shared/api';
import { fill } from '../shared/format';
import { Icon, Sign } from '../shared/marks';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import { DeliveryCell, DueCell, type Look, OutcomeCell, SignalCell } from './cells';
import type { Draft, Field } from './draft';
import { type Edits, Missing } from './edits';
import { rowAttributes } from './row';
import type { Row } from './rows';
import { text } from './words';

/** One row of the grid as it is written: it lifts, Enter saves, Tab goes on, Esc cancels; no dialog. */

interface Props {
  row: Row;
  look: Look;
  at: number;
  top: number | null;
  draft: Draft;
  edits: Edits;
}

export function WriteRow({ row, look, at, top, draft, edits }: Props): VNode {
  const read = row.kind === 'new' ? null : row;
  const keys = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    // whatever is typed here is not meant for the grid
    event.stopPropagation();
    if (event.key === 'Escape') edits.cancel();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) edits.save();
    else return;
    event.preventDefault();
  };
  const isLink = draft.what === 'link';
  return (
    <div role="row" {...rowAttributes(row, at, top, 'is-active is-written')} onKeyDown={keys}>
      <div role="rowheader" class="tl-cell tl-cell-name">
        <span class="tl-twisty" />
        <Icon of={draft.what === 'link' ? 'issue' : draft.what} />
        <Input
          field="name"
          draft={draft}
          edits={edits}
          label={isLink ? text.workHint : text.name}
          hint={hintOf(draft)}
        />
      </div>
      <div role="gridcell" class="tl-cell tl-cell-owner">
        {isLink ? null : <Input field="owner" draft={draft} edits={edits} label={words.owner} hint={text.ownerHint} />}
      </div>
      <div role="gridcell" class="tl-cell tl-cell-outcome">
        {read ? <OutcomeCell row={read} look={look} /> : null}
      </div>
      <div role="gridcell" class="tl-cell tl-cell-delivery">
        {read ? <DeliveryCell row={read} look={look} /> : null}
      </div>
      <div role="gridcell" class="tl-cell tl-cell-signal">
        {read ? <SignalCell row={read} /> : null}
      </div>
      <div role="gridcell" class="tl-cell tl-cell-due">
        {draft.what === 'objective' ? (
          <Input field="due" draft={draft} edits={edits} label={text.due} isDate />
        ) : read ? (
          <DueCell row={read} look={look} />
        ) : null}
        {/* below the row, and last in it, so that Tab goes through the fields first */}
        <Panel draft={draft} edits={edits} />
      </div>
    </div>
  );
}

function hintOf(draft: Draft): string {
  if (draft.what === 'link') return text.workHint;
  return draft.what === 'theme' ? text.themeHint : text.nameHint;
}

interface InputProps {
  field: Field;
  draft: Draft;
  edits: Edits;
  label: string;
  hint?: string;
  isDate?: boolean;
}

function Input({ field, draft, edits, label, hint, isDate = false }: InputProps): VNode {
  const input = useRef<HTMLInputElement>(null);
  const wantsFocus = draft.focus === field;
  useEffect(() => {
    if (!wantsFocus) return;
    input.current?.focus();
    if (input.current?.type === 'text') input.current.select();
  }, [wantsFocus]);
  return (
    <input
      ref={input}
      class="tl-input"
      {...(isDate ? { type: 'date' as const } : { type: 'text' as const, maxLength: 2000 })}
      aria-label={label}
      placeholder={hint}
      autocomplete="off"
      spellcheck={field === 'name' && draft.what !== 'link'}
      value={draft.fields[field]}
      readOnly={edits.isSaving}
      aria-invalid={isAbout(edits.problem, field, draft)}
      aria-describedby={edits.problem ? 'tl-write-problem' : undefined}
      onInput={(event) => edits.change(field, event.currentTarget.value)}
    />
  );
}

/** Whether the server complains about this field; a link's only field is its target. */
function isAbout(problem: unknown, field: Field, draft: Draft): boolean {
  if (problem instanceof Missing) return field === 'name';
  if (!(problem instanceof Problem)) return false;
  return draft.what === 'link' ? field === 'name' : field in problem.fields;
}

/** Below the row: save and cancel, what went wrong, and what to do when somebody else was faster. */
function Panel({ draft, edits }: { draft: Draft; edits: Edits }): VNode {
  const theirs = draft.kind === 'edit' ? draft.theirs : undefined;
  if (draft.kind === 'edit' && theirs) return <ConflictPanel draft={draft} theirs={theirs.fields} edits={edits} />;
  const ref = edits.problem instanceof Problem ? edits.problem.ref : '';
  return (
    <div class="tl-write-panel">
      {edits.problem ? (
        <div id="tl-write-problem" class="tl-error" role="alert">
          {edits.problem instanceof Missing ? edits.problem.message : sayOf(edits.problem)}{' '}
          {ref ? <span class="tl-tertiary">{fill(words.reference, ref)}</span> : null}
        </div>
      ) : null}
      <div class="tl-write-keys">
        <button
          type="button"
          class="tl-button tl-button-primary tl-button-small tl-button-icon"
          aria-label={words.save}
          disabled={edits.isSaving}
          onClick={() => edits.save()}
        >
          <Sign of="check" />
        </button>
        <button
          type="button"
          class="tl-button tl-button-small tl-button-icon"
          aria-label={words.cancel}
          onClick={() => edits.cancel()}
        >
          <Sign of="close" />
        </button>
        <span class="tl-tertiary" aria-hidden="true">
          <kbd class="tl-kbd">Enter</kbd> {text.keySave}
        </span>
        {draft.what === 'link' ? null : (
          <span class="tl-tertiary" aria-hidden="true">
            <kbd class="tl-kbd">Tab</kbd> {text.keyNext}
          </span>
        )}
        <span class="tl-tertiary" aria-hidden="true">
          <kbd class="tl-kbd">Esc</kbd> {text.keyCancel}
        </span>
      </div>
    </div>
  );
}

function ConflictPanel(props: { draft: Draft; theirs: Draft['fields']; edits: Edits }): VNode {
  const { draft, theirs, edits } = props;
  const differing = (['name', 'owner', 'due'] as const).filter((field) => draft.fields[field] !== theirs[field]);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="tl-write-panel" role="alertdialog" aria-label={text.conflict}>
      <strong>{text.conflict}</strong>
      <dl class="tl-conflict">
        {differing.map((field) => (
          <div key={field}>
            <dt>{text.mine}</dt>
            <dd>{draft.fields[field] || '–'}</dd>
            <dt>{text.theirs}</dt>
            <dd>{theirs[field] || '–'}</dd>
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
