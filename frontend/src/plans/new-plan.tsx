import type { TargetedSubmitEvent, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { post, Problem, token } from '../shared/api';
import { fill, today } from '../shared/format';
import { treeUrl } from '../shared/host';
import type { Measure, Plan } from '../shared/shapes';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import { text } from './words';

/** Name and period, then the tree takes over. */
export function NewPlan({ close }: { close: () => void }): VNode {
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const once = useRef(token());
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const year = Number(today().slice(0, 4));

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const field = (name: string): string => {
      const value = given.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    setSaving(true);
    post<Plan>(
      '/plans',
      {
        name: field('name'),
        start: field('start'),
        end: field('end'),
        sizeMeasure: field('sizeMeasure'),
        ...(field('vision') ? { vision: field('vision') } : {}),
      },
      once.current,
    ).then(
      (plan) => location.assign(treeUrl(plan.key)),
      (failed: unknown) => {
        setProblem(failed);
        setSaving(false);
        // what is sent next is another call
        once.current = token();
      },
    );
  };
  const wrong = (name: string): string => (problem instanceof Problem ? (problem.fields[name] ?? '') : '');
  const isElsewhere = problem !== null && !FIELDS.some(wrong);
  return (
    <form
      class="tl-plans-new"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Labelled label={text.name} wrong={wrong('name')} wide>
        <input
          ref={first}
          class="tl-input"
          name="name"
          required
          autocomplete="off"
          aria-invalid={wrong('name') !== ''}
        />
      </Labelled>
      <Labelled label={text.vision} wrong={wrong('vision')} wide>
        <input class="tl-input" name="vision" autocomplete="off" aria-invalid={wrong('vision') !== ''} />
      </Labelled>
      <Labelled label={text.start} wrong={wrong('start')}>
        <input class="tl-input" name="start" type="date" required defaultValue={`${year}-01-01`} />
      </Labelled>
      <Labelled label={text.end} wrong={wrong('end')}>
        <input class="tl-input" name="end" type="date" required defaultValue={`${year + 2}-12-31`} />
      </Labelled>
      <Labelled label={text.measure} wrong={wrong('sizeMeasure')}>
        <select class="tl-input" name="sizeMeasure">
          {(Object.keys(text.measures) as Measure[]).map((measure) => (
            <option key={measure} value={measure}>
              {text.measures[measure]}
            </option>
          ))}
        </select>
      </Labelled>
      <div class="tl-plans-buttons">
        <button type="submit" class="tl-button tl-button-primary" disabled={isSaving}>
          {text.create}
        </button>
        <button type="button" class="tl-button tl-button-quiet" onClick={close}>
          {words.cancel}
        </button>
        {isElsewhere ? (
          <span class="tl-error" role="alert">
            {sayOf(problem)} {problem instanceof Problem && problem.ref ? fill(words.reference, problem.ref) : ''}
          </span>
        ) : null}
      </div>
    </form>
  );
}

const FIELDS = ['name', 'vision', 'start', 'end', 'sizeMeasure'];

interface LabelledProps {
  label: string;
  wrong: string;
  wide?: boolean;
  children: VNode;
}

function Labelled({ label, wrong, wide = false, children }: LabelledProps): VNode {
  return (
    <label class={wide ? 'is-wide' : ''}>
      <span class="tl-secondary">{label}</span>
      {children}
      {wrong ? (
        <span class="tl-error" role="alert">
          {wrong}
        </span>
      ) : null}
    </label>
  );
}
