import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Problem } from '../shared/api';
import { type Draft, type Field, Missing, of } from './draft';
import type { Edits } from './edits';
import { PersonInput } from './person-input';

/** The fields of a row that is written. */

export interface FieldProps {
  field: Field;
  draft: Draft;
  edits: Edits;
  label: string;
}

/** Fields that hold a day. */
const DAYS: readonly Field[] = ['due', 'from'];
const NUMBERS: readonly Field[] = ['baseline', 'target', 'tolerance', 'value'];

export function Input({ field, draft, edits, label, hint }: FieldProps & { hint?: string }): VNode {
  const input = useRef<HTMLInputElement>(null);
  const wantsFocus = draft.focus === field;
  // before the next key is read, not after the next paint: whoever types on loses no letter
  useLayoutEffect(() => {
    if (!wantsFocus) return;
    input.current?.focus();
    if (input.current?.type === 'text') input.current.select();
  }, [wantsFocus]);
  const wrong = isAbout(edits.problem, field, draft);
  if (field === 'owner') {
    return (
      <PersonInput
        input={input}
        value={of(draft.fields, 'owner')}
        onValue={(name) => edits.change('owner', name)}
        label={label}
        hint={hint ?? ''}
        isReadOnly={edits.isSaving}
        isInvalid={wrong}
      />
    );
  }
  return (
    <input
      ref={input}
      class={`tl-input tl-input-${field}`}
      {...(DAYS.includes(field) ? { type: 'date' as const } : { type: 'text' as const, maxLength: 2000 })}
      {...(NUMBERS.includes(field) ? { inputMode: 'decimal' as const } : {})}
      aria-label={label}
      title={DAYS.includes(field) ? label : undefined}
      placeholder={hint}
      autocomplete="off"
      spellcheck={field === 'name' && draft.what !== 'link'}
      value={of(draft.fields, field)}
      readOnly={edits.isSaving}
      aria-invalid={wrong}
      aria-describedby={edits.problem ? 'tl-write-problem' : undefined}
      onInput={(event) => edits.change(field, event.currentTarget.value)}
    />
  );
}

export function Choice({
  field,
  draft,
  edits,
  label,
  options,
}: FieldProps & { options: readonly (readonly [string, string])[] }): VNode {
  return (
    <select
      class="tl-input"
      aria-label={label}
      value={of(draft.fields, field)}
      disabled={edits.isSaving}
      aria-invalid={isAbout(edits.problem, field, draft)}
      onChange={(event) => edits.change(field, event.currentTarget.value)}
    >
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** What the server calls a field, where that is another word. */
const SERVER: Partial<Record<Field, string>> = {
  baseline: 'baseline.value',
  from: 'baseline.date',
  target: 'target.value',
};
const SERVER_BAND: Partial<Record<Field, string>> = {
  baseline: 'band.low',
  target: 'band.high',
  tolerance: 'band.tolerance',
};
const SERVER_SOURCE: Record<string, string> = { FORMULA: 'source.formula', JQL: 'source.jql' };

/** Whether the server complains about this field; a link's only field is its target. */
function isAbout(problem: unknown, field: Field, draft: Draft): boolean {
  if (problem instanceof Missing) return field === problem.field;
  if (!(problem instanceof Problem)) return false;
  if (draft.what === 'link') return field === 'name';
  const known = of(draft.fields, 'aim') === 'KEEP' ? SERVER_BAND : SERVER;
  if (field === 'code') return (SERVER_SOURCE[of(draft.fields, 'source')] ?? '') in problem.fields;
  const name = draft.what === 'kpi' && field === 'due' ? 'target.date' : (known[field] ?? field);
  return name in problem.fields;
}
