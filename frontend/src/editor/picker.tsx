import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../shared/format';
import { contextPath } from '../shared/host';
import { keyIn, type Thing } from './forms';
import { text } from './words';

/** A field that finds plans, objectives or KPIs in the linked Jira while one types, as whoever edits the page. */

export interface Choice {
  key: string;
  name: string;
  more: string;
}

interface Problem {
  title: string;
  help: string;
  url: string;
  action: string;
}

interface Found {
  total: number;
  values: readonly Choice[];
  problem?: Problem;
}

/** Waits for a pause in typing. */
const PAUSE = 200;

interface Props {
  field: Thing;
  /** key that is chosen, may be empty */
  value: string;
  /** its name as far as it is known */
  name: string;
  choose: (choice: { key: string; name: string }) => void;
}

export function Picker({ field, value, name, choose }: Props): VNode {
  const [typed, setTyped] = useState(name ? `${name} (${value})` : value);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { found, hasFailed } = useChoices(field.list, typed, isOpen);
  const id = `tl-editor-${field.name}`;
  const choices = isOpen ? (found?.values ?? []) : [];
  const take = (choice: Choice | undefined): void => {
    if (!choice) return;
    setTyped(`${choice.name} (${choice.key})`);
    setOpen(false);
    choose(choice);
  };
  const keys = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'ArrowDown' && !isOpen) setOpen(true);
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && choices[at]) take(choices[at]);
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="tl-editor-field">
      <label for={id}>{field.label} *</label>
      <input
        id={id}
        class="tl-input"
        type="text"
        role="combobox"
        required
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={choices[at] ? `${id}-${choices[at].key}` : undefined}
        placeholder={text.search}
        autocomplete="off"
        dir="auto"
        value={typed}
        onFocus={() => setOpen(typed === '')}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onInput={(event) => {
          const words = event.currentTarget.value;
          setTyped(words);
          setOpen(true);
          setAt(0);
          // a key that somebody knows will do, even while Jira does not answer
          choose({ key: keyIn(words), name: '' });
        }}
        onKeyDown={keys}
      />
      {choices.length > 0 ? (
        <ul class="tl-choose-list" id={`${id}-list`} role="listbox" aria-label={field.label}>
          {choices.map((choice, place) => (
            <li
              key={choice.key}
              id={`${id}-${choice.key}`}
              role="option"
              class="tl-choose-option"
              aria-selected={place === at}
              onMouseEnter={() => setAt(place)}
              onMouseDown={(event) => {
                event.preventDefault();
                take(choice);
              }}
            >
              <span class={`tl-icon tl-icon-${field.name === 'plan' ? 'theme' : field.name}`} aria-hidden="true" />
              <span dir="auto">{choice.name}</span>
              <span class="tl-tertiary">{choice.more}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <div class="tl-tertiary" role="status">
        {hasFailed ? text.failed : isOpen && found && !found.problem ? say(found) : ''}
      </div>
      {found?.problem ? <Said problem={found.problem} /> : null}
    </div>
  );
}

function Said({ problem }: { problem: Problem }): VNode {
  return (
    <div class="tl-notice tl-warn" role="alert">
      <span class="tl-shape" aria-hidden="true">
        ▲
      </span>
      <div>
        <strong>{problem.title}</strong> <span>{problem.help}</span>{' '}
        {problem.url ? (
          <a href={problem.url} target="_blank" rel="noopener noreferrer">
            {problem.action}
          </a>
        ) : null}
      </div>
    </div>
  );
}

function say(found: Found): string {
  if (found.values.length === 0) return text.none;
  const left = found.total - found.values.length;
  return left > 0 ? fill(text.more, left) : fill(text.found, found.values.length);
}

/** What the words find; the last answer stands until the next one is in. What was chosen is not searched for. */
function useChoices(list: string, typed: string, isOpen: boolean): { found: Found | null; hasFailed: boolean } {
  const [found, setFound] = useState<Found | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isOpen) return undefined;
    const stop = new AbortController();
    const words = / \([A-Z][A-Z0-9]*-\d+\)$/.test(typed) ? '' : typed.trim();
    const url = `${contextPath()}/plugins/servlet/throughline/editor/choices?kind=${list}&q=${encodeURIComponent(words)}`;
    const ask = async (): Promise<void> => {
      try {
        const answer = await fetch(url, { signal: stop.signal, headers: { Accept: 'application/json' } });
        if (!answer.ok) throw new Error(String(answer.status));
        setFound((await answer.json()) as Found);
        setFailed(false);
      } catch {
        if (!stop.signal.aborted) setFailed(true);
      }
    };
    const timer = window.setTimeout(() => void ask(), words ? PAUSE : 0);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [list, typed, isOpen]);
  return { found, hasFailed };
}
