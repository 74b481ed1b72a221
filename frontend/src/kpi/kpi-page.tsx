import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ChangesTable } from '../changes/changes-table';
import { type Actual, useActuals } from '../chart/kpi-values';
import { OutcomeChart, OutcomeLegend } from '../chart/outcome-chart';
import { get } from '../shared/api';
import { fill, type Format, today } from '../shared/format';
import { objectiveUrl, plansUrl, treeUrl } from '../shared/host';
import { useLive } from '../shared/live';
import { figure, Icon, OutcomeBar, OutcomeMark, spokenOutcome } from '../shared/marks';
import { Owner } from '../shared/owner';
import type { KpiNode, Outcome } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import type { Explanation } from '../why/derivation';
import { WhyPanel } from '../why/why-panel';
import { PasteValues } from './paste-values';
import { SourceCard } from './source-card';
import { Values } from './values';
import { text } from './words';

/** One KPI: where it stands, its line, every value with who stands behind it, and what was changed. */

interface Props {
  kpi: string;
  plan: string;
  user: string;
  format: Format;
  mayEdit: boolean;
}

export function KpiPage({ kpi: key, plan, user, format, mayEdit: hasRight }: Props): VNode {
  const live = useLive<KpiNode & { description?: string | null }>(`/kpis/${encodeURIComponent(key)}`, 10_000);
  const [turn, setTurn] = useState(0);
  const { actuals, problem, again } = useActuals(key, turn);
  const [isWhy, setWhy] = useState(false);
  const [isPasting, setPasting] = useState(false);
  const kpi = live.value;
  const outcome = useOutcome(key, `${kpi?.version ?? 0} ${turn}`, actuals?.[0]);
  if (!kpi) {
    return (
      <div class="tl-desk" aria-busy={!live.problem}>
        {live.problem ? (
          <Trouble problem={live.problem} what={text.unread} retry={() => void live.refresh()} />
        ) : (
          <span class="tl-ghost" style={{ width: '320px' }} />
        )}
      </div>
    );
  }
  const refresh = (): void => setTurn((now) => now + 1);
  const node: KpiNode = { ...kpi, outcome };
  const isManual = (kpi.source?.kind ?? 'MANUAL') === 'MANUAL';
  const mayChange = hasRight || kpi.owner === user;
  const mayEdit = isManual && mayChange;
  return (
    <div class="tl-desk">
      <Head kpi={node} plan={plan} format={format} />
      <div class="tl-kpi-two">
        <section class="tl-overview-card" aria-label={words.outcome}>
          <div class="tl-obj-cardhead">
            <h2 class="tl-section">{words.outcome}</h2>
            <button type="button" class="tl-textlink tl-noprint" onClick={() => setWhy(true)}>
              {text.explain}
            </button>
          </div>
          {outcome ? (
            <>
              <div class="tl-kpi-figure">
                <span class="tl-figure">{figure(outcome.attainment, format)}</span>
                <span>
                  <OutcomeMark outcome={outcome} />
                  <span class="tl-tertiary tl-block">{factsOf(outcome, format)}</span>
                </span>
              </div>
              <OutcomeBar outcome={outcome} />
              <span class="tl-sr">{spokenOutcome(outcome, format)}</span>
            </>
          ) : null}
          {problem ? <Trouble problem={problem} what={text.valuesUnread} retry={again} /> : null}
          {actuals && actuals.length > 0 ? (
            <>
              <OutcomeChart kpi={node} actuals={[...actuals].reverse()} format={format} today={today()} />
              <div class="tl-chart-legend tl-secondary">
                <OutcomeLegend kpi={node} />
              </div>
            </>
          ) : null}
        </section>
        <section aria-label={text.values}>
          <div class="tl-obj-cardhead">
            <h2 class="tl-section">{text.values}</h2>
            {mayEdit ? (
              <button type="button" class="tl-button tl-button-small" onClick={() => setPasting(!isPasting)}>
                {text.paste}
              </button>
            ) : null}
          </div>
          {isPasting ? (
            <PasteValues
              kpi={node}
              taken={actuals ?? []}
              format={format}
              close={() => setPasting(false)}
              done={refresh}
            />
          ) : null}
          {actuals ? (
            <Values
              kpi={node}
              actuals={actuals}
              format={format}
              mayEdit={mayEdit}
              isOwner={kpi.owner === user}
              refresh={refresh}
            />
          ) : null}
        </section>
      </div>
      <SourceCard
        kpi={kpi}
        format={format}
        mayEdit={mayChange}
        refresh={async () => {
          await live.refresh();
          refresh();
        }}
      />
      <section aria-label={text.history}>
        <h2 class="tl-section">{text.history}</h2>
        <ChangesTable object={key} format={format} key={turn} />
      </section>
      {isWhy ? (
        <div class="tl-why-over">
          <WhyPanel
            of={key}
            name={kpi.name}
            group="outcome"
            format={format}
            asOf=""
            version={turn}
            close={() => setWhy(false)}
          />
        </div>
      ) : null}
    </div>
  );
}

