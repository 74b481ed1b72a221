import type { ComponentChildren, VNode } from 'preact';
import { daysBetween, fill, type Format, length, today } from '../shared/format';
import { overviewUrl, plansUrl } from '../shared/host';
import {
  countSignals,
  DeliveryBar,
  DeliveryMark,
  figure,
  OutcomeBar,
  OutcomeMark,
  SignalMark,
  spokenDelivery,
  spokenOutcome,
} from '../shared/marks';
import type { ObjectiveNode, SignalKind, Tree } from '../shared/shapes';
import { text } from './words';

/** How the plan is, in one look: its period, two quiet figures, and what its objectives say. */
export function Head({ tree, nodes, format }: { tree: Tree; nodes: readonly ObjectiveNode[]; format: Format }): VNode {
  const { outcome, delivery } = tree;
  return (
    <div class="tl-head">
      <div class="tl-head-plan">
        <nav class="tl-tertiary">
          <a href={plansUrl()}>{text.plans}</a> / <a href={overviewUrl(tree.key)}>{tree.key}</a>
        </nav>
        <h1>
          <span dir="auto">{tree.name}</span>{' '}
          <span class={`tl-badge ${tree.state === 'ACTIVE' ? 'tl-good' : 'tl-none'}`}>{text.states[tree.state]}</span>
        </h1>
        {tree.vision ? <p dir="auto">{tree.vision}</p> : null}
        <Period tree={tree} format={format} />
      </div>
      {outcome ? (
        <Figure
          label={text.outcomeLong}
          figure={figure(outcome.attainment, format)}
          mark={<OutcomeMark outcome={outcome} />}
          expected={outcome.expected}
          bar={<OutcomeBar outcome={outcome} />}
          spoken={spokenOutcome(outcome, format)}
          format={format}
        />
      ) : null}
      {delivery ? (
        <Figure
          label={text.deliveryLong}
          figure={figure(delivery.progress, format)}
          mark={<DeliveryMark delivery={delivery} />}
          expected={delivery.progress === null ? null : delivery.expected}
          bar={<DeliveryBar delivery={delivery} />}
          spoken={spokenDelivery(delivery, format)}
          format={format}
        />
      ) : null}
      <Signals nodes={nodes} format={format} />
    </div>
  );
}

function Period({ tree, format }: { tree: Tree; format: Format }): VNode {
  const days = daysBetween(tree.start, tree.end);
  const day = daysBetween(tree.start, today());
  const say = (): string => {
    if (day < 0) return text.notBegun;
    return day > days ? text.over : fill(text.day, format.number(day, 0), format.number(days, 0));
  };
  return (
    <div class="tl-head-period tl-tertiary">
      <span>{format.date(tree.start)}</span>
      <span class="tl-span" aria-hidden="true">
        <i style={{ width: length(day / days) }} />
      </span>
      <span>{format.date(tree.end)}</span>
      <span class="tl-head-day">{say()}</span>
    </div>
  );
}

interface FigureProps {
  label: string;
  figure: string;
  mark: VNode;
  expected: number | null;
  bar: ComponentChildren;
  spoken: string;
  format: Format;
}

function Figure({ label, figure: value, mark, expected, bar, spoken, format }: FigureProps): VNode {
  return (
    <section class="tl-head-figure" aria-label={label}>
      <div class="tl-secondary">{label}</div>
      <div class="tl-head-numbers">
        <span class="tl-figure" aria-hidden="true">
          {value}
        </span>
        <span class="tl-head-beside" aria-hidden="true">
          {mark}
          {expected === null ? null : (
            <span class="tl-tertiary">{fill(text.expectedByNow, format.percent(expected))}</span>
          )}
        </span>
      </div>
      {bar}
      <span class="tl-sr">{spoken}</span>
    </section>
  );
}

const ORDER: readonly SignalKind[] = ['REALIZING', 'DRIFT', 'UNEXPLAINED', 'STALLED', 'BLIND'];

function Signals({ nodes, format }: { nodes: readonly ObjectiveNode[]; format: Format }): VNode | null {
  const counts = countSignals(nodes.map((node) => node.signal));
  if (counts.size === 0) return null;
  return (
    <section class="tl-head-signals">
      <div class="tl-secondary">{format.plural(nodes.length, text.bySignalOne, text.bySignal)}</div>
      <ul>
        {ORDER.filter((kind) => counts.has(kind)).map((kind) => (
          <li key={kind}>
            <b>{format.number(counts.get(kind) ?? 0, 0)}</b> <SignalMark signal={kind} />
          </li>
        ))}
      </ul>
    </section>
  );
}
