import type { VNode } from 'preact';
import type { Format } from '../shared/format';
import type { Measure } from '../shared/shapes';
import { text } from './linking-words';
import type { Four } from './shapes';

/** Aligned, exempt, orphan: one bar, and each with its size. */
export function Split({ of, measure, format }: { of: Four; measure: Measure; format: Format }): VNode {
  const parts = [
    ['aligned', of.aligned, text.parts.aligned],
    ['exempt', of.exempt, text.exemptBecause],
    ['orphan', of.orphan, text.parts.orphan],
  ] as const;
  return (
    <div class="tl-split">
      <div class="tl-split-bar" aria-hidden="true">
        {parts.map(([name, size]) =>
          size > 0 ? <i key={name} class={`is-${name}`} style={{ flexGrow: size / of.total }} /> : null,
        )}
      </div>
      <ul class="tl-split-legend">
        {parts
          .filter(([name, size]) => name !== 'exempt' || size > 0)
          .map(([name, size, word]) => (
            <li key={name}>
              <i class={`is-${name}`} aria-hidden="true" />
              <b>{format.size(size, measure)}</b> {word}{' '}
              <span class="tl-secondary">{of.total > 0 ? format.percent(size / of.total, 1) : ''}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
