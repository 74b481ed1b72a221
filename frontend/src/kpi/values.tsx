import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Actual } from '../chart/kpi-values';
import { Problem, post, put } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { figure, OutcomeMark, Sign } from '../shared/marks';
import { MineOrTheirs } from '../shared/mine-or-theirs';
import type { KpiNode } from '../shared/shapes';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import { text } from './words';

/** Every value with its period, what it made, who entered it and who stands behind it; corrected where it stands. */

interface Props {
  kpi: KpiNode;
  actuals: readonly Actual[];
  format: Format;
  mayEdit: boolean;
  /** only the owner attests */
  isOwner: boolean;
  refresh: () => void;
}

export function Values({ kpi, actuals, format, mayEdit, isOwner, refresh }: Props): VNode {
  const [writing, setWriting] = useState('');
  const [problem, setProblem] = useState<{ period: string; words: string } | null>(null);
  // what I wrote while somebody else corrected the same value
  const [mine, setMine] = useState<{ period: string; value: number } | null>(null);
  if (actuals.length === 0) return <p class="tl-secondary">{text.noValues}</p>;
  const path = (period: string): string => `/kpis/${encodeURIComponent(kpi.key)}/actuals/${period}`;
  const run = (period: string, what: Promise<unknown>, value?: number): void => {
    what
      .then(() => {
        setProblem(null);
        setMine(null);
        setWriting('');
        refresh();
      })
      .catch((failed: unknown) => {
        const isStale = failed instanceof Problem && failed.status === 412;
        if (isStale) refresh();
        if (isStale && value !== undefined) {
          setMine({ period, value });
          setWriting('');
        } else setProblem({ period, words: isStale ? text.changed : sayOf(failed) });
      });
  };
  const store = (actual: Actual, value: number): void =>
    run(actual.period, put(path(actual.period), { value, note: actual.note ?? null }, actual.version), value);
  const correct = (actual: Actual, typed: string): void => {
    const value = format.parse(typed);
    if (value === null) setProblem({ period: actual.period, words: text.notNumber });
    else store(actual, value);
  };
  const needsWord = kpi.attestation === 'OWNER';
  return (
    <table class="tl-desk-table">
      <thead>
        <tr>
          <th scope="col">{text.period}</th>
          <th scope="col" class="tl-num">
            {text.value}
          </th>
          <th scope="col">{words.outcome}</th>
          <th scope="col">{text.entered}</th>
          {needsWord ? <th scope="col">{text.attestation}</th> : null}
        </tr>
      </thead>
      <tbody>
        {actuals.map((actual) => (
          <tr key={actual.period}>
            <th scope="row" class="tl-nowrap">
              {format.date(actual.period)}
            </th>
            <td class="tl-num">
              {writing === actual.period ? (
                <Correction
                  known={format.number(actual.value, 6)}
                  label={fill(text.correctOf, format.date(actual.period))}
                  save={(typed) => correct(actual, typed)}
                  close={() => setWriting('')}
                />
              ) : (
                <>
                  {format.number(actual.value)} {kpi.unit?.symbol ?? ''}{' '}
                  {mayEdit ? (
                    <button
                      type="button"
                      class="tl-textlink tl-noprint"
                      aria-label={fill(text.correctOf, format.date(actual.period))}
                      onClick={() => setWriting(actual.period)}
                    >
                      {text.correct}
                    </button>
                  ) : null}
                </>
              )}
              {actual.note ? (
                <span class="tl-tertiary tl-block" dir="auto">
                  {actual.note}
                </span>
              ) : null}
              {mine?.period === actual.period ? (
                <div class="tl-notice tl-warn">
                  <MineOrTheirs
                    differing={[
                      { name: text.value, mine: format.number(mine.value, 6), theirs: format.number(actual.value, 6) },
                    ]}
                    isSaving={false}
                    keep={() => store(actual, mine.value)}
                    take={() => setMine(null)}
                  />
                </div>
              ) : null}
              {problem?.period === actual.period ? (
                <span class="tl-error tl-block" role="alert">
                  {problem.words}
                </span>
              ) : null}
            </td>
            <td class="tl-nowrap">
              {actual.health ? <OutcomeMark outcome={{ health: actual.health } as never} /> : null}{' '}
              {figure(actual.attainment, format)}
            </td>
            <td>
              <span dir="auto">{actual.enteredByName ?? actual.enteredBy ?? ''}</span>
              {actual.enteredAt ? <span class="tl-tertiary tl-block">{format.instant(actual.enteredAt)}</span> : null}
            </td>
            {needsWord ? (
              <td>
                <Word
                  actual={actual}
                  format={format}
                  attest={
                    isOwner && mayEdit
                      ? () =>
                          run(actual.period, post(`${path(actual.period)}/attestation`, { statement: text.statement }))
                      : null
                  }
                />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Word({ actual, format, attest }: { actual: Actual; format: Format; attest: (() => void) | null }): VNode {
  if (actual.attestedBy) {
    return (
      <>
        <Sign of="seal" /> <span dir="auto">{actual.attestedByName ?? actual.attestedBy}</span>
        {actual.attestedAt ? <span class="tl-tertiary tl-block">{format.instant(actual.attestedAt)}</span> : null}
      </>
    );
  }
  if (!attest) return <span class="tl-badge tl-warn">{text.unattested}</span>;
  return (
    <button type="button" class="tl-button tl-button-small" title={text.statement} onClick={attest}>
      <Sign of="seal" /> {text.attest}
    </button>
  );
}

function Correction(props: { known: string; label: string; save: (typed: string) => void; close: () => void }): VNode {
  const { known, label, save, close } = props;
  const [typed, setTyped] = useState(known);
  return (
    <input
      class="tl-input tl-kpi-correction"
      ref={(input) => {
        if (input && document.activeElement !== input) input.focus();
      }}
      inputMode="decimal"
      aria-label={label}
      value={typed}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save(typed);
        else if (event.key === 'Escape') close();
      }}
    />
  );
}
