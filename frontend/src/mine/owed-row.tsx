import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Actual } from '../chart/kpi-values';
import { get, Problem, post, put, token } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { kpiUrl } from '../shared/host';
import { Icon, Sign, Spark } from '../shared/marks';
import { MineOrTheirs } from '../shared/mine-or-theirs';
import { sayOf } from '../shared/trouble';
import { Makes } from './makes';
import type { Owed } from './owed';
import { tryOut, useMade } from './preview';
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
  const [isAsked, setAsked] = useState(false);
  // somebody entered or corrected the same value meanwhile
  const [theirs, setTheirs] = useState<Actual | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const [once, setOnce] = useState(token);
  const path = `/kpis/${encodeURIComponent(kpi.key)}/actuals`;
  const unit = kpi.unit?.symbol ?? '';
  const needsWord = kpi.attestation === 'OWNER';
  const typed = value.trim() === '' ? null : format.parse(value);
  const made = useMade(path, period, typed, there);
  const doubt = made?.unlikely ?? null;

  const run = async (what: () => Promise<string>): Promise<void> => {
    setSaving(true);
    setProblem(null);
    try {
      const said = await what();
      if (said) await saved(said, kpi.key);
    } catch (failed) {
      setProblem(failed);
    } finally {
      setSaving(false);
    }
  };
  const attest = async (): Promise<void> => {
    await post(`${path}/${period}/attestation`, { statement: text.statement });
  };
  /** @param over what is corrected; undefined where the period has no value yet */
  const store = async (parsed: number, over: Actual | undefined): Promise<string> => {
    const body = { value: parsed, ...(note.trim() ? { note: note.trim() } : {}) };
    try {
      if (over) await put(`${path}/${period}`, body, over.version);
      else await post(path, { period, ...body }, once);
    } catch (failed) {
      const isLate = failed instanceof Problem && (failed.status === 412 || failed.code === 'PERIOD_TAKEN');
      if (!isLate) throw failed;
      setTheirs(await get<Actual>(`${path}/${period}`));
      return '';
    }
    const said = fill(text.saved, kpi.name, format.number(parsed, 6) + (unit ? ` ${unit}` : ''));
    if (!attests) return said;
    await attest();
    return `${said} ${text.andAttested}`;
  };
  const save = (over = there): void => {
    if (typed === null) {
      setProblem(new Problem(400, 'NUMBER', [text.notNumber], {}, ''));
      return;
    }
    void run(async () => {
      // asked once; whoever says it again means it
      const found = made ?? (await tryOut(path, period, typed, over));
      if (found.unlikely && !isAsked) {
        setAsked(true);
        return '';
      }
      return store(typed, over);
    });
  };
  const putBack = (): void => {
    setValue('');
    setNote('');
    setAttests(false);
    setCorrecting(false);
    setAsked(false);
    setTheirs(null);
    setProblem(null);
  };
  const keys = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') putBack();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isSaving && !theirs) {
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
          <a href={kpiUrl(kpi.key)} dir="auto">
            {kpi.name}
          </a>
          <span class="tl-tertiary tl-block" dir="auto">
            {[kpi.key, ...owed.place].join(', ')}
          </span>
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
          outcome={kpi.outcome ?? null}
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
                  setAsked(false);
                  setTheirs(null);
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
        {doubt && isWriting ? (
          <span class="tl-mine-question" role="alert">
            <Sign of="warning" /> {fill(text.question, format.number(doubt.times, 0))}
          </span>
        ) : null}
        {theirs && typed !== null ? (
          <div class="tl-notice tl-warn">
            <MineOrTheirs
              title={text.taken}
              differing={[
                { name: text.value, mine: format.number(typed, 6), theirs: format.number(theirs.value, 6) },
                ...(note.trim() && note.trim() !== (theirs.note ?? '')
                  ? [{ name: text.note, mine: note.trim(), theirs: theirs.note ?? '' }]
                  : []),
              ]}
              isSaving={isSaving}
              keep={() => save(theirs)}
              take={() => {
                putBack();
                void saved('', kpi.key);
              }}
            />
          </div>
        ) : null}
        {problem ? (
          <span class="tl-error tl-block" role="alert">
            {sayOf(problem)}
          </span>
        ) : null}
      </div>
      <div class="tl-mine-makes tl-secondary" role="status">
        {!isWriting && there ? (
          <Makes made={kpi.outcome ?? there} was={actuals[1]?.attainment ?? null} format={format} />
        ) : made && (!doubt || isAsked) ? (
          <Makes made={made} was={kpi.outcome?.attainment ?? null} format={format} />
        ) : (
          <span class="tl-tertiary">{doubt ? text.makesUnlikely : text.makesHint}</span>
        )}
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
            onClick={() => save()}
          >
            {!doubt || !isAsked ? (attests ? text.saveAndAttest : text.save) : text.saveAnyway}
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

function lateness({ kpi, standing, late, actuals, period }: Owed, format: Format): string {
  const days = format.plural(late, text.daysLateOne, text.daysLate);
  if (standing === 'overdue') return (kpi.outcome?.stale ?? 0) > 0 ? fill(text.stale, days) : days;
  if (standing === 'coming') return fill(text.dueOn, format.date(period));
  const there = actuals.find((actual) => actual.period === period);
  const by = there?.enteredByName ?? there?.enteredBy;
  return by ? fill(text.enteredBy, by) : '';
}

/** The value before the one that is owed, against the target. */
function Last({ owed, format }: { owed: Owed; format: Format }): VNode {
  const { kpi, actuals, standing } = owed;
  const last = actuals[standing === 'attest' ? 1 : 0];
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
    </>
  );
}
