import type { TargetedKeyboardEvent, VNode } from 'preact';
import { Problem } from '../shared/api';
import { fill, today } from '../shared/format';
import { Icon, Sign } from '../shared/marks';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import { DeliveryCell, DueCell, type Look, OutcomeCell, SignalCell } from './cells';
import { ConflictPanel } from './conflict';
import { type Draft, type Field, Missing, of } from './draft';
import type { Edits } from './edits';
import { type Frequency, periodsUntil } from './periods';
import { rowAttributes } from './row';
import type { NodeRow, Row } from './rows';
import { text } from './words';
import { Choice, Input } from './write-fields';

/** One row of the grid as it is written: it lifts, Enter saves, Tab goes on, Esc cancels; no dialog. */

interface Props {
  row: Row;
  look: Look;
  at: number;
  top: number | null;
  draft: Draft;
  edits: Edits;
}

export function WriteRow({ row, look, at, top, draft, edits }: Props): VNode {
  const read = row.kind === 'new' ? null : row;
  const keys = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    // whatever is typed here is not meant for the grid
    event.stopPropagation();
    if (event.key === 'Escape') edits.cancel();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) edits.save();
    else return;
    event.preventDefault();
  };
  const { what } = draft;
  const kpi = what === 'kpi' && draft.kind === 'new';
  const isBand = of(draft.fields, 'aim') === 'KEEP';
  const as = (field: Field, label: string, hint = ''): VNode => (
    <Input field={field} draft={draft} edits={edits} label={label} hint={hint} />
  );
  return (
    <div role="row" {...rowAttributes(row, at, top, `is-active is-written${kpi ? ' is-wide' : ''}`)} onKeyDown={keys}>
      <div role="rowheader" class="tl-cell tl-cell-name">
        <span class="tl-twisty" />
        <Icon of={what === 'link' ? 'issue' : what === 'actual' ? 'kpi' : what} />
        {what === 'actual' && read?.kind === 'kpi' ? (
          <span class="tl-name" dir="auto">
            {read.node.name}
          </span>
        ) : (
          as('name', what === 'link' ? text.workHint : text.name, hintOf(draft))
        )}
      </div>
      <div role="gridcell" class="tl-cell tl-cell-owner">
        {what === 'link' || what === 'actual' ? null : as('owner', words.owner, text.ownerHint)}
      </div>
      <div role="gridcell" class="tl-cell tl-cell-outcome tl-cell-fields">
        {what === 'actual' ? (
          <>
            {as('value', text.value, text.value)}
            <span class="tl-secondary">{read?.kind === 'kpi' ? (read.node.unit?.symbol ?? '') : ''}</span>
          </>
        ) : kpi ? (
          <>
            {as('baseline', isBand ? text.low : text.baseline, isBand ? text.low : text.baseline)}
            <Choice field="aim" draft={draft} edits={edits} label={text.aim} options={AIMS} />
            {as('target', isBand ? text.high : text.target, isBand ? text.high : text.target)}
            {as('unit', text.unit, text.unit)}
          </>
        ) : what === 'kpi' && draft.kind === 'edit' && isBand ? (
          <>
            {as('baseline', text.low, text.low)}
            <span aria-hidden="true">–</span>
            {as('target', text.high, text.high)}
          </>
        ) : what === 'kpi' && draft.kind === 'edit' && of(draft.seen, 'target') !== '' ? (
          as('target', text.target, text.target)
        ) : read ? (
          <OutcomeCell row={read} look={look} />
        ) : null}
      </div>
      <div role="gridcell" class="tl-cell tl-cell-delivery tl-cell-fields">
        {what === 'actual' ? (
          as('note', text.note, text.note)
        ) : kpi ? (
          isBand ? (
            as('tolerance', text.tolerance, text.tolerance)
          ) : (
            as('from', text.from)
          )
        ) : read ? (
          <DeliveryCell row={read} look={look} />
        ) : null}
      </div>
      <div role="gridcell" class="tl-cell tl-cell-signal tl-cell-fields">
        {kpi ? (
          <Choice field="frequency" draft={draft} edits={edits} label={text.frequency} options={FREQUENCIES} />
        ) : read ? (
          <SignalCell row={read} />
        ) : null}
      </div>
      <div role="gridcell" class="tl-cell tl-cell-due">
        <LastField row={read} look={look} draft={draft} edits={edits} />
        {/* below the row, and last in it, so that Tab goes through the fields first */}
        <Panel draft={draft} edits={edits} />
      </div>
    </div>
  );
}

