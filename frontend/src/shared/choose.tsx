import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { get } from './api';
import { fill } from './format';
import { Icon, Sign } from './marks';
import type { Listing, ObjectiveNode } from './shapes';
import { Trouble } from './trouble';
import { words } from './words';
import { text } from './choose-words';

/** A small search for an objective: a field and what it finds, walked through by arrows. */

interface Props {
  /** rejects with why the server refuses */
  link: (objective: ObjectiveNode) => Promise<void>;
  close: () => void;
  /** key of the plan whose objectives are found; all without */
  plan?: string;
}

/** Waits for a pause in typing. */
const PAUSE = 150;
const SHOWN = 20;

export function Choose({ link, close, plan = '' }: Props): VNode {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { found, problem, again } = useObjectives(query, plan);
  const input = useRef<HTMLInputElement>(null);
  // before the next key is read
  useLayoutEffect(() => input.current?.focus(), []);

  const choices = found?.values ?? [];
  const take = (objective: ObjectiveNode | undefined): void => {
    if (!objective || isSaving) return;
    setSaving(true);
    setRefusal(null);
    link(objective).catch((failed: unknown) => {
      setRefusal(failed);
      setSaving(false);
    });
  };
  const keys = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    // Jira's own shortcuts must not hear what is typed here
    event.stopPropagation();
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') take(choices[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return (
    <div class="tl-choose">
      <div class="tl-choose-field">
        <span class="tl-find">
          <Sign of="search" />
          <input
            ref={input}
            class="tl-input"
            type="text"
            role="combobox"
            aria-label={text.choose}
            aria-expanded={choices.length > 0}
            aria-controls="tl-choose-list"
            aria-autocomplete="list"
            aria-activedescendant={choices[at] ? `tl-choose-${choices[at].key}` : undefined}
            placeholder={text.choose}
            autocomplete="off"
            value={query}
            readOnly={isSaving}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={keys}
          />
        </span>
        <button
          type="button"
          class="tl-button tl-button-quiet tl-button-icon"
          aria-label={words.cancel}
          title={words.cancel}
          onClick={close}
        >
          <Sign of="close" />
        </button>
      </div>
      {refusal ? <Trouble problem={refusal} what={words.failed} /> : null}
      {problem ? <Trouble problem={problem} what={words.failed} retry={again} /> : null}
      {choices.length > 0 ? (
        <ul class="tl-choose-list" id="tl-choose-list" role="listbox" aria-label={text.choose}>
          {choices.map((objective, place) => (
            <li
              key={objective.key}
              id={`tl-choose-${objective.key}`}
              role="option"
              class="tl-choose-option"
              aria-selected={place === at}
              onMouseEnter={() => setAt(place)}
              onMouseDown={(event) => {
                // the field keeps the focus
                event.preventDefault();
                take(objective);
              }}
            >
              <Icon of="objective" />
              <span dir="auto">{objective.name}</span>
              <span class="tl-tertiary">
                {[objective.key, objective.ownerName ?? objective.owner].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <div class="tl-tertiary" role="status">
        {found ? say(found) : ''}
      </div>
    </div>
  );
}

function say(found: Listing<ObjectiveNode>): string {
  if (found.values.length === 0) return text.none;
  const left = found.total - found.values.length;
  if (left > 0) return fill(text.more, left);
  return found.values.length === 1 ? text.one : fill(text.some, found.values.length);
}

/** What the words find; the last answer stands until the next one is in. */
function useObjectives(
  query: string,
  plan: string,
): { found: Listing<ObjectiveNode> | null; problem: unknown; again: () => void } {
  const [found, setFound] = useState<Listing<ObjectiveNode> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const words = query.trim();
    const within = plan ? `&plan=${encodeURIComponent(plan)}` : '';
    const path = `/objectives?limit=${SHOWN}${within}${words ? `&q=${encodeURIComponent(words)}` : ''}`;
    const ask = async (): Promise<void> => {
      try {
        const page = await get<Listing<ObjectiveNode>>(path, stop.signal);
        // work linked to a draft or an abandoned objective serves nothing
        const values = page.values.filter((each) => each.state === 'ACTIVE');
        setFound({ ...page, values, total: page.total - (page.values.length - values.length) });
        setProblem(null);
      } catch (failed) {
        if (!stop.signal.aborted) setProblem(failed);
      }
    };
    const timer = window.setTimeout(() => void ask(), words ? PAUSE : 0);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [query, plan, tries]);
  return { found, problem, again: () => setTries(tries + 1) };
}
