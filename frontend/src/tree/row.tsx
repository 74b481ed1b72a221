import { Component, type HTMLAttributes, type TargetedMouseEvent, type VNode } from 'preact';
import { kpiUrl, objectiveUrl, workUrl } from '../shared/host';
import { Icon, Sign, type Square } from '../shared/marks';
import type { LinkNode } from '../shared/shapes';
import { DeliveryCell, DueCell, isStale, type Look, OutcomeCell, OwnerCell, SignalCell } from './cells';
import { type Cell, CELLS } from './keys';
import { fold, type NodeRow } from './rows';
import { text } from './words';

/** One row of the grid as it is read. */

export interface RowActions {
  toggle(id: string): void;
  edit(row: NodeRow): void;
  link(row: NodeRow): void;
  add(row: NodeRow): void;
  kpi(row: NodeRow): void;
  value(row: NodeRow): void;
  remove(row: NodeRow): void;
}

export interface RowProps {
  row: NodeRow;
  look: Look;
  /** place among all rows, from 0 */
  at: number;
  /** only its name is drawn */
  isLight: boolean;
  /** what is pointed at shows its buttons; so does where the keyboard is */
  isPointed: boolean;
  /** distance from the top of the body when only some rows are drawn; null in the flow */
  top: number | null;
  /** the cell that the keyboard is in; 'row' for the whole row, null when it is elsewhere */
  active: Cell | 'row' | null;
  /** whether Tab leads here although the keyboard was nowhere yet */
  isEntry: boolean;
  query: string;
  mayEdit: boolean;
  /** where what is dragged would go if it were dropped now */
  drop: Half | null;
  actions: RowActions;
}

export type Half = 'before' | 'into' | 'after';

/** A component of its own class because drawing 200 rows anew for each key press would be felt. */
export class RowView extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const now = this.props;
    return (Object.keys(next) as (keyof RowProps)[]).some((name) => next[name] !== now[name]);
  }

  override render(): VNode {
    const { row, look, at, top, active, isEntry, mayEdit, drop, isLight } = this.props;
    const state = `${active === null ? '' : 'is-active'}${drop ? ` is-drop-${drop}` : ''}`;
    const cell = (name: Cell, content: VNode | null): VNode => (
      <div
        role={name === 'name' ? 'rowheader' : 'gridcell'}
        class={`tl-cell tl-cell-${name}`}
        data-cell={name}
        tabIndex={active === name ? 0 : -1}
      >
        {content}
      </div>
    );
    if (isLight) return this.light();
    const contents: Record<Cell, VNode | null> = {
      name: this.name(),
      owner: <OwnerCell row={row} />,
      outcome: <OutcomeCell row={row} look={look} />,
      delivery: <DeliveryCell row={row} look={look} />,
      signal: <SignalCell row={row} />,
      due: <DueCell row={row} look={look} />,
    };
    return (
      <div
        role="row"
        {...rowAttributes(row, at, top, state)}
        draggable={mayEdit && (row.kind === 'theme' || row.kind === 'objective')}
        tabIndex={active === 'row' || isEntry ? 0 : -1}
        onDblClick={this.edit}
      >
        {CELLS.map((name) => cell(name, contents[name]))}
      </div>
    );
  }

  private light(): VNode {
    const { row, at, top } = this.props;
    const { node } = row;
    return (
      <div role="row" {...rowAttributes(row, at, top, '')} tabIndex={-1}>
        <div role="rowheader" class="tl-cell tl-cell-name" data-cell="name" tabIndex={-1}>
          <span class="tl-twisty" />
          <span class="tl-icon" />
          <span class="tl-name">{'name' in node ? node.name : (node.target.title ?? node.target.ref)}</span>
        </div>
      </div>
    );
  }

  private readonly edit = (event: TargetedMouseEvent<HTMLElement>): void => {
    const { row, actions, mayEdit } = this.props;
    const isButton = event.target instanceof Element && event.target.closest('button, a') !== null;
    if (mayEdit && !isButton && row.kind !== 'link') actions.edit(row);
  };

  private name(): VNode {
    const { row, query, mayEdit, actions, isPointed, active } = this.props;
    return (
      <>
        <Twisty isOpen={row.isOpen} toggle={() => actions.toggle(row.id)} />
        <Icon of={squareOf(row)} />
        {row.kind === 'link' ? (
          <LinkName link={row.node} query={query} />
        ) : (
          <>
            <span class="tl-name" dir="auto" title={row.node.name}>
              <Marked text={row.node.name} query={query} />
            </span>
            <Key row={row} />
            <Badges row={row} />
          </>
        )}
        {mayEdit && (isPointed || active !== null) ? <Buttons row={row} actions={actions} /> : null}
      </>
    );
  }
}

/** The key of an objective or KPI leads to its page; a KPI's is shown where the keyboard or the mouse is. */
function Key({ row }: { row: Exclude<NodeRow, { kind: 'link' }> }): VNode | null {
  if (row.kind === 'kpi') {
    return (
      <a class="tl-tertiary tl-key tl-key-kpi" href={kpiUrl(row.node.key)} tabIndex={-1} draggable={false}>
        {row.node.key}
      </a>
    );
  }
  if (row.kind === 'theme') return <span class="tl-tertiary tl-key">{row.node.key}</span>;
  return (
    <a class="tl-tertiary tl-key" href={objectiveUrl(row.node.key)} tabIndex={-1} draggable={false}>
      {row.node.key}
    </a>
  );
}