/** What a KPI is for: to reach its target, or to keep within a band. */
const AIMS: readonly (readonly [string, string])[] = [
  ['REACH', text.aims.REACH],
  ['KEEP', text.aims.KEEP],
];
const FREQUENCIES: readonly (readonly [string, string])[] = [
  ['WEEKLY', text.frequencies.WEEKLY],
  ['MONTHLY', text.frequencies.MONTHLY],
  ['QUARTERLY', text.frequencies.QUARTERLY],
];
const SOURCES: readonly (readonly [string, string])[] = [
  ['MANUAL', text.sources.MANUAL],
  ['FORMULA', text.sources.FORMULA],
  ['JQL', text.sources.JQL],
];
/** How far back a value can be entered here. */
const PERIODS = 12;

/** The day that something is due; of a value, its period. */
function LastField({
  row,
  look,
  draft,
  edits,
}: Pick<Props, 'look' | 'draft' | 'edits'> & { row: NodeRow | null }): VNode | null {
  const { what } = draft;
  if (what === 'actual' && row?.kind === 'kpi') {
    const frequency: Frequency = row.node.frequency ?? 'MONTHLY';
    const say = (period: string): string =>
      frequency === 'MONTHLY' ? look.format.month(period) : look.format.date(period);
    const options = periodsUntil(today(), frequency, PERIODS).map((period) => [period, say(period)] as const);
    return <Choice field="period" draft={draft} edits={edits} label={text.period} options={options} />;
  }
  const isTarget = of(draft.fields, 'aim') !== 'KEEP' && (draft.kind === 'new' || of(draft.fields, 'target') !== '');
  const isDated = what === 'objective' || (what === 'kpi' && isTarget);
  if (isDated)
    return <Input field="due" draft={draft} edits={edits} label={what === 'kpi' ? text.targetDate : text.due} />;
  return row ? <DueCell row={row} look={look} /> : null;
}

function hintOf(draft: Draft): string {
  const hints: Record<Draft['what'], string> = {
    link: text.workHint,
    theme: text.themeHint,
    objective: text.nameHint,
    kpi: text.kpiHint,
    actual: '',
  };
  return hints[draft.what];
}

/** Below the row: save and cancel, what went wrong, and what to do when somebody else was faster. */
function Panel({ draft, edits }: { draft: Draft; edits: Edits }): VNode {
  const theirs = draft.kind === 'new' ? undefined : draft.theirs;
  if (theirs) return <ConflictPanel draft={draft} theirs={theirs.fields} edits={edits} />;
  const ref = edits.problem instanceof Problem ? edits.problem.ref : '';
  return (
    <div class="tl-write-panel">
      {draft.what === 'kpi' && draft.kind === 'new' ? <SourceFields draft={draft} edits={edits} /> : null}
      {edits.problem ? (
        <div id="tl-write-problem" class="tl-error" role="alert">
          {edits.problem instanceof Missing ? edits.problem.message : sayOf(edits.problem)}{' '}
          {ref ? <span class="tl-tertiary">{fill(words.reference, ref)}</span> : null}
        </div>
      ) : null}
      <div class="tl-write-keys">
        <button
          type="button"
          class="tl-button tl-button-primary tl-button-small tl-button-icon"
          aria-label={words.save}
          disabled={edits.isSaving}
          onClick={() => edits.save()}
        >
          <Sign of="check" />
        </button>
        <button
          type="button"
          class="tl-button tl-button-small tl-button-icon"
          aria-label={words.cancel}
          onClick={() => edits.cancel()}
        >
          <Sign of="close" />
        </button>
        <span class="tl-tertiary" aria-hidden="true">
          <kbd class="tl-kbd">Enter</kbd> {text.keySave}
        </span>
        {draft.what === 'link' ? null : (
          <span class="tl-tertiary" aria-hidden="true">
            <kbd class="tl-kbd">Tab</kbd> {text.keyNext}
          </span>
        )}
        <span class="tl-tertiary" aria-hidden="true">
          <kbd class="tl-kbd">Esc</kbd> {text.keyCancel}
        </span>
      </div>
    </div>
  );
}

/** Where the values of a new KPI come from; people, unless something else is said. */
function SourceFields({ draft, edits }: { draft: Draft; edits: Edits }): VNode {
  const kind = of(draft.fields, 'source');
  return (
    <div class="tl-write-source">
      <Choice field="source" draft={draft} edits={edits} label={text.source} options={SOURCES} />
      {kind === 'FORMULA' || kind === 'JQL' ? (
        <Input
          field="code"
          draft={draft}
          edits={edits}
          label={kind === 'FORMULA' ? text.formula : text.jql}
          hint={kind === 'FORMULA' ? 'KPI-2 / KPI-3' : 'project = OPS AND resolution is EMPTY'}
        />
      ) : null}
    </div>
  );
}
