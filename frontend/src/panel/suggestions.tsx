import type { VNode } from 'preact';
import { fill } from '../shared/format';
import { Icon } from '../shared/marks';
import { text } from './words';

/** An objective that the issue might serve, and why. */
export interface Suggestion {
  objective: string;
  name: string;
  reason: string;
}

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
