import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { post } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { MineOrTheirs } from '../shared/mine-or-theirs';
import { replace, Stale } from '../shared/replace';
import type { KpiNode } from '../shared/shapes';
import { sayOf } from '../shared/trouble';
import { draftOf, saidOf, type SourceDraft, sourceOf } from './source';
import { SourceForm } from './source-form';
import { text } from './words';

/** Where the values of a KPI come from: people, a formula over KPIs, or a query in Jira; changed where it stands. */

interface Props {
  kpi: KpiNode;
  format: Format;
  mayEdit: boolean;
  /** reads the KPI and its values anew */
  refresh: () => Promise<void>;
}

export function SourceCard({ kpi, format, mayEdit, refresh }: Props): VNode {
  const [draft, setDraft] = useState<SourceDraft | null>(null);
  const [theirs, setTheirs] = useState<KpiNode | null>(null);
  const [seen, setSeen] = useState(kpi.version);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const path = `/kpis/${encodeURIComponent(kpi.key)}`;

  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      await refresh();
      close();
    } catch (failed) {
      if (failed instanceof Stale) setTheirs(failed.now as KpiNode);
      else setProblem(failed);
    } finally {
      setBusy(false);
    }
  };
  const close = (): void => {
    setDraft(null);
    setTheirs(null);
    setProblem(null);
  };
  const open = (): void => {
    setSeen(kpi.version);
    setDraft(draftOf(kpi.source));
  };
  const save = (version: number): void => {
    if (draft) void run(() => replace<KpiNode>(path, version, (now) => ({ source: sourceOf(draft, now.source) })));
  };
  return (
    <section class="tl-kpi-source" aria-label={text.source}>
      <div class="tl-obj-cardhead">
        <h2 class="tl-section">{text.source}</h2>
        {mayEdit && !draft ? (
          <button type="button" class="tl-button tl-button-small tl-noprint" onClick={open}>
            {text.sourceEdit}
          </button>
        ) : null}
      </div>
      {draft ? (
        <>
          <SourceForm
            draft={draft}
            change={(next) => {
              setDraft(next);
              setProblem(null);
            }}
            problem={problem}
            isSaving={isBusy}
            save={() => save(seen)}
            close={close}
          />
          {theirs ? (
            <div class="tl-notice tl-warn">
              <MineOrTheirs
                differing={[
                  { name: text.source, mine: saidOf(sourceOf(draft, kpi.source)), theirs: saidOf(theirs.source) },
                ]}
                isSaving={isBusy}
                keep={() => save(theirs.version)}
                take={() => {
                  close();
                  void refresh();
                }}
              />
            </div>
          ) : null}
        </>
      ) : (
        <>
          <Said kpi={kpi} />
          {kpi.source?.kind === 'JQL' ? (
            <Evaluation
              kpi={kpi}
              format={format}
              evaluate={mayEdit ? () => void run(() => post(`${path}/evaluation`, {})) : null}
              isBusy={isBusy}
            />
          ) : null}
          {problem ? (
            <p class="tl-error" role="alert">
              {sayOf(problem)}
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

function Said({ kpi }: { kpi: KpiNode }): VNode {
  const source = kpi.source ?? { kind: 'MANUAL' };
  if (source.kind === 'MANUAL') return <p class="tl-secondary">{text.sourceManual}</p>;
  if (source.kind === 'JQL' && source.hidden) return <p class="tl-secondary">{text.sourceHidden}</p>;
  return (
    <p>
      <span class="tl-secondary">{source.kind === 'FORMULA' ? text.sourceFormula : aggregateSaid(source)}</span>{' '}
      <code class="tl-kpi-code">{source.kind === 'FORMULA' ? source.formula : source.jql}</code>
    </p>
  );
}

function aggregateSaid({ aggregate = 'COUNT', field }: { aggregate?: 'COUNT' | 'SUM' | 'AVG'; field?: string | null }) {
  return aggregate === 'COUNT' ? text.sourceCount : fill(text.sourceOf[aggregate], field ?? '');
}

/** When it was last counted, as whom, over how many issues, and why there is no value if there is none. */
function Evaluation(props: { kpi: KpiNode; format: Format; evaluate: (() => void) | null; isBusy: boolean }): VNode {
  const { kpi, format, evaluate, isBusy } = props;
  const run = kpi.evaluation;
  const as = kpi.source?.runAs ?? '';
  return (
    <div class="tl-kpi-evaluation">
      <p class="tl-secondary">
        {run
          ? fill(text.evaluated, format.instant(run.at), format.number(run.issues, 0), as)
          : fill(text.notEvaluated, as)}
      </p>
      {run?.problem ? (
        <p class="tl-notice tl-warn" role="status">
          {text.evaluationProblems[run.problem]}
        </p>
      ) : null}
      {evaluate ? (
        <button type="button" class="tl-button tl-button-small tl-noprint" disabled={isBusy} onClick={evaluate}>
          {text.evaluate}
        </button>
      ) : null}
    </div>
  );
}