function Head({
  kpi,
  plan,
  format,
}: {
  kpi: KpiNode & { description?: string | null };
  plan: string;
  format: Format;
}): VNode {
  const unit = kpi.unit?.symbol ? ` ${kpi.unit.symbol}` : '';
  const goal = kpi.band
    ? `${format.number(kpi.band.low)}–${format.number(kpi.band.high)}${unit}`
    : kpi.target
      ? fill(text.targetBy, format.number(kpi.target.value) + unit, format.date(kpi.target.date))
      : '';
  const facts: [string, string | VNode][] = [
    [words.owner, <Owner key="owner" of={kpi} small />],
    [text.target, goal],
    [text.frequency, text.frequencies[kpi.frequency ?? 'MONTHLY']],
    [text.weight, format.number(kpi.weight ?? 1)],
  ];
  return (
    <header>
      <nav class="tl-tertiary">
        <a href={plansUrl()}>{words.plans}</a>
        {plan ? (
          <>
            {' / '}
            <a href={treeUrl(plan, kpi.key)}>{plan}</a>
          </>
        ) : null}
        {kpi.objective ? (
          <>
            {' / '}
            <a href={objectiveUrl(kpi.objective)}>{kpi.objective}</a>
          </>
        ) : null}
      </nav>
      <h1>
        <Icon of="kpi" /> <span dir="auto">{kpi.name}</span> <span class="tl-tertiary">{kpi.key}</span>{' '}
        {kpi.critical ? <span class="tl-badge tl-none">{text.critical}</span> : null}
      </h1>
      {kpi.description ? (
        <p class="tl-secondary" dir="auto">
          {kpi.description}
        </p>
      ) : null}
      <dl class="tl-kpi-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function factsOf(outcome: Outcome, format: Format): string {
  return [
    outcome.pace === null ? '' : fill(text.pace, format.fixed(outcome.pace, 2)),
    outcome.expected === null ? '' : fill(words.expected, format.percent(outcome.expected)),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The outcome as the server explains it, which is also where the line stood; nothing is computed here. */
function useOutcome(key: string, version: string, newest: Actual | undefined): Outcome | null {
  const [numbers, setNumbers] = useState<Explanation['numbers'] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    get<Explanation>(`/explain/${encodeURIComponent(key)}`, stop.signal)
      .then((found) => setNumbers(found.numbers))
      // the panel that explains says so; the values stand without it
      .catch(() => undefined);
    return () => stop.abort();
  }, [key, version]);
  const number = (name: string): number | null => {
    const value = numbers?.[name]?.value;
    return typeof value === 'number' ? value : null;
  };
  const health = numbers?.['outcome.health']?.value ?? newest?.health;
  if (!numbers && !newest) return null;
  return {
    attainment: number('outcome.attainment') ?? newest?.attainment ?? null,
    expected: number('outcome.expected'),
    pace: number('outcome.pace') ?? newest?.pace ?? null,
    health: (health as Outcome['health'] | undefined) ?? 'UNKNOWN',
    coverage: null,
    unattested: 0,
    stale: 0,
  };
}