/** What every row says about its place, read or written. */
export function rowAttributes(
  row: { id: string; kind: string; level: number; position: number; siblings: number; isOpen: boolean | null },
  at: number,
  top: number | null,
  state: string,
): HTMLAttributes<HTMLDivElement> & { 'data-id': string } {
  return {
    'data-id': row.id,
    class: `tl-row tl-row-${row.kind}${top === null ? '' : ' is-placed'} ${state}`,
    'aria-level': row.level,
    'aria-posinset': row.position,
    'aria-setsize': row.siblings,
    'aria-rowindex': at + 2,
    ...(row.isOpen === null ? {} : { 'aria-expanded': row.isOpen }),
    style: { '--level': row.level - 1, ...(top === null ? {} : { transform: `translateY(${top}px)` }) },
  };
}

function Twisty({ isOpen, toggle }: { isOpen: boolean | null; toggle: () => void }): VNode {
  if (isOpen === null) return <span class="tl-twisty" />;
  return (
    <button
      type="button"
      class={`tl-twisty${isOpen ? ' is-open' : ''}`}
      tabIndex={-1}
      aria-label={isOpen ? text.close : text.open}
      onClick={toggle}
    >
      <Sign of="chevron" />
    </button>
  );
}

export function squareOf(row: NodeRow): Square {
  if (row.kind !== 'link') return row.kind;
  const { kind, hidden, level } = row.node.target;
  if (hidden) return 'hidden';
  if (kind === 'PROJECT') return 'project';
  if (kind === 'JQL') return 'query';
  if ((level ?? 0) >= 2) return 'initiative';
  return level === 1 ? 'epic' : level === 0 ? 'story' : 'issue';
}

function LinkName({ link, query }: { link: LinkNode; query: string }): VNode {
  const { kind, ref, title, hidden, dead } = link.target;
  if (hidden || ref === null) return <span class="tl-name tl-secondary">{text.hiddenWork}</span>;
  const shown = title ?? ref;
  return (
    <>
      <a class={`tl-name${kind === 'JQL' ? ' tl-jql' : ''}`} href={workUrl(kind, ref)} title={shown} tabIndex={-1}>
        <Marked text={shown} query={query} />
      </a>
      {title === null || title === undefined ? null : <span class="tl-tertiary tl-key">{ref}</span>}
      {kind === 'JQL' ? <span class="tl-tertiary tl-key">{text.query}</span> : null}
      {dead ? <span class="tl-badge tl-bad">{text.dead}</span> : null}
    </>
  );
}

function Badges({ row }: { row: NodeRow }): VNode | null {
  if (row.kind === 'kpi') {
    return (
      <>
        {row.node.critical ? <span class="tl-badge tl-none">{text.critical}</span> : null}
        {isStale(row.node.outcome) ? <span class="tl-badge tl-none">{text.stale}</span> : null}
      </>
    );
  }
  if (row.kind !== 'objective' || row.node.state === 'ACTIVE') return null;
  return <span class="tl-badge tl-none">{text.states[row.node.state]}</span>;
}

/** For the mouse; each has its key, so that they are no stops of the Tab key. */
function Buttons({ row, actions }: { row: NodeRow; actions: RowActions }): VNode {
  const button = (face: VNode, label: string, key: string, click: () => void): VNode => (
    <button
      type="button"
      class="tl-button tl-button-quiet tl-button-small tl-button-icon"
      tabIndex={-1}
      aria-label={label}
      title={`${label} (${key})`}
      onClick={click}
    >
      {face}
    </button>
  );
  const remove = button(<Sign of="trash" />, text.remove, 'Del', () => actions.remove(row));
  const edit = button(<Sign of="pencil" />, text.rename, 'F2', () => actions.edit(row));
  const add = button(<Sign of="plus" />, text.addObjective, 'N', () => actions.add(row));
  switch (row.kind) {
    case 'link':
      return (
        <span class="tl-row-actions">{button(<Sign of="close" />, text.unlink, 'Del', () => actions.remove(row))}</span>
      );
    case 'kpi':
      return (
        <span class="tl-row-actions">
          {button(<Sign of="plus" />, text.enterValue, 'V', () => actions.value(row))}
          {edit}
          {remove}
        </span>
      );
    case 'theme':
      return (
        <span class="tl-row-actions">
          {edit}
          {add}
          {remove}
        </span>
      );
    case 'objective':
      return (
        <span class="tl-row-actions">
          {edit}
          {button(<Sign of="link" />, text.linkWork, 'L', () => actions.link(row))}
          {button(<Icon of="kpi" />, text.addKpi, 'K', () => actions.kpi(row))}
          {add}
          {remove}
        </span>
      );
  }
}

/** The text with what was found in it marked, as far as folding left every letter in its place. */
export function Marked({ text: shown, query }: { text: string; query: string }): VNode {
  const wanted = fold(query.trim());
  const at = wanted === '' ? -1 : fold(shown).indexOf(wanted);
  if (at < 0 || fold(shown).length !== shown.length) return <>{shown}</>;
  return (
    <>
      {shown.slice(0, at)}
      <mark>{shown.slice(at, at + wanted.length)}</mark>
      {shown.slice(at + wanted.length)}
    </>
  );
}
