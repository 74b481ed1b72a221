import type { RefObject, VNode } from 'preact';
import { Sign } from '../shared/marks';
import type { ObjectiveNode } from '../shared/shapes';
import type { Filter } from './filter';
import { FilterBar } from './filter-bar';
import type { Depth } from './rows';
import { text } from './words';

interface Props {
  find: RefObject<HTMLInputElement | null>;
  query: string;
  onQuery: (query: string) => void;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  nodes: readonly ObjectiveNode[];
  /** the arrow down and Enter lead from the field into what was found */
  onLeave: () => void;
  /** null when rows are open as no depth has them */
  depth: Depth | null;
  onDepth: (depth: Depth) => void;
  /** the choice of the day that is looked at */
  asOf: VNode;
  mayEdit: boolean;
  onTheme: () => void;
  /** null while there is no theme to put an objective under */
  onObjective: (() => void) | null;
}

export function Toolbar(props: Props): VNode {
  const { find, query, onQuery, filter, onFilter, nodes, onLeave, mayEdit, onTheme, onObjective } = props;
  return (
    <div class="tl-toolbar">
      <span class="tl-find" role="search">
        <Sign of="search" />
        <input
          ref={find}
          class="tl-input"
          type="text"
          aria-label={text.find}
          placeholder={text.find}
          autocomplete="off"
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && query) onQuery('');
            else if (event.key === 'ArrowDown' || event.key === 'Enter') onLeave();
            else return;
            event.preventDefault();
          }}
        />
        {query ? (
          <button
            type="button"
            class="tl-button tl-button-quiet tl-button-small tl-button-icon"
            aria-label={text.clear}
            onClick={() => onQuery('')}
          >
            <Sign of="close" />
          </button>
        ) : (
          <kbd class="tl-kbd" aria-hidden="true">
            /
          </kbd>
        )}
      </span>
      <FilterBar filter={filter} onFilter={onFilter} nodes={nodes} />
      <span class="tl-toolbar-right">
        <DepthChoice {...props} />
        {props.asOf}
        {mayEdit ? (
          <>
            <button type="button" class="tl-button" onClick={onTheme}>
              <Sign of="plus" />
              {text.theme}
            </button>
            {onObjective ? (
              <button type="button" class="tl-button tl-button-primary" onClick={onObjective}>
                <Sign of="plus" />
                {text.objective}
              </button>
            ) : null}
          </>
        ) : null}
      </span>
    </div>
  );
}

function DepthChoice({ depth, onDepth }: Pick<Props, 'depth' | 'onDepth'>): VNode {
  const choices: [Depth, string][] = [
    ['themes', text.toThemes],
    ['objectives', text.toObjectives],
    ['all', text.toAll],
  ];
  return (
    <span class="tl-depth" role="group" aria-label={text.expandTo}>
      <span class="tl-tertiary" aria-hidden="true">
        {text.expandTo}
      </span>
      <span class="tl-segments">
        {choices.map(([choice, label]) => (
          <button
            key={choice}
            type="button"
            class="tl-segment"
            aria-pressed={depth === choice}
            onClick={() => onDepth(choice)}
          >
            {label}
          </button>
        ))}
      </span>
    </span>
  );
}
