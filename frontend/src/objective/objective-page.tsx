import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import { objectiveUrl, plansUrl, treeUrl } from '../shared/host';
import { type Live, useLasting, useLive } from '../shared/live';
import { Icon, Sign, SignalMark } from '../shared/marks';
import type { KpiNode, ObjectiveNode, Tree } from '../shared/shapes';
import { Owner } from '../shared/owner';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import type { Group } from '../why/derivation';
import { WhyPanel } from '../why/why-panel';
import { AsOfBanner, AsOfChoice, asOfPath, BackToToday, useAsOf } from '../as-of/as-of';
import { Below, Causes } from './around';
import { DeliveryCard, OutcomeCard } from './cards';
import { History } from './history';
import { Kpis } from './kpis';
import { ShownOn } from './shown';
import { text } from './words';
import { Work } from './work';

/** One objective: the verdict first, then outcome and delivery on equal terms, then what they rest on. */

const EVERY = 5_000;
const PAST_EVERY = 120_000;

interface Props {
  plan: string;
  objective: string;
  format: Format;
  mayEdit: boolean;
}

export function ObjectivePage({ plan, objective, format, mayEdit }: Props): VNode {
  const [day, go] = useAsOf();
  const asOf = { day, go };
  const path = asOfPath(`/plans/${encodeURIComponent(plan)}/tree?around=${encodeURIComponent(objective)}`, day);
  // the past does not change; it is read again for names and rights that may
  const live = useLive<Tree>(path, day ? PAST_EVERY : EVERY);
  const isWaiting = useLasting(!live.value && !live.problem, 300);
  const place = useMemo(() => (live.value ? find(live.value, objective) : null), [live.value, objective]);
  // what failed for one day is not hidden by the numbers of another
  const isOther = live.problem !== null && live.of !== path;
  if (live.value && place && !isOther) {
    return <View tree={live.value} place={place} live={live} format={format} mayEdit={mayEdit} asOf={asOf} />;
  }
  if (live.value && !isOther) {
    return (
      <div class="tl-obj">
        <div class="tl-notice tl-none" role="alert">
          {fill(text.absent, objective)} <a href={treeUrl(plan)}>{live.value.name}</a>
        </div>
      </div>
    );
  }
  if (live.problem) {
    return (
      <div class="tl-obj">
        <Trouble problem={live.problem} what={text.unread} retry={() => void live.refresh()} />
        {day ? <BackToToday go={go} /> : null}
      </div>
    );
  }
  return (
    <div class="tl-obj" aria-busy="true" aria-label={text.loading}>
      {isWaiting ? <span class="tl-ghost" style={{ width: '320px' }} /> : null}
    </div>
  );
}

interface Place {
  node: ObjectiveNode;
  /** names and addresses of what it stands under, from its theme down */
  above: { name: string; url: string }[];
}

function find(tree: Tree, key: string): Place | null {
  const below = (nodes: readonly ObjectiveNode[], above: Place['above']): Place | null => {
    for (const node of nodes) {
      if (node.key === key) return { node, above };
      const found = below(node.objectives ?? [], [...above, { name: node.name, url: objectiveUrl(node.key) }]);
      if (found) return found;
    }
    return null;
  };
  for (const theme of tree.themes) {
    const found = below(theme.objectives ?? [], [{ name: theme.name, url: treeUrl(tree.key, theme.key) }]);
    if (found) return found;
  }
  return null;
}

interface ViewProps {
  tree: Tree;
  place: Place;
  live: Live<Tree>;
  format: Format;
  mayEdit: boolean;
  asOf: { day: string; go: (day: string) => void };
}

