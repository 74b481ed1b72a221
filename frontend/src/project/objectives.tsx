import type { ComponentChildren, VNode } from 'preact';
import { fill, type Format } from '../shared/format';
import { objectiveUrl, workUrl } from '../shared/host';
import {
  DeliveryBar,
  DeliveryMark,
  figure,
  Icon,
  levelIcon,
  OutcomeBar,
  OutcomeMark,
  SignalMark,
  spokenDelivery,
  spokenOutcome,
  type Square,
} from '../shared/marks';
import type { Blocks, Measure, Target } from '../shared/shapes';
import { words } from '../shared/words';
import type { Four } from '../triage/shapes';
import { text } from './words';

/** The objectives that a project serves, through what, and how they are doing. */

interface ServedObjective extends Blocks {
  key: string;
  name: string;
  theme: string | null;
  openSize: number;
  size: number;
  /** that size of all the objective's work */
  share: number | null;
  through: Target[];
  /** how many there are of those */
  links: number;
}

export interface Serving {
  sizeMeasure: Measure;
  open: Four;
  objectives: ServedObjective[];
}

interface Props {
  serving: Serving;
  measure: Measure;
  format: Format;
  /** what can be done here */
  children: ComponentChildren;
}

export function Objectives({ serving, measure, format, children }: Props): VNode {
  const { objectives } = serving;
  return (
    <section aria-label={text.objectives}>
      <div class="tl-project-bar">
        <h2 class="tl-section">
          {text.objectives} <span class="tl-count">{format.number(objectives.length, 0)}</span>
        </h2>
        {children}
      </div>
      {objectives.length === 0 ? <p class="tl-secondary">{text.servesNothing}</p> : null}
      {objectives.length > 0 ? (
        <table class="tl-desk-table tl-project-table">
          <thead>
            <tr>
              <th scope="col">{text.objective}</th>
              <th scope="col">{text.through}</th>
              <th scope="col" class="tl-num">
                {text.size}
              </th>
              <th scope="col" class="tl-num">
                {text.share}
              </th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.delivery}</th>
              <th scope="col">{words.signal}</th>
            </tr>
          </thead>
          <tbody>
            {objectives.map((each) => (
              <Line key={each.key} of={each} measure={measure} format={format} />
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}

function Line({ of, measure, format }: { of: ServedObjective; measure: Measure; format: Format }): VNode {
  const { outcome, delivery, signal } = of;
  const more = of.links - of.through.length;
  return (
    <tr>
      <td data-head="">
        <div class="tl-project-objective">
          <Icon of="objective" />
          <div>
            <a href={objectiveUrl(of.key)} dir="auto">
              {of.name}
            </a>
            <div class="tl-tertiary" dir="auto">
              {[of.key, of.theme].filter(Boolean).join(', ')}
            </div>
          </div>
        </div>
      </td>
      <td data-head={text.through}>
        <ul class="tl-project-through">
          {of.through.map((target, at) => (
            <li key={target.ref ?? at}>
              <Icon of={iconOf(target)} />{' '}
              {target.ref === null ? (
                <span class="tl-secondary">{text.hidden}</span>
              ) : (
                <a href={workUrl(target.kind, target.ref)} title={target.title ?? target.ref}>
                  {target.kind === 'JQL' ? text.query : target.ref}
                </a>
              )}
            </li>
          ))}
          {more > 0 ? <li class="tl-tertiary">{fill(text.more, format.number(more, 0))}</li> : null}
        </ul>
      </td>
      <td class="tl-num" data-head={text.size}>
        <b>{format.size(of.openSize, measure)}</b>
        <div class="tl-tertiary">{text.openHere}</div>
      </td>
      <td class="tl-num" data-head={text.share}>
        <b>{figure(of.share, format)}</b>
        <div class="tl-tertiary">{text.ofItsWork}</div>
      </td>
      <td data-head={words.outcome}>
        {outcome ? (
          <Gauge
            mark={<OutcomeMark outcome={outcome} />}
            value={figure(outcome.attainment, format)}
            bar={<OutcomeBar outcome={outcome} />}
            spoken={spokenOutcome(outcome, format)}
          />
        ) : null}
      </td>
      <td data-head={words.delivery}>
        {delivery ? (
          <Gauge
            mark={<DeliveryMark delivery={delivery} />}
            value={figure(delivery.progress, format)}
            bar={<DeliveryBar delivery={delivery} />}
            spoken={spokenDelivery(delivery, format)}
          />
        ) : null}
      </td>
      <td data-head="">{signal ? <SignalMark signal={signal.kind} reason={signal.reason} /> : null}</td>
    </tr>
  );
}

function Gauge({ mark, value, bar, spoken }: { mark: VNode; value: string; bar: VNode; spoken: string }): VNode {
  return (
    <div class="tl-project-gauge" role="img" aria-label={spoken}>
      {mark}
      <span class="tl-secondary">{value}</span>
      {bar}
    </div>
  );
}

function iconOf(target: Target): Square {
  if (target.hidden) return 'hidden';
  if (target.kind !== 'ISSUE') return target.kind === 'JQL' ? 'query' : 'project';
  return levelIcon(target.level);
}
