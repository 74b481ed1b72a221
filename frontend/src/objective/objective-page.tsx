import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import { objectiveUrl, plansUrl, treeUrl } from '../shared/host';
import { type Live, useLasting, useLive } from '../shared/live';
import {
  Avatar,
  DeliveryBar,
  DeliveryMark,
  figure,
  Icon,
  OutcomeBar,
  OutcomeMark,
  Sign,
  SignalMark,
  spokenDelivery,
  spokenOutcome,
} from '../shared/marks';
import type { Delivery, KpiNode, ObjectiveNode, Outcome, Tree } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { Charts } from './chart';
import { History } from './history';
import { Kpis } from './kpis';
import { text } from './words';
import { Work } from './work';

/** One objective: the verdict first, then outcome and delivery on equal terms, then what they rest on. */

const EVERY = 5_000;

interface Props {
  plan: string;
  objective: string;
  format: Format;
  mayEdit: boolean;
}

export function ObjectivePage({ plan, objective, format, mayEdit }: Props): VNode {
  const live = useLive<Tree>(`/plans/${encodeURIComponent(plan)}/tree`, EVERY);
  const isWaiting = useLasting(!live.value && !live.problem, 300);
  const place = useMemo(() => (live.value ? find(live.value, objective) : null), [live.value, objective]);
  if (live.value && place) {
    return <View tree={live.value} place={place} live={live} format={format} mayEdit={mayEdit} />;
  }
  if (live.value) {
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
}

function View({ tree, place, live, format, mayEdit: hasRight }: ViewProps): VNode {
  const { node } = place;
  const mayEdit = hasRight && tree.state !== 'CLOSED';
  useEffect(() => {
    document.title = `${node.name} - ${document.title.split(' - ').pop() ?? ''}`;
  }, [node.name]);
  return (
    <div class="tl-obj">
      <Head tree={tree} place={place} format={format} mayEdit={mayEdit} />
      {tree.indexing ? (
        <div class="tl-notice tl-none" role="status">
          {fill(words.indexing, format.number(tree.indexing.indexed, 0), format.number(tree.indexing.total, 0))}
        </div>
      ) : null}
      <div class="tl-obj-columns">
        <div class="tl-obj-main">
          <Verdict node={node} format={format} />
          <div class="tl-obj-two">
            {node.outcome ? <OutcomeCard node={node} outcome={node.outcome} format={format} /> : null}
            {node.delivery ? <DeliveryCard node={node} delivery={node.delivery} tree={tree} format={format} /> : null}
          </div>
          <Kpis tree={tree} node={node} format={format} mayEdit={mayEdit} refresh={live.refresh} />
          <Work tree={tree} node={node} format={format} mayEdit={mayEdit} />
        </div>
        <aside class="tl-obj-side">
          <Below node={node} />
          <History node={node} format={format} version={tree} />
        </aside>
      </div>
    </div>
  );
}

function Head({ tree, place, format, mayEdit }: Pick<ViewProps, 'tree' | 'place' | 'format' | 'mayEdit'>): VNode {
  const { node, above } = place;
  const owner = node.ownerName ?? node.owner;
  const perspective = text.perspectives[node.perspective as keyof typeof text.perspectives] as string | undefined;
  return (
    <div class="tl-obj-head">
      <nav class="tl-tertiary">
        <a href={plansUrl()}>{words.plans}</a> / <a href={treeUrl(tree.key)}>{tree.name}</a>
        {above.map(({ name, url }) => (
          <span key={url}>
            {' '}
            / <a href={url}>{name}</a>
          </span>
        ))}
      </nav>
      <div class="tl-obj-title">
        <h1>
          <Icon of="objective" /> {node.name} <span class="tl-tertiary tl-obj-key">{node.key}</span>{' '}
          <span class={`tl-badge ${node.state === 'ACTIVE' ? 'tl-good' : 'tl-none'}`}>{text.states[node.state]}</span>
        </h1>
        {mayEdit ? (
          <a class="tl-button tl-noprint" href={treeUrl(tree.key, node.key)}>
            <Sign of="pencil" />
            {text.edit}
          </a>
        ) : null}
      </div>
      {node.description ? <p class="tl-obj-description">{node.description}</p> : null}
      <dl class="tl-obj-facts">
        <Fact name={words.owner}>
          {owner ? (
            <>
              <Avatar name={owner} small /> {owner}
            </>
          ) : (
            <span class="tl-tertiary">{text.noOwner}</span>
          )}
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
function Verdict({ node, format }: { node: ObjectiveNode; format: Format }): VNode | null {
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

function OutcomeCard({ node, outcome, format }: { node: ObjectiveNode; outcome: Outcome; format: Format }): VNode {
  const facts = [
    outcome.pace === null ? '' : fill(text.pace, format.fixed(outcome.pace, 2)),
    outcome.expected === null ? '' : fill(words.expected, format.percent(outcome.expected)),
    outcome.coverage === null ? '' : fill(text.coverage, format.percent(outcome.coverage)),
  ];
  return (
    <section class="tl-obj-card" aria-label={words.outcome}>
      <h2 class="tl-section">{words.outcome}</h2>
      <Figure value={figure(outcome.attainment, format)} mark={<OutcomeMark outcome={outcome} />} facts={facts} />
      <OutcomeBar outcome={outcome} />
      <span class="tl-sr">{spokenOutcome(outcome, format)}</span>
      <Charts kpis={node.kpis ?? []} format={format} />
    </section>
  );
}

interface DeliveryProps {
  node: ObjectiveNode;
  delivery: Delivery;
  tree: Tree;
  format: Format;
}

function DeliveryCard({ node, delivery, tree, format }: DeliveryProps): VNode {
  const facts = [
    delivery.schedule === null ? '' : fill(text.schedule, format.fixed(delivery.schedule, 2)),
    delivery.expected === null ? '' : fill(words.expected, format.percent(delivery.expected)),
    delivery.total > 0 ? format.sizeOf(delivery.done, delivery.total, tree.sizeMeasure) : '',
  ];
  const notes = [
    format.plural(delivery.items, text.itemsOne, text.items),
    delivery.unsized > 0 ? fill(text.unsized, format.number(delivery.unsized, 0)) : '',
    delivery.excluded > 0 ? fill(text.excluded, format.number(delivery.excluded, 0)) : '',
    delivery.hidden > 0 ? fill(text.hidden, format.number(delivery.hidden, 0)) : '',
  ];
  const { forecast } = delivery;
  const links = node.links ?? [];
  return (
    <section class="tl-obj-card" aria-label={words.delivery}>
      <h2 class="tl-section">{words.delivery}</h2>
      <Figure value={figure(delivery.progress, format)} mark={<DeliveryMark delivery={delivery} />} facts={facts} />
      <DeliveryBar delivery={delivery} />
      <span class="tl-sr">{spokenDelivery(delivery, format)}</span>
      <p class="tl-secondary">{notes.filter(Boolean).join(', ')}</p>
      {forecast && delivery.health !== 'DONE' ? (
        <p class="tl-secondary">
          {forecast.p50 && forecast.p85
            ? fill(text.forecast, format.date(forecast.p50), format.date(forecast.p85))
            : forecast.reason}
        </p>
      ) : null}
      {links.length > 0 ? (
        <ul class="tl-obj-links">
          {links.map((link) => (
            <li key={link.id}>
              <span class="tl-secondary">{link.target.title ?? link.target.ref ?? text.hiddenWork}</span>
              <span class="tl-secondary tl-num">
                {link.delivery && link.delivery.total > 0
                  ? format.sizeOf(link.delivery.done, link.delivery.total, tree.sizeMeasure)
                  : ''}
              </span>
              {link.delivery ? <DeliveryBar delivery={link.delivery} tick={false} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Figure({ value, mark, facts }: { value: string; mark: VNode; facts: readonly string[] }): VNode {
  return (
    <div class="tl-head-numbers" aria-hidden="true">
      <span class="tl-figure">{value}</span>
      <span class="tl-head-beside">
        {mark}
        <span class="tl-tertiary">{facts.filter(Boolean).join(', ')}</span>
      </span>
    </div>
  );
}

function Below({ node }: { node: ObjectiveNode }): VNode | null {
  const nodes = node.objectives ?? [];
  if (nodes.length === 0) return null;
  return (
    <section class="tl-obj-card">
      <h2 class="tl-section">{text.below}</h2>
      <ul class="tl-obj-below">
        {nodes.map((each) => (
          <li key={each.key}>
            <a href={objectiveUrl(each.key)}>{each.name}</a> <span class="tl-tertiary">{each.key}</span>
            {each.signal ? <SignalMark signal={each.signal.kind} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