function View({ tree, place, live, format, mayEdit: hasRight, asOf }: ViewProps): VNode {
  const { node } = place;
  const mayEdit = hasRight && tree.state !== 'CLOSED' && asOf.day === '';
  const [why, setWhy] = useState<Group | null>(null);
  useEffect(() => {
    document.title = `${node.name} - ${document.title.split(' - ').pop() ?? ''}`;
  }, [node.name]);
  return (
    <div class="tl-obj">
      {asOf.day ? <AsOfBanner tree={tree} {...asOf} format={format} /> : null}
      <Head tree={tree} place={place} format={format} mayEdit={mayEdit} asOf={asOf} />
      {tree.indexing ? (
        <div class="tl-notice tl-none" role="status">
          {fill(words.indexing, format.number(tree.indexing.indexed, 0), format.number(tree.indexing.total, 0))}
        </div>
      ) : null}
      <div class="tl-obj-columns">
        <div class="tl-obj-main">
          <Verdict node={node} format={format} explain={() => setWhy('signal')} />
          <div class="tl-obj-two">
            {node.outcome ? (
              <OutcomeCard
                node={node}
                outcome={node.outcome}
                format={format}
                asOf={asOf.day}
                explain={() => setWhy('outcome')}
              />
            ) : null}
            {node.delivery ? (
              <DeliveryCard
                node={node}
                delivery={node.delivery}
                tree={tree}
                format={format}
                asOf={asOf.day}
                explain={() => setWhy('delivery')}
              />
            ) : null}
          </div>
          <Kpis tree={tree} node={node} format={format} mayEdit={mayEdit} refresh={live.refresh} />
          {asOf.day ? null : <Work tree={tree} node={node} format={format} mayEdit={mayEdit} />}
        </div>
        <aside class="tl-obj-side">
          <Below node={node} />
          <Causes node={node} tree={tree} />
          {asOf.day ? null : <ShownOn objective={node.key} />}
          <History node={node} format={format} version={tree} />
        </aside>
      </div>
      {why ? (
        <div class="tl-why-over">
          <WhyPanel
            of={node.key}
            name={node.name}
            group={why}
            format={format}
            asOf={asOf.day}
            version={tree}
            close={() => setWhy(null)}
          />
        </div>
      ) : null}
    </div>
  );
}

function Head({
  tree,
  place,
  format,
  mayEdit,
  asOf,
}: Pick<ViewProps, 'tree' | 'place' | 'format' | 'mayEdit' | 'asOf'>): VNode {
  const { node, above } = place;
  const perspective = text.perspectives[node.perspective as keyof typeof text.perspectives] as string | undefined;
  return (
    <div class="tl-obj-head">
      <nav class="tl-tertiary">
        <a href={plansUrl()}>{words.plans}</a> /{' '}
        <a href={treeUrl(tree.key)} dir="auto">
          {tree.name}
        </a>
        {above.map(({ name, url }) => (
          <span key={url}>
            {' '}
            /{' '}
            <a href={url} dir="auto">
              {name}
            </a>
          </span>
        ))}
      </nav>
      <div class="tl-obj-title">
        <h1>
          <Icon of="objective" /> <span dir="auto">{node.name}</span>{' '}
          <span class="tl-tertiary tl-obj-key">{node.key}</span>{' '}
          <span class={`tl-badge ${node.state === 'ACTIVE' ? 'tl-good' : 'tl-none'}`}>{text.states[node.state]}</span>
        </h1>
        <AsOfChoice tree={tree} {...asOf} format={format} />
        {mayEdit ? (
          <a class="tl-button tl-noprint" href={treeUrl(tree.key, node.key)}>
            <Sign of="pencil" />
            {text.edit}
          </a>
        ) : null}
      </div>
      {node.description ? (
        <p class="tl-obj-description" dir="auto">
          {node.description}
        </p>
      ) : null}
      <dl class="tl-obj-facts">
        <Fact name={words.owner}>
          <Owner of={node} small />
        </Fact>
        {perspective ? <Fact name={text.perspective}>{perspective}</Fact> : null}
        <Fact name={text.weight}>{format.number(node.weight ?? 1)}</Fact>
        <Fact name={text.runs}>
          {fill(text.fromTo, format.date(node.start ?? tree.start), format.date(node.due ?? tree.end))}
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What both bars say together, then the numbers behind it; no motives. */
function Verdict(props: { node: ObjectiveNode; format: Format; explain: () => void }): VNode | null {
  const { node, format, explain } = props;
  const { signal, delivery } = node;
  if (!signal) return null;
  const work =
    delivery?.progress === null || delivery?.progress === undefined
      ? text.noWork
      : fill(text.workDone, format.percent(delivery.progress), words.deliveryHealth[delivery.health]);
  return (
    <section class={`tl-verdict tl-verdict-${signal.kind.toLowerCase()}`}>
      <SignalMark signal={signal.kind} />
      <p>
        <strong>{signal.reason}</strong> {work} {kpiSentence(node.kpis ?? [], format)}
      </p>
      <button type="button" class="tl-textlink tl-noprint" onClick={explain}>
        {text.why}
      </button>
    </section>
  );
}

/** About the KPI that is furthest behind its line. */
function kpiSentence(kpis: readonly KpiNode[], format: Format): string {
  const known = kpis.filter((kpi) => kpi.outcome?.attainment !== null && kpi.outcome?.attainment !== undefined);
  const [worst] = [...known].sort((one, other) => (one.outcome?.pace ?? 1) - (other.outcome?.pace ?? 1));
  if (!worst?.outcome) return text.noKpi;
  const moved = fill(text.kpiMoved, worst.name, format.percent(worst.outcome.attainment ?? 0));
  const { expected } = worst.outcome;
  return expected === null ? `${moved}.` : `${moved}; ${fill(text.kpiExpected, format.percent(expected))}`;
}
