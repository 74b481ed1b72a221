import type { VNode } from 'preact';
import { fill } from '../shared/format';
import { Icon } from '../shared/marks';
import type { Suggestion } from '../triage/shapes';
import { text } from './words';

/** Up to three objectives, each one click away. */
export function Suggestions({ of }: { of: readonly Suggestion[] }): VNode {
  if (of.length === 0) return <p class="tl-tertiary">{text.noSuggestion}</p>;
  return (
    <>
      <div class="tl-secondary">{text.suggested}</div>
      <ul class="tl-suggestions">
        {of.map(({ objective, name, reason }, at) => (
          <li key={objective}>
            <Icon of="objective" />
            <span dir="auto">{name}</span>
            <button
              type="button"
              class={`tl-button tl-button-small${at === 0 ? ' tl-button-primary' : ''}`}
              data-tl-action="link"
              data-objective={objective}
              aria-label={fill(text.linkTo, '', name).trim()}
            >
              {text.link}
            </button>
            <span class="tl-tertiary">{reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
