import type { VNode } from 'preact';
import { fill, type Format } from '../shared/format';
import { Icon, levelIcon, type Square } from '../shared/marks';
import type { Measure } from '../shared/shapes';
import { gaps } from './kind-words';
import { idOf, isWork, type Orphan, type Suggestion } from './shapes';
import type { Hands } from './use-hands';
import { hrefOf } from './where';
import { text } from './words';

/** One orphan: what it is, what is at stake, what it might serve and why. */

interface Props {
  /** undefined while it is on its way */
  row: Orphan | undefined;
  /** its number */
  at: number;
  /** where it is placed; null where all rows are drawn */
  top: number | null;
  isActive: boolean;
  /** whether Tab leads here before the keyboard was anywhere */
  isEntry: boolean;
  isSelected: boolean;
  hands: Hands;
  measure: Measure;
  mayEdit: boolean;
  format: Format;
}

export function RowView(props: Props): VNode {
  const { row, at, top, isActive, isEntry, isSelected, hands, measure, mayEdit, format } = props;
  const place = top === null ? {} : { transform: `translateY(${top}px)` };
  const look = `tl-row tl-orphan${top === null ? '' : ' is-placed'}${isActive ? ' is-active' : ''}`;
  if (!row) {
    return (
      <div role="row" class={look} style={place} data-row={at} tabIndex={-1} aria-rowindex={at + 2}>
        <div role="gridcell" class="tl-cell tl-orphan-name">
          <span class="tl-ghost" style={{ width: '240px' }} />
        </div>
      </div>
    );
  }
  const canSelect = mayEdit && isWork(row);
  const inside = isActive ? 0 : -1;
  return (
    <div
      role="row"
      class={`${look}${isSelected ? ' is-selected' : ''}`}
      style={place}
      data-row={at}
      data-id={idOf(row)}
      tabIndex={isActive || isEntry ? 0 : -1}
      aria-rowindex={at + 2}
      {...(canSelect ? { 'aria-selected': isSelected } : {})}
    >
      {mayEdit ? (
        <div role="gridcell" class="tl-cell tl-orphan-box">
          {canSelect ? (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={fill(text.select, row.ref)}
              checked={hands.selection.has(idOf(row))}
              onMouseDown={(event) => {
                if (!event.shiftKey) return;
                // the box must not take the focus before the stretch is known
                event.preventDefault();
                hands.activate(at, true);
              }}
              onClick={(event) => {
                if (!event.shiftKey) hands.toggle(row);
              }}
            />
          ) : null}
        </div>
      ) : null}
      <div role="gridcell" class="tl-cell tl-orphan-name">
        <Name row={row} tabIndex={inside} format={format} />
      </div>
      <div role="gridcell" class="tl-cell tl-num">
        {row.openSize === null ? '' : <b>{format.size(row.openSize, measure)}</b>}
      </div>
      <div
        role="gridcell"
        class="tl-cell tl-orphan-updated tl-secondary"
        title={row.updated ? format.instant(row.updated) : ''}
      >
        {row.updated ? format.date(row.updated.slice(0, 10)) : ''}
      </div>
      <Suggested {...props} row={row} inside={inside} />
    </div>
  );
}

function Name({ row, tabIndex, format }: { row: Orphan; tabIndex: number; format: Format }): VNode {
  const summary = row.kind === 'DEAD_LINK' ? text.deadLink : (row.summary ?? '');
  const shown = row.kind === 'DEAD_LINK' ? (row.target?.ref ?? text.hidden) : row.ref;
  const wasExempt = row.wasExempt && fill(text.wasExempt, format.date(row.wasExempt.expired), row.wasExempt.reason);
  return (
    <>
      <Icon of={iconOf(row)} />
      <a class="tl-orphan-key" href={hrefOf(row)} tabIndex={tabIndex}>
        {shown}
      </a>
      <span class="tl-name" dir="auto" title={summary}>
        {summary}
        {row.kind === 'DEAD_LINK' && row.summary ? `, ${row.summary}` : ''}
      </span>
      {row.kind === 'PARTIAL' ? <span class="tl-badge tl-none">{text.partialBadge}</span> : null}
      {wasExempt ? (
        <span class="tl-badge tl-warn" title={wasExempt}>
          {text.wasExemptBadge}
          <span class="tl-sr">{wasExempt}</span>
        </span>
      ) : null}
    </>
  );
}

