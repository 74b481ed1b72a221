import type { RefObject, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { contextPath } from '../shared/host';
import { Avatar } from '../shared/marks';

/** A person by name: Jira's own search finds them; where it does not answer, the user name is typed. */

interface Person {
  name: string;
  displayName: string;
}

const PAUSE = 150;
/** Jira without this call, or a person who may not search for others: then it is not asked again. */
let cannotSearch = false;

interface Props {
  input: RefObject<HTMLInputElement | null>;
  value: string;
  onValue: (name: string) => void;
  label: string;
  hint: string;
  isReadOnly: boolean;
  isInvalid: boolean;
}

export function PersonInput(props: Props): VNode {
  const { input, value, onValue, label, hint, isReadOnly, isInvalid } = props;
  const [typed, setTyped] = useState(false);
  const [at, setAt] = useState(0);
  const found = usePeople(typed ? value : '');
  const isOpen = typed && found.length > 0;
  const take = (person: Person | undefined): void => {
    if (!person) return;
    onValue(person.name);
    setTyped(false);
  };
  return (
    <span class="tl-person">
      <input
        ref={input}
        class="tl-input"
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls="tl-people"
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `tl-person-${at}` : undefined}
        aria-invalid={isInvalid}
        placeholder={hint}
        autocomplete="off"
        spellcheck={false}
        maxLength={255}
        value={value}
        readOnly={isReadOnly}
        onBlur={() => setTyped(false)}
        onInput={(event) => {
          onValue(event.currentTarget.value);
          setTyped(true);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (!isOpen) return;
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter') take(found[at]);
          else if (event.key === 'Escape') setTyped(false);
          else {
            // Tab takes what is marked and goes on
            if (event.key === 'Tab') take(found[at]);
            return;
          }
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {isOpen ? (
        <ul class="tl-choose-list tl-people" id="tl-people" role="listbox" aria-label={label}>
          {found.map((person, place) => (
            <li
              key={person.name}
              id={`tl-person-${place}`}
              role="option"
              class="tl-choose-option"
              aria-selected={place === at}
              onMouseEnter={() => setAt(place)}
              onMouseDown={(event) => {
                // the field keeps the focus
                event.preventDefault();
                take(person);
              }}
            >
              <Avatar name={person.displayName} small />
              <span>{person.displayName}</span> <span class="tl-tertiary">{person.name}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </span>
  );
}

function usePeople(query: string): readonly Person[] {
  const [found, setFound] = useState<readonly Person[]>([]);
  useEffect(() => {
    const words = query.trim();
    if (words === '' || cannotSearch) {
      setFound([]);
      return;
    }
    const stop = new AbortController();
    const timer = window.setTimeout(() => {
      search(words, stop.signal).then(setFound, () => undefined);
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  return found;
}

/** Jira Data Center's user picker, the call behind its own owner fields. */
async function search(words: string, signal: AbortSignal): Promise<readonly Person[]> {
  const path = `/rest/api/2/user/picker?maxResults=8&query=${encodeURIComponent(words)}`;
  const response = await fetch(contextPath() + path, { credentials: 'same-origin', signal });
  if (!response.ok) {
    cannotSearch = true;
    return [];
  }
  const body = (await response.json()) as { users?: Person[] };
  return body.users ?? [];
}
