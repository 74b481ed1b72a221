import type { VNode } from 'preact';
import type { Format } from '../shared/format';
import type { Measure } from '../shared/shapes';
import { text } from './linking-words';
import type { Four } from './shapes';

/** Aligned, exempt, orphan: one bar, and each with its size. */
export function Split({ of, measure, format }: { of: Four; measure: Measure; format: Format }): VNode {
  const parts = [
    ['aligned', text.parts.aligned],
    ['exempt', text.exemptBecause],
    ['orphan', text.parts.orphan],
  ] as const;
  return (
    <div class="tl-split">
      <div class="tl-split-bar" aria-hidden="true">
        {parts.map(([name]) =>
          of[name] > 0 ? <i key={name} class={`is-${name}`} style={{ flexGrow: of.share?.[name] ?? 0 }} /> : null,
        )}
      </div>
      <ul class="tl-split-legend">
        {parts
          .filter(([name]) => name !== 'exempt' || of.exempt > 0)
          .map(([name, word]) => (
            <li key={name}>
              <i class={`is-${name}`} aria-hidden="true" />
              <b>{format.size(of[name], measure)}</b> {word}{' '}
              <span class="tl-secondary">{of.share ? format.percent(of.share[name], 1) : ''}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