/** The suggestion that is meant by the first key, and its reason; or that none fits; or what a gap needs. */
function Suggested(props: Props & { row: Orphan; inside: number }): VNode {
  const { row, hands, mayEdit, inside } = props;
  if (!isWork(row)) {
    return (
      <>
        <div role="gridcell" class="tl-cell tl-secondary tl-orphan-gap">
          {(gaps as Record<string, string>)[row.kind] ?? ''}
        </div>
        <div role="gridcell" class="tl-cell tl-secondary">
          {row.owner ? row.owner.name : ''}
        </div>
        <div role="gridcell" class="tl-cell tl-orphan-actions">
          <a class="tl-button tl-button-small" href={hrefOf(row)} tabIndex={inside}>
            {text.mend}
          </a>
        </div>
      </>
    );
  }
  const first = row.suggestions?.[0];
  return (
    <>
      <div role="gridcell" class="tl-cell tl-orphan-suggested">
        {first ? (
          <span class="tl-orphan-objective" title={first.name}>
            <Icon of="objective" />
            <span class="tl-name" dir="auto">
              {first.name}
            </span>
          </span>
        ) : mayEdit ? (
          <NoneFits row={row} hands={hands} inside={inside} />
        ) : (
          <span class="tl-secondary">{row.suggestions ? text.noneFits : ''}</span>
        )}
      </div>
      <div role="gridcell" class="tl-cell tl-secondary tl-orphan-reason" title={first?.reason ?? ''}>
        {first?.reason ?? ''}
      </div>
      <div role="gridcell" class="tl-cell tl-orphan-actions">
        {mayEdit && first ? <Take row={row} suggestion={first} hands={hands} inside={inside} /> : null}
      </div>
    </>
  );
}

function NoneFits({ row, hands, inside }: { row: Orphan; hands: Hands; inside: number }): VNode {
  const [before = '', between = '', after = ''] = text.exemptOrChoose.split(/\{[01]\}/);
  return (
    <span class="tl-secondary tl-orphan-none">
      {before}
      <button type="button" class="tl-textlink" tabIndex={inside} onClick={() => hands.begin('exempt', row)}>
        {text.exempt}
      </button>
      {between}
      <button type="button" class="tl-textlink" tabIndex={inside} onClick={() => hands.begin('choose', row)}>
        {text.chooseOne}
      </button>
      {after}
    </span>
  );
}

function Take(props: { row: Orphan; suggestion: Suggestion; hands: Hands; inside: number }): VNode {
  const { row, suggestion, hands, inside } = props;
  const { objective, name } = suggestion;
  return (
    <button
      type="button"
      class="tl-button tl-button-small"
      tabIndex={inside}
      aria-label={fill(text.linkTo, row.ref, name)}
      onClick={() => hands.intend({ do: 'link', objective, name }, row)}
    >
      {text.link}
    </button>
  );
}

function iconOf(row: Orphan): Square {
  switch (row.kind) {
    case 'PROJECT':
      return 'project';
    case 'EPIC':
    case 'PARTIAL':
    case 'ISSUE':
      return levelIcon(row.level);
    case 'DEAD_LINK':
      return row.target?.kind === 'JQL' ? 'query' : row.target?.kind === 'PROJECT' ? 'project' : 'issue';
    default:
      return row.ref.startsWith('KPI-') ? 'kpi' : row.ref.startsWith('TH-') ? 'theme' : 'objective';
  }
}
