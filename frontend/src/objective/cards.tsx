import type { VNode } from 'preact';
import { DeliveryDays } from '../chart/delivery-days';
import { fill, type Format, today } from '../shared/format';
import {
  DeliveryBar,
  DeliveryMark,
  figure,
  OutcomeBar,
  OutcomeMark,
  spokenDelivery,
  spokenOutcome,
} from '../shared/marks';
import type { Delivery, ObjectiveNode, Outcome, Tree } from '../shared/shapes';
import { words } from '../shared/words';
import { Charts } from './chart';
import { text } from './words';

/** Outcome: how far the KPIs are, one of them over time. */
export function OutcomeCard(props: {
  node: ObjectiveNode;
  outcome: Outcome;
  format: Format;
  /** the past day that is looked at; empty for now */
  asOf: string;
  explain: () => void;
}): VNode {
  const { node, outcome, format, asOf, explain } = props;
  const facts = [
    outcome.pace === null ? '' : fill(text.pace, format.fixed(outcome.pace, 2)),
    outcome.expected === null ? '' : fill(words.expected, format.percent(outcome.expected)),
    outcome.coverage === null ? '' : fill(text.coverage, format.percent(outcome.coverage)),
  ];
  return (
    <section class="tl-obj-card" aria-label={words.outcome}>
      <CardHead title={words.outcome} explain={explain} />
      <Figure value={figure(outcome.attainment, format)} mark={<OutcomeMark outcome={outcome} />} facts={facts} />
      <OutcomeBar outcome={outcome} />
      <span class="tl-sr">{spokenOutcome(outcome, format)}</span>
      {/* of a past day the values that were known then are not at hand one by one: the trends of the KPIs stand below */}
      {asOf ? null : <Charts kpis={node.kpis ?? []} format={format} />}
    </section>
  );
}

interface DeliveryProps {
  node: ObjectiveNode;
  delivery: Delivery;
  tree: Tree;
  format: Format;
  asOf: string;
  explain: () => void;
}

/** Delivery: how far the work is, and how it came there. */
export function DeliveryCard({ node, delivery, tree, format, asOf, explain }: DeliveryProps): VNode {
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
  return (
    <section class="tl-obj-card" aria-label={words.delivery}>
      <CardHead title={words.delivery} explain={explain} />
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
      {delivery.total > 0 ? (
        <DeliveryDays
          of={node.key}
          delivery={delivery}
          start={node.start ?? tree.start}
          due={node.due ?? tree.end}
          measure={tree.sizeMeasure}
          format={format}
          now={asOf || today()}
        />
      ) : null}
    </section>
  );
}

function CardHead({ title, explain }: { title: string; explain: () => void }): VNode {
  return (
    <div class="tl-obj-cardhead">
      <h2 class="tl-section">{title}</h2>
      <button type="button" class="tl-textlink tl-noprint" onClick={explain}>
        {text.explain}
      </button>
    </div>
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
