import type { VNode } from 'preact';
import { fill, type Format, length, NOTHING } from './format';
import type { Delivery, DeliveryHealth, Outcome, OutcomeHealth, Signal, SignalKind } from './shapes';
import { words } from './words';

/** The marks of the visual language, in the markup that the style sheet and the server's templates agree on. */

export type Tone = 'good' | 'warn' | 'bad' | 'none' | 'done';

const SHAPES: Record<Tone, string> = { good: '●', warn: '▲', bad: '◆', none: '○', done: '✔' };

export const OUTCOME_TONES: Record<OutcomeHealth, Tone> = { GREEN: 'good', AMBER: 'warn', RED: 'bad', UNKNOWN: 'none' };

export const DELIVERY_TONES: Record<DeliveryHealth, Tone> = {
  NO_WORK: 'none',
  DONE: 'done',
  NOT_STARTED: 'none',
  ON_TRACK: 'good',
  AT_RISK: 'warn',
  OFF_TRACK: 'bad',
};

function HealthMark({ tone, word }: { tone: Tone; word: string }): VNode {
  return (
    <span class={`tl-health tl-${tone}`}>
      <span class="tl-shape" aria-hidden="true">
        {SHAPES[tone]}
      </span>
      {word}
    </span>
  );
}

export function OutcomeMark({ outcome }: { outcome: Outcome }): VNode {
  return <HealthMark tone={OUTCOME_TONES[outcome.health]} word={words.outcomeHealth[outcome.health]} />;
}

export function DeliveryMark({ delivery }: { delivery: Delivery }): VNode {
  return <HealthMark tone={DELIVERY_TONES[delivery.health]} word={words.deliveryHealth[delivery.health]} />;
}

/** What was expected by now; nothing where nothing was. */
function Tick({ at }: { at: number | null }): VNode | null {
  return at === null ? null : <span class="tl-bar-tick" style={{ left: length(at) }} />;
}

export function OutcomeBar({ outcome }: { outcome: Outcome }): VNode {
  if (outcome.attainment === null) return <span class="tl-bar tl-bar-empty" aria-hidden="true" />;
  return (
    <span class={`tl-bar tl-bar-outcome tl-${OUTCOME_TONES[outcome.health]}`} aria-hidden="true">
      <span class="tl-bar-fill" style={{ width: length(outcome.attainment) }} />
      <Tick at={outcome.expected} />
    </span>
  );
}

export function DeliveryBar({ delivery, tick = true }: { delivery: Delivery; tick?: boolean }): VNode {
  const { progress, total, inProgress } = delivery;
  if (progress === null || total <= 0) return <span class="tl-bar tl-bar-empty" aria-hidden="true" />;
  // progress may be weighted otherwise than sizes are: the striped part never leaves the bar
  const started = Math.min(inProgress / total, 1 - Math.max(0, Math.min(1, progress)));
  return (
    <span class="tl-bar tl-bar-delivery" aria-hidden="true">
      <span class="tl-bar-fill" style={{ width: length(progress) }} />
      <span class="tl-bar-progress" style={{ left: length(progress), width: length(started) }} />
      {tick ? <Tick at={delivery.expected} /> : null}
    </span>
  );
}

/** @param reason what is said beside the word to those who point at it or hear it */
export function SignalMark(props: { signal: SignalKind; plain?: boolean; reason?: string }): VNode {
  const { signal, plain = false, reason } = props;
  const look = plain ? ' tl-signal-plain' : '';
  const heard = reason
    ? { role: 'img' as const, 'aria-label': `${words.signals[signal]}: ${reason}`, title: reason }
    : {};
  return (
    <span class={`tl-signal tl-signal-${signal.toLowerCase()}${look}`} {...heard}>
      <span class="tl-glyph" aria-hidden="true">
        <i />
        <i />
      </span>
      {words.signals[signal]}
    </span>
  );
}

/** The last periods on their own scale, the newest point in the colour of its health. */
export function Spark({ values, outcome }: { values: readonly number[]; outcome: Outcome | null }): VNode | null {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  const points = values.map((value, at) => ({
    x: 2 + (at * 88) / (values.length - 1),
    y: 18 - (16 * (value - low)) / range,
  }));
  const last = points[points.length - 1] ?? { x: 0, y: 0 };
  const tone = outcome ? `tl-${OUTCOME_TONES[outcome.health]}` : 'tl-none';
  return (
    <svg class={`tl-spark ${tone}`} width="92" height="20" viewBox="0 0 92 20" aria-hidden="true">
      <polyline class="tl-spark-line" points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      <circle class="tl-spark-last" cx={last.x} cy={last.y} r="2.5" />
    </svg>
  );
}

/** "Outcome 29%, off pace, 51% expected." for those who hear the bar. */
export function spokenOutcome(outcome: Outcome, format: Format): string {
  const word = words.outcomeHealth[outcome.health];
  if (outcome.attainment === null) return fill(words.outcomeSpokenNone, word);
  return sentence(fill(words.outcomeSpoken, format.percent(outcome.attainment), word), outcome.expected, format);
}

export function spokenDelivery(delivery: Delivery, format: Format): string {
  const word = words.deliveryHealth[delivery.health];
  if (delivery.progress === null) return fill(words.deliverySpokenNone, word);
  return sentence(fill(words.deliverySpoken, format.percent(delivery.progress), word), delivery.expected, format);
}

function sentence(first: string, expected: number | null, format: Format): string {
  return expected === null ? `${first}.` : `${first}, ${fill(words.expected, format.percent(expected))}.`;
}

/** A figure or, where nothing is known, a dash; never a zero. */
export function figure(ratio: number | null | undefined, format: Format, digits = 0): string {
  return ratio === null || ratio === undefined ? NOTHING : format.percent(ratio, digits);
}

/** How many nodes say what together. */
export function countSignals(signals: readonly (Signal | null | undefined)[]): Map<SignalKind, number> {
  const counts = new Map<SignalKind, number>();
  for (const signal of signals) if (signal) counts.set(signal.kind, (counts.get(signal.kind) ?? 0) + 1);
  return counts;
}

export function Avatar({ name, small = false }: { name: string; small?: boolean }): VNode {
  let sum = 0;
  for (let at = 0; at < name.length; at++) sum += name.charCodeAt(at);
  return (
    <span class={`tl-avatar tl-avatar-${sum % 8}${small ? ' tl-avatar-small' : ''}`} title={name} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** First letters of the first and the last word; of a single word its first letter. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = parts[0] ?? '';
  const last = parts.length > 1 ? (parts[parts.length - 1] ?? '') : '';
  return (Array.from(first)[0] ?? '').toUpperCase() + (Array.from(last)[0] ?? '').toUpperCase();
}

export type Square =
  'theme' | 'objective' | 'kpi' | 'issue' | 'story' | 'epic' | 'initiative' | 'project' | 'query' | 'hidden';

/** What an issue of a level looks like: its type may be called anything. */
export function levelIcon(level: number | null | undefined): Square {
  if (level === 1) return 'epic';
  return (level ?? 0) > 1 ? 'initiative' : 'issue';
}

export function Icon({ of }: { of: Square }): VNode {
  return <span class={`tl-icon tl-icon-${of}`} aria-hidden="true" />;
}

type SignName =
  'chevron' | 'down' | 'plus' | 'close' | 'check' | 'search' | 'link' | 'warning' | 'seal' | 'pencil' | 'lock';

/** A sign in the colour of the text. */
export function Sign({ of }: { of: SignName | 'trash' | 'calendar' }): VNode {
  return <span class={`tl-i tl-i-${of}`} aria-hidden="true" />;
}
