import type { TargetedSubmitEvent, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { token } from '../shared/api';
import { fill, type Format, today } from '../shared/format';
import { kpiUrl, treeUrl } from '../shared/host';
import { Avatar, Icon, OutcomeBar, OutcomeMark, Sign, Spark, spokenOutcome } from '../shared/marks';
import type { KpiNode, ObjectiveNode, Tree } from '../shared/shapes';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import { saveActual } from '../tree/creation';
import { type ActualDraft, Conflict, of } from '../tree/draft';
import { periodsUntil } from '../tree/periods';
import { text } from './words';

interface Props {
  tree: Tree;
  node: ObjectiveNode;
  format: Format;
  mayEdit: boolean;
  refresh: () => Promise<void>;
}

/** The measures of the objective, each with its trend, its number against its target, and who stands behind it. */
export function Kpis({ tree, node, format, mayEdit, refresh }: Props): VNode {
  const kpis = node.kpis ?? [];
  const [writing, setWriting] = useState('');
  return (
    <section aria-label={text.kpis}>
      <div class="tl-obj-section">
        <h2 class="tl-section">
          {text.kpis} <span class="tl-tertiary">{format.number(kpis.length, 0)}</span>
        </h2>
        {mayEdit ? (
          <a class="tl-button tl-button-small tl-noprint" href={treeUrl(tree.key, node.key)}>
            <Sign of="plus" />
            {text.addKpi}
          </a>
        ) : null}
      </div>
      {kpis.length === 0 ? (
        <p class="tl-secondary">{text.noKpis}</p>
      ) : (
        <table class="tl-obj-table">
          <thead>
            <tr>
              <th scope="col">{text.kpi}</th>
              <th scope="col">{text.periods}</th>
              <th scope="col" class="tl-num">
                {text.actual}
              </th>
              <th scope="col" class="tl-num">
                {text.target}
              </th>
              <th scope="col">{words.outcome}</th>
              <th scope="col" class="tl-num">
                {text.weight}
              </th>
              <th scope="col">{text.attestation}</th>
              {mayEdit ? <td class="tl-noprint" /> : null}
            </tr>
          </thead>
          <tbody>
            {kpis.map((kpi) => (
              <Row
                key={kpi.key}
                kpi={kpi}
                format={format}
                mayEdit={mayEdit && (kpi.source?.kind ?? 'MANUAL') === 'MANUAL'}
                hasButtons={mayEdit}
                isWriting={writing === kpi.key}
                write={(isOn) => setWriting(isOn ? kpi.key : '')}
                refresh={refresh}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Letters of a unit beyond which it has a line of its own. */
const LONG_UNIT = 12;

interface RowProps {
  kpi: KpiNode;
  format: Format;
  mayEdit: boolean;
  hasButtons: boolean;
  isWriting: boolean;
  write: (isOn: boolean) => void;
  refresh: () => Promise<void>;
}

function Row({ kpi, format, mayEdit, hasButtons, isWriting, write, refresh }: RowProps): VNode {
  const { outcome, actual } = kpi;
  const unit = kpi.unit?.symbol ? ` ${kpi.unit.symbol}` : '';
  const number = unit.length > LONG_UNIT ? 'tl-num tl-wrap' : 'tl-num';
  const owner = kpi.ownerName ?? kpi.owner;
  const facts = [
    kpi.key,
    kpi.indicator ? text.indicators[kpi.indicator] : '',
    kpi.frequency ? text.frequencies[kpi.frequency] : '',
  ];
  return (
    <>
      <tr id={kpi.key}>
        <th scope="row">
          <Icon of="kpi" />
          <span>
            <a href={kpiUrl(kpi.key)} dir="auto">
              {kpi.name}
            </a>{' '}
            {kpi.critical ? <span class="tl-badge tl-none">{text.critical}</span> : null}
            {(outcome?.stale ?? 0) > 0 ? <span class="tl-badge tl-none">{text.stale}</span> : null}
            <span class="tl-tertiary tl-block">{facts.filter(Boolean).join(', ')}</span>
          </span>
        </th>
        <td>
          <Spark values={kpi.trend ?? []} outcome={outcome ?? null} />
        </td>
        <td class={number}>
          <b>{actual ? format.number(actual.value) + unit : '–'}</b>
          <span class="tl-tertiary tl-block">{actual ? format.month(actual.period) : ''}</span>
        </td>
        <td class={number}>
          {kpi.band
            ? `${format.number(kpi.band.low)}–${format.number(kpi.band.high)}${unit}`
            : kpi.target
              ? format.number(kpi.target.value) + unit
              : '–'}
          <span class="tl-tertiary tl-block">{kpi.target ? format.month(kpi.target.date) : ''}</span>
        </td>
        <td class="tl-obj-gauge">
          {outcome ? (
            <div class="tl-gauge">
              <OutcomeMark outcome={outcome} />
              <span class="tl-gauge-value" aria-hidden="true">
                {outcome.attainment === null ? '–' : fill(text.ofTheWay, format.percent(outcome.attainment))}
              </span>
              <OutcomeBar outcome={outcome} />
              <span class="tl-sr">{spokenOutcome(outcome, format)}</span>
            </div>
          ) : null}
        </td>
        <td class="tl-num">{format.number(kpi.weight ?? 1)}</td>
        <td class="tl-secondary">
          {owner ? (
            <span class="tl-obj-owner">
              <Avatar name={owner} small /> {owner}
            </span>
          ) : null}
          {actual?.attested ? (
            <span class="tl-tertiary">
              <Sign of="seal" /> {text.attested}
            </span>
          ) : (outcome?.unattested ?? 0) > 0 ? (
            <span class="tl-badge tl-warn">{text.unattested}</span>
          ) : null}
        </td>
        {hasButtons ? (
          <td class="tl-num tl-noprint">
            {mayEdit ? (
              <button type="button" class="tl-button tl-button-small" onClick={() => write(!isWriting)}>
                {text.addValue}
              </button>
            ) : null}
          </td>
        ) : null}
      </tr>
      {isWriting ? (
        <tr class="tl-obj-write">
          <td colSpan={8}>
            <ValueForm kpi={kpi} format={format} close={() => write(false)} refresh={refresh} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

interface FormProps {
  kpi: KpiNode;
  format: Format;
  close: () => void;
  refresh: () => Promise<void>;
}

function ValueForm({ kpi, format, close, refresh }: FormProps): VNode {
  const frequency = kpi.frequency ?? 'MONTHLY';
  const periods = periodsUntil(today(), frequency, 12);
  const owed = periods.filter((end) => end > (kpi.actual?.period ?? '9'));
  const [draft, setDraft] = useState<ActualDraft>(() => ({
    kind: 'actual',
    what: 'actual',
    id: kpi.key,
    fields: { value: '', period: owed[owed.length - 1] ?? periods[0] ?? '', note: '' },
    focus: 'value',
    token: token(),
  }));
  const [problem, setProblem] = useState('');
  const [isSaving, setSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const change = (field: 'value' | 'period' | 'note', value: string): void => {
    const { kind, what, id, focus } = draft;
    // other words are another call, and what was there already has to be asked for again
    setDraft({ kind, what, id, focus, fields: { ...draft.fields, [field]: value }, token: token() });
    setProblem('');
  };
  const save = async (): Promise<void> => {
    if (format.parse(of(draft.fields, 'value')) === null) {
      setProblem(text.notNumber);
      return;
    }
    setSaving(true);
    try {
      await saveActual(draft, format.parse, (value) => format.number(value, 6));
      await refresh();
      close();
    } catch (failed) {
      setSaving(false);
      if (!(failed instanceof Conflict)) {
        setProblem(sayOf(failed));
        return;
      }
      setDraft({ ...draft, theirs: failed.theirs });
      setProblem(fill(text.taken, of(failed.theirs.fields, 'value')));
    }
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isSaving) void save();
  };
  const say = (period: string): string => (frequency === 'MONTHLY' ? format.month(period) : format.date(period));
  return (
    <form class="tl-obj-form" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <input
        ref={first}
        class="tl-input"
        inputMode="decimal"
        aria-label={text.value}
        placeholder={text.value}
        value={of(draft.fields, 'value')}
        onInput={(event) => change('value', event.currentTarget.value)}
      />
      <span class="tl-secondary">{kpi.unit?.symbol ?? ''}</span>
      <select
        class="tl-input"
        aria-label={text.period}
        value={of(draft.fields, 'period')}
        onChange={(event) => change('period', event.currentTarget.value)}
      >
        {periods.map((period) => (
          <option key={period} value={period}>
            {say(period)}
          </option>
        ))}
      </select>
      <input
        class="tl-input tl-obj-note"
        aria-label={text.note}
        placeholder={text.note}
        value={of(draft.fields, 'note')}
        onInput={(event) => change('note', event.currentTarget.value)}
      />
      <button type="submit" class="tl-button tl-button-primary" disabled={isSaving}>
        {draft.theirs ? text.replace : words.save}
      </button>
      <button type="button" class="tl-button tl-button-quiet" onClick={close}>
        {words.cancel}
      </button>
      {problem ? (
        <span class="tl-error" role="alert">
          {problem}
        </span>
      ) : null}
    </form>
  );
}
