import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Problem, post, put, token } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { kpiUrl } from '../shared/host';
import { figure, Icon, OutcomeBar, OutcomeMark, Sign, Spark } from '../shared/marks';
import type { Outcome } from '../shared/shapes';
import { sayOf } from '../shared/trouble';
import { type Owed, unlikely } from './owed';
import { text } from './words';

interface Props {
  owed: Owed;
  format: Format;
  /** what was done, in words, and to which KPI */
  saved: (what: string, key: string) => Promise<void>;
}

/** One KPI: what it was, and the value that is owed; a value that is there and waits is attested or corrected. */
export function OwedRow({ owed, format, saved }: Props): VNode {
  const { kpi, actuals, standing, period } = owed;
  const there = actuals.find((actual) => actual.period === period);
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const [attests, setAttests] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const [question, setQuestion] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const [once, setOnce] = useState(token);
  const path = `/kpis/${encodeURIComponent(kpi.key)}/actuals`;
  const unit = kpi.unit?.symbol ?? '';
  const needsWord = kpi.attestation === 'OWNER';

  const run = async (what: () => Promise<string>): Promise<void> => {
    setSaving(true);
    setProblem(null);
    try {
      await saved(await what(), kpi.key);
    } catch (failed) {
      setProblem(failed);
    } finally {
      setSaving(false);
    }
  };
  const attest = async (): Promise<void> => {
    await post(`${path}/${period}/attestation`, { statement: text.statement });
  };
  const store = async (parsed: number): Promise<string> => {
    const body = { value: parsed, ...(note.trim() ? { note: note.trim() } : {}) };
    if (there) await put(`${path}/${period}`, body, there.version);
    else await post(path, { period, ...body }, once);
    const said = fill(text.saved, kpi.name, format.number(parsed, 6) + (unit ? ` ${unit}` : ''));
    if (!attests) return said;
    await attest();
    return `${said} ${text.andAttested}`;
  };
  const save = (): void => {
    const parsed = format.parse(value);
    if (parsed === null) {
      setProblem(new Problem(400, 'NUMBER', [text.notNumber], {}, ''));
      return;
    }
    const times = unlikely(parsed, actuals);
    // asked once; whoever says it again means it
    if (times !== null && question === null) setQuestion(times);
    else void run(() => store(parsed));
  };
  const putBack = (): void => {
    setValue('');
    setNote('');
    setAttests(false);
    setCorrecting(false);
    setQuestion(null);
    setProblem(null);
  };
  const keys = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') putBack();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isSaving) {
      event.preventDefault();
      save();
    }
  };
  const isWriting = standing !== 'attest' || isCorrecting;
  return (
    <div class={`tl-mine-row${value ? ' is-written' : ''}`} data-kpi={kpi.key} onKeyDown={keys}>
      <div class="tl-mine-name">
        <Icon of="kpi" />
        <span>
          <a href={kpiUrl(kpi.key)}>{kpi.name}</a>
          <span class="tl-tertiary tl-block">{[kpi.key, ...owed.place].join(', ')}</span>
          {owed.standsInFor ? <span class="tl-badge tl-none">{fill(text.standsInFor, owed.standsInFor)}</span> : null}
        </span>
      </div>
      <div>
        {kpi.frequency === 'WEEKLY' ? format.date(period) : format.month(period)}
        <span class={`tl-block ${standing === 'overdue' ? 'tl-late' : 'tl-tertiary'}`}>{lateness(owed, format)}</span>
      </div>
      <div class="tl-mine-spark">
        <Spark
          values={actuals
            .slice(0, 12)
            .map((each) => each.value)
            .reverse()}
          outcome={madeBy(actuals[0])}
        />
      </div>
      <div>
        <Last owed={owed} format={format} />
      </div>
      <div class="tl-mine-value">
        {isWriting ? (
          <>
            <span class="tl-mine-input">
              <input
                class="tl-input"
                inputMode="decimal"
                aria-label={fill(text.valueOf, kpi.name)}
                aria-invalid={problem !== null}
                placeholder={text.value}
                value={value}
                readOnly={isSaving}
                onInput={(event) => {
                  setValue(event.currentTarget.value);
                  setOnce(token());
                  setQuestion(null);
                  setProblem(null);
                }}
              />
              <span class="tl-tertiary" aria-hidden="true">
                {unit}
              </span>
            </span>
            {value ? (
              <input
                class="tl-input tl-mine-note"
                aria-label={fill(text.noteOf, kpi.name)}
                placeholder={text.note}
                value={note}
                readOnly={isSaving}
                onInput={(event) => {
                  setNote(event.currentTarget.value);
                  setOnce(token());
                }}
              />
            ) : null}
          </>
        ) : there ? (
          <span>
            <b>
              {format.number(there.value)} {unit}
            </b>{' '}
            <button type="button" class="tl-textlink" onClick={() => setCorrecting(true)}>
              {text.correct}
            </button>
          </span>
        ) : null}
        {question === null ? null : (
          <span class="tl-mine-question" role="alert">
            <Sign of="warning" /> {fill(text.question, format.number(question, 0))}
          </span>
        )}
        {problem ? (
          <span class="tl-error tl-block" role="alert">
            {sayOf(problem)}
          </span>
        ) : null}
      </div>
      <div class="tl-mine-buttons">
        {isWriting && needsWord ? (
          <label>
            <input type="checkbox" checked={attests} onChange={(event) => setAttests(event.currentTarget.checked)} />{' '}
            {text.attests}
          </label>
        ) : null}
        {isWriting ? (
          <button
            type="button"
            class={`tl-button${value ? ' tl-button-primary' : ''}`}
            disabled={isSaving || !value}
            onClick={save}
          >
            {question === null ? (attests ? text.saveAndAttest : text.save) : text.saveAnyway}
          </button>
        ) : (
          <button
            type="button"
            class="tl-button tl-button-primary"
            disabled={isSaving}
            title={text.statement}
            onClick={() => void run(() => attest().then(() => fill(text.attested, kpi.name)))}
          >
            <Sign of="seal" /> {text.attest}
          </button>
        )}
      </div>
    </div>
  );
}

