import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { contextPath } from '../shared/host';
import { FORMS, KEPT_NAME, type MacroName, parametersOf, type Plain, switched, type Values, chosenOf } from './forms';
import { Picker } from './picker';
import { text } from './words';

/** The form of one macro, with how it will look. */

interface Props {
  macro: MacroName;
  /** what stands on the page already; empty for a new one */
  before: Values;
  insert: (parameters: Record<string, string>) => void;
  close: () => void;
}

export function Dialog({ macro, before, insert, close }: Props): VNode {
  const [entered, setEntered] = useState<Values>({});
  const [isMissing, setMissing] = useState(false);
  const fields = FORMS[macro];
  const main = fields.find((field) => field.kind === 'thing')?.name ?? 'plan';
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const parameters = parametersOf(before, entered);
  const isNew = Object.keys(before).length === 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (parameters[main]) insert(parameters);
    else {
      setMissing(true);
      dialog.current?.querySelector('input')?.focus();
    }
  };
  return (
    <dialog class="tl tl-editor" ref={dialog} aria-labelledby="tl-editor-title" onClose={close}>
      <form onSubmit={submit} noValidate>
        <h2 id="tl-editor-title">{text.titles[macro]}</h2>
        <div class="tl-editor-fields">
          {fields.map((field) =>
            field.kind === 'thing' ? (
              <Picker
                key={field.name}
                field={field}
                value={before[field.name] ?? ''}
                name={before[KEPT_NAME] ?? ''}
                choose={({ key, name }) => {
                  setEntered((others) => ({ ...others, [field.name]: key, [KEPT_NAME]: name }));
                  setMissing(false);
                }}
              />
            ) : field.kind === 'several' ? (
              <Several
                key={field.name}
                field={field}
                value={parameters[field.name] ?? ''}
                enter={(value) => setEntered((others) => ({ ...others, [field.name]: value }))}
              />
            ) : (
              <Entry
                key={field.name}
                field={field}
                value={parameters[field.name] ?? ''}
                enter={(value) => setEntered((others) => ({ ...others, [field.name]: value }))}
              />
            ),
          )}
        </div>
        {isMissing ? (
          <p class="tl-editor-missing" role="alert">
            {text.missing}
          </p>
        ) : null}
        <Preview macro={macro} parameters={parameters} isReady={Boolean(parameters[main])} />
        <div class="tl-editor-buttons">
          <button type="submit" class="tl-button tl-button-primary">
            {isNew ? text.insert : text.save}
          </button>
          <button type="button" class="tl-button tl-button-quiet" onClick={() => dialog.current?.close()}>
            {text.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Entry({ field, value, enter }: { field: Plain; value: string; enter: (value: string) => void }): VNode {
  const id = `tl-editor-${field.name}`;
  return (
    <div class="tl-editor-field">
      <label for={id}>{field.label}</label>
      {field.kind === 'choice' ? (
        <select
          id={id}
          class="tl-input"
          value={chosenOf(field, value)}
          onChange={(event) => enter(event.currentTarget.value)}
        >
          {field.options?.map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          class="tl-input"
          type={field.kind === 'number' ? 'number' : 'date'}
          {...(field.kind === 'number' ? { min: 1, max: 200 } : {})}
          value={value}
          aria-describedby={`${id}-help`}
          onInput={(event) => enter(event.currentTarget.value)}
        />
      )}
      {field.help ? (
        <div id={`${id}-help`} class="tl-tertiary">
          {field.help}
        </div>
      ) : null}
    </div>
  );
}

/** Any of some words; the last one cannot be switched off, since none would mean all. */
function Several({ field, value, enter }: { field: Plain; value: string; enter: (value: string) => void }): VNode {
  const all = (field.options ?? []).map(([option]) => option);
  const chosen = value ? value.split(',') : all;
  return (
    <fieldset class="tl-editor-field tl-editor-several">
      <legend>{field.label}</legend>
      {field.options?.map(([option, label]) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            disabled={chosen.length === 1 && chosen.includes(option)}
            onChange={() => enter(switched(all, value, option))}
          />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** Waits until nothing was entered for a while. */
const PAUSE = 400;

/** The server draws the macro as this person would see it; its HTML is our own, with everything in it escaped. */
function Preview({
  macro,
  parameters,
  isReady,
}: {
  macro: MacroName;
  parameters: Values;
  isReady: boolean;
}): VNode | null {
  const [html, setHtml] = useState('');
  const [state, setState] = useState<'' | 'asked' | 'failed'>('');
  const query = new URLSearchParams({ macro, ...parameters }).toString();
  useEffect(() => {
    if (!isReady) return undefined;
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      setState('asked');
      try {
        const answer = await fetch(`${contextPath()}/plugins/servlet/throughline/editor/preview?${query}`, {
          signal: stop.signal,
        });
        if (!answer.ok) throw new Error(String(answer.status));
        setHtml(await answer.text());
        setState('');
      } catch {
        if (!stop.signal.aborted) setState('failed');
      }
    };
    const timer = window.setTimeout(() => void ask(), PAUSE);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [query, isReady]);
  if (!isReady) return null;
  return (
    <section class="tl-editor-preview" aria-label={text.preview}>
      <p class="tl-tertiary" role="status">
        {state === 'failed' ? text.previewFailed : state === 'asked' ? text.previewing : text.preview}
      </p>
      <div class="wiki-content" inert dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
