import type { TargetedKeyboardEvent, TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { Problem } from '../shared/api';
import { contextPath } from '../shared/host';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import type { SourceDraft } from './source';
import { text } from './words';

/** The kind of a source and what belongs to it; what the server objects to stands under the field that it is about. */

interface Props {
  draft: SourceDraft;
  change: (draft: SourceDraft) => void;
  problem: unknown;
  isSaving: boolean;
  save: () => void;
  close: () => void;
}

const KINDS = ['MANUAL', 'FORMULA', 'JQL'] as const;
const AGGREGATES = ['COUNT', 'SUM', 'AVG'] as const;

export function SourceForm({ draft, change, problem, isSaving, save, close }: Props): VNode {
  const id = useId();
  const fields = useNumberFields(draft.kind === 'JQL' && draft.aggregate !== 'COUNT');
  const known = ['source.formula', 'source.jql', 'source.aggregate', 'source.field'];
  const isElsewhere = problem !== null && !known.some((field) => wrong(problem, field));
  const keys = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') close();
    // a formula or a query may have several lines
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <form
      class="tl-kpi-form"
      onKeyDown={keys}
      onSubmit={(event: TargetedSubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="tl-kpi-kinds" role="radiogroup" aria-label={text.source}>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name={`${id}-kind`}
              checked={draft.kind === kind}
              onChange={() => change({ ...draft, kind })}
            />{' '}
            {text.kinds[kind]}
          </label>
        ))}
      </div>
      {draft.kind === 'FORMULA' ? (
        <Code
          label={text.formula}
          hint={text.formulaHint}
          value={draft.formula}
          field="source.formula"
          problem={problem}
          isReadOnly={isSaving}
          onValue={(formula) => change({ ...draft, formula })}
        />
      ) : null}
      {draft.kind === 'JQL' ? (
        <>
          <Code
            label={text.jql}
            hint={text.jqlHint}
            value={draft.jql}
            field="source.jql"
            problem={problem}
            isReadOnly={isSaving}
            onValue={(jql) => change({ ...draft, jql })}
          />
          <div class="tl-kpi-aggregate">
            <label>
              <span class="tl-secondary">{text.aggregate}</span>
              <select
                class="tl-input"
                value={draft.aggregate}
                onChange={(event) =>
                  change({ ...draft, aggregate: event.currentTarget.value as SourceDraft['aggregate'] })
                }
              >
                {AGGREGATES.map((each) => (
                  <option key={each} value={each}>
                    {text.aggregates[each]}
                  </option>
                ))}
              </select>
            </label>
            {draft.aggregate === 'COUNT' ? null : (
              <label>
                <span class="tl-secondary">{text.field}</span>
                <input
                  class="tl-input"
                  list={`${id}-fields`}
                  value={draft.field}
                  aria-invalid={wrong(problem, 'source.field')}
                  aria-describedby={`${id}-field-problem`}
                  onInput={(event) => change({ ...draft, field: event.currentTarget.value })}
                />
                <datalist id={`${id}-fields`}>
                  {fields.map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
              </label>
            )}
          </div>
          <Fault id={`${id}-field-problem`} problem={problem} field="source.field" />
          <p class="tl-tertiary">{text.jqlLimit}</p>
        </>
      ) : null}
      {isElsewhere ? (
        <p class="tl-error" role="alert">
          {sayOf(problem)}
        </p>
      ) : null}
      <div class="tl-desk-buttons">
        <button type="submit" class="tl-button tl-button-primary" disabled={isSaving}>
          {words.save}
        </button>
        <button type="button" class="tl-button tl-button-quiet" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function wrong(problem: unknown, field: string): boolean {
  return problem instanceof Problem && field in problem.fields;
}

/** What the server objects to about one field. */
function Fault({ id, problem, field }: { id: string; problem: unknown; field: string }): VNode {
  return (
    <p class="tl-error" id={id} role="alert">
      {problem instanceof Problem ? (problem.fields[field] ?? '') : ''}
    </p>
  );
}

interface CodeProps {
  label: string;
  hint: string;
  value: string;
  field: string;
  problem: unknown;
  isReadOnly: boolean;
  onValue: (value: string) => void;
}

function Code({ label, hint, value, field, problem, isReadOnly, onValue }: CodeProps): VNode {
  const id = useId();
  const position = problem instanceof Problem ? (problem.positions[field] ?? 0) : 0;
  return (
    <div class="tl-kpi-field">
      <label class="tl-secondary" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="tl-input tl-kpi-code"
        rows={2}
        spellcheck={false}
        maxLength={10_000}
        aria-invalid={wrong(problem, field)}
        aria-describedby={`${id}-problem ${id}-hint`}
        readOnly={isReadOnly}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {position > 0 ? <Place code={value} position={position} /> : null}
      <Fault id={`${id}-problem`} problem={problem} field={field} />
      <p class="tl-tertiary" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** The line that is wrong once more, with what is wrong in it marked; an end that came too early is marked as a gap. */
function Place({ code, position }: { code: string; position: number }): VNode {
  const start = code.lastIndexOf('\n', position - 2) + 1;
  const end = code.indexOf('\n', start);
  const line = code.slice(start, end < 0 ? code.length : end);
  const at = Math.min(position - 1 - start, line.length);
  const token = /^(\w[\w.-]*|.)/.exec(line.slice(at))?.[0] ?? '';
  return (
    <div class="tl-kpi-code tl-kpi-place" aria-hidden="true">
      {line.slice(0, at)}
      <mark>{token || ' '}</mark>
      {line.slice(at + token.length)}
    </div>
  );
}

/** Names of the fields that hold numbers, as Jira lists them for whoever asks; without an answer a name can be typed. */
function useNumberFields(isWanted: boolean): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    numberFields(stop.signal).then(setNames, () => undefined);
    return () => stop.abort();
  }, [isWanted]);
  return names;
}

async function numberFields(signal: AbortSignal): Promise<readonly string[]> {
  const response = await fetch(`${contextPath()}/rest/api/2/field`, { credentials: 'same-origin', signal });
  if (!response.ok) return [];
  const all = (await response.json()) as { name: string; schema?: { type: string } }[];
  return all.filter(({ schema }) => schema?.type === 'number').map(({ name }) => name);
}
