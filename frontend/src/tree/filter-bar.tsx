import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../shared/format';
import { Sign } from '../shared/marks';
import { type ObjectiveNode, SIGNALS } from '../shared/shapes';
import { isUnowned } from '../shared/owner';
import { words } from '../shared/words';
import { type Facet, FACETS, type Filter, isActive, NO_FILTER, NOBODY, OUTCOMES, PERSPECTIVES, STATES } from './filter';
import { text } from './words';

interface Props {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  nodes: readonly ObjectiveNode[];
}

/** One button for each thing that objectives are told apart by; what is chosen stands on it. */
export function FilterBar({ filter, onFilter, nodes }: Props): VNode {
  const choices = useMemo(() => choicesIn(nodes), [nodes]);
  return (
    <span class="tl-filters">
      {FACETS.map((facet) => (
        <Menu
          key={facet}
          label={LABELS[facet]}
          choices={choices[facet]}
          chosen={filter[facet]}
          onChosen={(values) => onFilter({ ...filter, [facet]: values })}
        />
      ))}
      {isActive(filter) ? (
        <button type="button" class="tl-textlink" onClick={() => onFilter(NO_FILTER)}>
          {text.clear}
        </button>
      ) : null}
    </span>
  );
}

const LABELS: Record<Facet, string> = {
  owner: words.owner,
  signal: words.signal,
  outcome: words.outcome,
  perspective: text.perspective,
  state: text.state,
};

type Choice = readonly [value: string, label: string];

function choicesIn(nodes: readonly ObjectiveNode[]): Record<Facet, readonly Choice[]> {
  const owners = new Map<string, string>();
  for (const node of nodes)
    if (isUnowned(node)) owners.set(NOBODY, text.noOwner);
    else owners.set(node.owner ?? NOBODY, node.ownerName ?? node.owner ?? '');
  return {
    owner: [...owners].sort((one, other) => one[1].localeCompare(other[1])),
    signal: SIGNALS.map((kind) => [kind, words.signals[kind]] as const),
    outcome: OUTCOMES.map((health) => [health, words.outcomeHealth[health]] as const),
    perspective: PERSPECTIVES.map((each) => [each, text.perspectives[each]] as const),
    state: STATES.map((state) => [state, text.states[state]] as const),
  };
}

interface MenuProps {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChosen: (values: readonly string[]) => void;
}

/** A button that opens a list of boxes to tick; Esc and a click elsewhere close it. */
function Menu({ label, choices, chosen, onChosen }: MenuProps): VNode {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector('input')?.focus();
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('mousedown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [isOpen]);
  const first = choices.find(([value]) => value === chosen[0])?.[1] ?? chosen[0] ?? '';
  const said = chosen.length === 0 ? '' : chosen.length === 1 ? first : fill(text.chosen, first, chosen.length - 1);
  return (
    <span
      class="tl-menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        type="button"
        ref={button}
        class={`tl-button${chosen.length > 0 ? ' is-chosen' : ''}`}
        aria-expanded={isOpen}
        aria-haspopup="true"
        onClick={() => setOpen(!isOpen)}
      >
        {said ? `${label}: ${said}` : label}
        <Sign of="down" />
      </button>
      {isOpen ? (
        <span class="tl-menu-list" role="group" aria-label={label}>
          {choices.map(([value, name]) => (
            <label key={value}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChosen(event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
                }
              />
              {name}
            </label>
          ))}
        </span>
      ) : null}
    </span>
  );
}
