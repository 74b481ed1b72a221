import { Owner } from '../shared/owner';
import type { VNode } from 'preact';
import { daysBetween, fill, type Format } from '../shared/format';
import { figure, Sign, SignalMark, Spark, spokenDelivery, spokenOutcome } from '../shared/marks';
import type { Delivery, KpiNode, Measure, ObjectiveNode, Outcome } from '../shared/shapes';
import { deliveryMeter, deliveryWord, Gauge, outcomeMeter, outcomeWord } from './gauge';
import type { NodeRow } from './rows';
import { text } from './words';

/** What the cells show: the same columns on every row; what does not apply is blank. */

export interface Look {
  format: Format;
  measure: Measure;
}

export function OwnerCell({ row }: { row: NodeRow }): VNode | null {
  if (row.kind === 'link') return null;
  if (row.kind === 'kpi' && !row.node.owner) return null;
  return <Owner of={row.node} small={row.kind === 'kpi'} />;
}

export function OutcomeCell({ row, look }: { row: NodeRow; look: Look }): VNode | null {
  const { format } = look;
  if (row.kind === 'link') {
    const items = row.node.delivery?.items;
    return items === undefined ? null : (
      <span class="tl-tertiary">{format.plural(items, text.itemsOne, text.items)}</span>
    );
  }
  const outcome = row.node.outcome;
  if (!outcome) return null;
  const spoken = spokenOutcome(outcome, format);
  const value = row.kind === 'kpi' ? measured(row.node, format) : null;
  return (
    <Gauge
      {...outcomeWord(outcome)}
      value={value ? bold(value) : figure(outcome.attainment, format)}
      spoken={value ? `${value.join(' ')}. ${spoken}` : spoken}
      meter={outcomeMeter(outcome)}
    />
  );
}

function bold([is, wanted]: readonly [string, string]): VNode {
  return (
    <>
      <b>{is}</b> {wanted}
    </>
  );
}

/** "89.1", "of 93.0 %" where objectives show attainment; null without a value. */
function measured(kpi: KpiNode, format: Format): readonly [string, string] | null {
  if (!kpi.actual) return null;
  const unit = kpi.unit?.symbol ? ` ${kpi.unit.symbol}` : '';
  // both with the same decimals, so that they can be compared at a glance
  const other = kpi.band?.low ?? kpi.target?.value ?? 0;
  const digits = Math.min(2, Math.max(decimals(kpi.actual.value), decimals(other)));
  const say = (value: number): string => format.fixed(value, digits);
  const wanted = kpi.band
    ? fill(text.actualIn, `${format.number(kpi.band.low)}–${format.number(kpi.band.high)}${unit}`)
    : kpi.target
      ? fill(text.actualOf, say(kpi.target.value) + unit)
      : unit;
  return [say(kpi.actual.value), wanted];
}

function decimals(value: number): number {
  return /\.(\d+)$/.exec(String(Math.round(value * 100) / 100))?.[1]?.length ?? 0;
}

export function DeliveryCell({ row, look }: { row: NodeRow; look: Look }): VNode | null {
  if (row.kind === 'kpi') return null;
  const delivery = row.node.delivery;
  // while Jira is being read there is no number, and none is made up
  if (!delivery) return <span class="tl-gauge-wait" aria-hidden="true" />;
  return row.kind === 'link' ? (
    <LinkDelivery delivery={delivery} look={look} />
  ) : (
    <NodeDelivery delivery={delivery} look={look} />
  );
}

function NodeDelivery({ delivery, look }: { delivery: Delivery; look: Look }): VNode {
  return (
    <Gauge
      {...deliveryWord(delivery)}
      value={figure(delivery.progress, look.format)}
      spoken={spokenDelivery(delivery, look.format)}
      meter={deliveryMeter(delivery)}
    />
  );
}

function LinkDelivery({ delivery, look }: { delivery: Delivery; look: Look }): VNode {
  const { format, measure } = look;
  const size = delivery.total > 0 ? format.sizeOf(delivery.done, delivery.total, measure) : null;
  return (
    <Gauge
      {...(size === null ? deliveryWord(delivery) : { word: size })}
      value={figure(delivery.progress, format)}
      spoken={[size, spokenDelivery(delivery, format)].filter(Boolean).join('. ')}
      meter={deliveryMeter(delivery, false)}
    />
  );
}

export function SignalCell({ row }: { row: NodeRow }): VNode | null {
  if (row.kind === 'link') return null;
  if (row.kind === 'kpi') return <Spark values={row.node.trend ?? []} outcome={row.node.outcome ?? null} />;
  const signal = row.node.signal;
  if (!signal) return null;
  return <SignalMark signal={signal.kind} reason={signal.reason} />;
}

export function DueCell({ row, look }: { row: NodeRow; look: Look }): VNode | null {
  switch (row.kind) {
    case 'theme': {
      const objectives = row.node.objectives?.length ?? 0;
      return <span class="tl-secondary">{look.format.plural(objectives, text.objectivesOne, text.objectives)}</span>;
    }
    case 'objective':
      return <Due objective={row.node} look={look} />;
    case 'kpi':
      return <Period kpi={row.node} look={look} />;
    case 'link':
      return null;
  }
}

function Due({ objective, look }: { objective: ObjectiveNode; look: Look }): VNode {
  const { due } = objective;
  return (
    <div class="tl-two">
      <span>{due ? look.format.date(due) : <span class="tl-tertiary">{text.noDue}</span>}</span>
      <Forecast delivery={objective.delivery ?? null} due={due} look={look} />
    </div>
  );
}

/** How many weeks before or after the due date the work is done with 85 percent certainty. */
function Forecast(props: { delivery: Delivery | null; due: string | null; look: Look }): VNode | null {
  const { delivery, due, look } = props;
  const forecast = delivery?.forecast;
  if (!forecast || delivery.health === 'DONE') return null;
  if (!forecast.p85) return <span class="tl-tertiary">{text.noForecast}</span>;
  if (!due) return <span class="tl-tertiary">P85 {look.format.date(forecast.p85)}</span>;
  const days = daysBetween(due, forecast.p85);
  const weeks = Math.round(Math.abs(days) / 7);
  if (weeks === 0) return <span class="tl-tertiary">{text.onTime}</span>;
  const words = fill(days > 0 ? text.late : text.early, look.format.number(weeks, 0));
  return <span class={days > 0 ? 'tl-late' : 'tl-tertiary'}>{words}</span>;
}

function Period({ kpi, look }: { kpi: KpiNode; look: Look }): VNode | null {
  if (!kpi.actual) return null;
  const isUnattested = (kpi.outcome?.unattested ?? 0) > 0;
  return (
    <div class="tl-two">
      <span class="tl-secondary">{look.format.month(kpi.actual.period)}</span>
      {isUnattested ? (
        <span>
          <span class="tl-badge tl-warn">{text.unattested}</span>
        </span>
      ) : kpi.actual.attested ? (
        <span class="tl-tertiary">
          <Sign of="seal" /> {text.attested}
        </span>
      ) : null}
    </div>
  );
}

/** True when there is something a stale badge should say. */
export function isStale(outcome: Outcome | null | undefined): boolean {
  return (outcome?.stale ?? 0) > 0;
}