/** What a value made, as the server says it; enough of a block for the marks. */
function madeBy(actual: Owed['actuals'][number] | undefined): Outcome | null {
  if (!actual?.health) return null;
  const { attainment = null, pace = null, health } = actual;
  return { attainment, expected: null, pace, health, coverage: null, unattested: 0, stale: 0 };
}

function lateness({ standing, late, actuals, period }: Owed, format: Format): string {
  if (standing === 'overdue') return format.plural(late, text.daysLateOne, text.daysLate);
  if (standing === 'coming') return fill(text.dueOn, format.date(period));
  const by = actuals.find((actual) => actual.period === period)?.enteredBy;
  return by ? fill(text.enteredBy, by) : '';
}

/** The value before the one that is owed, against the target, and what it made. */
function Last({ owed, format }: { owed: Owed; format: Format }): VNode {
  const { kpi, actuals, standing } = owed;
  const last = actuals[standing === 'attest' ? 1 : 0];
  const shown = standing === 'attest' ? actuals[0] : last;
  const outcome = madeBy(shown);
  const unit = kpi.unit?.symbol ? ` ${kpi.unit.symbol}` : '';
  const goal = kpi.band
    ? fill(text.band, format.number(kpi.band.low), format.number(kpi.band.high))
    : kpi.target
      ? fill(text.target, format.number(kpi.target.value))
      : '';
  return (
    <>
      {last ? format.number(last.value) + unit : '–'}
      <span class="tl-tertiary tl-block">
        {[last ? format.month(last.period) : '', goal].filter(Boolean).join(', ')}
      </span>
      {outcome ? (
        <span class="tl-mine-made">
          <OutcomeMark outcome={outcome} /> <span class="tl-num">{figure(outcome.attainment, format)}</span>
          <OutcomeBar outcome={outcome} />
        </span>
      ) : null}
    </>
  );
}
