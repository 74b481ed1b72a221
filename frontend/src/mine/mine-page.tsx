import type { VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import { objectiveUrl } from '../shared/host';
import { useLasting } from '../shared/live';
import { ToastPlace, useToast } from '../shared/toast';
import { Trouble } from '../shared/trouble';
import { type Decision, type Owed, readOwed, type Standing } from './owed';
import { MailChoice } from './mail-choice';
import { OwedRow } from './owed-row';
import { StandIn } from './stand-in';
import { text } from './words';

/** My KPIs: what I owe, overdue first; value, note, attest and save in one row, all by keyboard. */

const HEADS = [text.headKpi, text.headPeriod, text.headPeriods, text.headLast, text.headValue, text.headMakes];
const ORDER: readonly Standing[] = ['overdue', 'attest', 'coming'];

export function MinePage({ user, format }: { user: string; format: Format }): VNode {
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const [owed, setOwed] = useState<readonly Owed[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { toast, show } = useToast();
  const list = useRef<HTMLDivElement>(null);
  const isWaiting = useLasting(!owed && !problem, 300);
  const read = useCallback(
    (signal: AbortSignal): Promise<void> =>
      readOwed(signal)
        .then((found) => {
          setOwed(found.owed);
          setDecisions(found.decisions);
          setProblem(null);
        })
        .catch((failed: unknown) => {
          if (!signal.aborted) setProblem(failed);
        }),
    [],
  );
  useEffect(() => {
    const stop = new AbortController();
    void read(stop.signal);
    return () => stop.abort();
  }, [read]);

  /** Says so, reads anew, and leads on to the next value that is owed. */
  const saved = async (what: string, key: string): Promise<void> => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-kpi]') ?? [])];
    const next = rows[rows.findIndex((row) => row.dataset['kpi'] === key) + 1]?.dataset['kpi'];
    if (what) show({ text: what });
    await read(new AbortController().signal);
    // the row may have gone elsewhere: what was next is where to go on
    requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>(`[data-kpi="${CSS.escape(next ?? key)}"]`);
      row?.querySelector<HTMLElement>('input, button')?.focus();
    });
  };
  const of = (standing: Standing): readonly Owed[] => (owed ?? []).filter((each) => each.standing === standing);
  const late = of('overdue').length;
  const waiting = of('attest').length;
  const lead = [
    late > 0 ? format.plural(late, text.lateOne, text.late) : '',
    waiting > 0 ? format.plural(waiting, text.waitingOne, text.waiting) : '',
  ].filter(Boolean);
  return (
    <div class="tl-desk tl-mine">
      <header class="tl-desk-head">
        <div>
          <h1>{text.title}</h1>
          <p class="tl-secondary">{owed ? lead.join(' ') || text.nothingOwed : ''}</p>
        </div>
      </header>
      {problem ? (
        <Trouble problem={problem} what={text.unread} retry={() => void read(new AbortController().signal)} />
      ) : null}
      {isWaiting ? <span class="tl-ghost" style={{ width: '320px' }} /> : null}
      {owed?.length === 0 && decisions.length === 0 ? <p class="tl-plans-empty">{text.empty}</p> : null}
      <div ref={list} class="tl-mine-list">
        {owed && owed.length > 0 ? (
          <div class="tl-mine-row tl-mine-heads tl-secondary" aria-hidden="true">
            {HEADS.map((head) => (
              <span key={head}>{head}</span>
            ))}
          </div>
        ) : null}
        {ORDER.map((standing) => {
          const rows = of(standing);
          return rows.length === 0 ? null : (
            <section key={standing} aria-label={text.standings[standing]}>
              <h2 class="tl-section">
                {text.standings[standing]}{' '}
                <span class={`tl-count${standing === 'overdue' ? ' tl-bad' : ''}`}>
                  {format.number(rows.length, 0)}
                </span>{' '}
                {standing === 'attest' ? <span class="tl-secondary">{text.attestHelp}</span> : null}
              </h2>
              <div class="tl-mine-rows">
                {rows.map((each) => (
                  <OwedRow key={`${each.kpi.key} ${each.period}`} owed={each} format={format} saved={saved} />
                ))}
              </div>
            </section>
          );
        })}
      </div>
      <Decisions decisions={decisions} format={format} />
      <StandIn user={user} format={format} />
      <MailChoice />
      {owed && owed.length > 0 ? (
        <footer class="tl-mine-foot tl-secondary">
          <span>
            <kbd class="tl-kbd">Tab</kbd> {text.keyTab}
          </span>
          <span>
            <kbd class="tl-kbd">Enter</kbd> {text.keyEnter}
          </span>
          <span>
            <kbd class="tl-kbd">Esc</kbd> {text.keyEscape}
          </span>
          <span class="tl-foot-live">{text.kept}</span>
        </footer>
      ) : null}
      <ToastPlace toast={toast} close={() => show(null)} />
    </div>
  );
}

/** Objectives of the reader that are past their due date: somebody has to say what becomes of them. */
function Decisions({ decisions, format }: { decisions: readonly Decision[]; format: Format }): VNode | null {
  if (decisions.length === 0) return null;
  return (
    <section aria-label={text.decisions}>
      <h2 class="tl-section">
        {text.decisions} <span class="tl-count">{format.number(decisions.length, 0)}</span>{' '}
        <span class="tl-secondary">{text.decisionsHelp}</span>
      </h2>
      <ul class="tl-mine-decisions">
        {decisions.map(({ objective, plan, due }) =>
          objective ? (
            <li key={objective.key}>
              <a href={objectiveUrl(objective.key)} dir="auto">
                {objective.name}
              </a>{' '}
              <span class="tl-tertiary">{[objective.key, plan?.name].filter(Boolean).join(', ')}</span>{' '}
              <span class="tl-late">{fill(text.wasDue, format.date(due))}</span>
            </li>
          ) : null,
        )}
      </ul>
    </section>
  );
}
