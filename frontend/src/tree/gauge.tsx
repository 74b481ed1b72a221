import type { VNode } from 'preact';
import { length } from '../shared/format';
import { DELIVERY_TONES, OUTCOME_TONES } from '../shared/marks';
import type { Delivery, Outcome } from '../shared/shapes';
import { words } from '../shared/words';

/**
 * Health, number and bar of a grid's cell. They look like the marks of `shared/marks`, but are drawn with as few
 * elements as can be: a plan has thousands of rows, and each element of a row is paid for while scrolling. What is heard
 * is one sentence, as the name of the whole.
 */
export function Gauge(props: {
  tone?: string | undefined;
  word: string;
  value: VNode | string;
  spoken: string;
  meter: VNode;
}): VNode {
  const { tone, word, value, spoken, meter } = props;
  return (
    <div class="tl-gauge" role="img" aria-label={spoken}>
      <span class={tone ? `tl-word tl-${tone}` : 'tl-secondary'}>{word}</span>
      <span class="tl-gauge-value">{value}</span>
      {meter}
    </div>
  );
}

/** Bar and tick in one element; the style sheet draws both from the two lengths. */
function meter(kind: string, fill: number, expected: number | null, started = 0): VNode {
  const lengths: Record<string, string> = { '--fill': length(fill) };
  if (expected !== null) lengths['--tick'] = length(expected);
  if (started > 0) {
    lengths['--go'] = length(fill + started);
    // of the part that is drawn
    lengths['--done'] = length(Math.max(0, fill) / (Math.max(0, fill) + started));
  }
  return <span class={`tl-meter ${kind}${expected === null ? '' : ' has-tick'}`} style={lengths} />;
}

const NO_METER = <span class="tl-meter tl-meter-none" />;

export function outcomeMeter(outcome: Outcome): VNode {
  if (outcome.attainment === null) return NO_METER;
  return meter(`tl-meter-outcome tl-${OUTCOME_TONES[outcome.health]}`, outcome.attainment, outcome.expected);
}

export function deliveryMeter(delivery: Delivery, tick = true): VNode {
  const { progress, total, inProgress } = delivery;
  if (progress === null || total <= 0) return NO_METER;
  // progress may be weighted otherwise than sizes are: the striped part never leaves the bar
  const started = Math.min(inProgress / total, 1 - Math.max(0, Math.min(1, progress)));
  return meter('tl-meter-delivery', progress, tick ? delivery.expected : null, started);
}

export function outcomeWord(outcome: Outcome): { tone: string; word: string } {
  return { tone: OUTCOME_TONES[outcome.health], word: words.outcomeHealth[outcome.health] };
}

export function deliveryWord(delivery: Delivery): { tone: string; word: string } {
  return { tone: DELIVERY_TONES[delivery.health], word: words.deliveryHealth[delivery.health] };
}
