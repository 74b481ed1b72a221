import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import type { ObjectiveNode } from '../shared/shapes';
import type { ObjectiveRow, ThemeRow } from './rows';
import { text } from './words';

/** Asks before something and all below it goes. */
export function Sure(props: { row: ThemeRow | ObjectiveRow; format: Format; yes: () => void; no: () => void }): VNode {
  const { row, format, yes, no } = props;
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const below = countBelow(row.node.objectives ?? []) + ownParts(row);
  return (
    <div
      class="tl-sure"
      role="alertdialog"
      aria-label={text.remove}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        no();
      }}
    >
      <span>
        {fill(text.removeSure, row.node.name)}{' '}
        {below > 0 ? format.plural(below, text.removeSureBelowOne, text.removeSureBelow) : ''}
      </span>
      <button type="button" ref={keep} class="tl-button tl-button-small" onClick={no}>
        {text.keep}
      </button>
      <button type="button" class="tl-button tl-button-small tl-button-danger" onClick={yes}>
        {text.remove}
      </button>
    </div>
  );
}

function ownParts(row: ThemeRow | ObjectiveRow): number {
  return row.kind === 'objective' ? (row.node.kpis ?? []).length + (row.node.links ?? []).length : 0;
}

function countBelow(objectives: readonly ObjectiveNode[]): number {
  return objectives.reduce(
    (sum, each) => sum + 1 + (each.kpis ?? []).length + (each.links ?? []).length + countBelow(each.objectives ?? []),
    0,
  );
}
