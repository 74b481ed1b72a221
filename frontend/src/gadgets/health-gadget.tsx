import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import type { Format } from '../shared/format';
import { objectiveUrl, treeUrl } from '../shared/host';
import { useLive } from '../shared/live';
import {
  DeliveryBar,
  DeliveryMark,
  figure,
  OutcomeBar,
  OutcomeMark,
  SignalMark,
  spokenDelivery,
  spokenOutcome,
} from '../shared/marks';
import { type Blocks, type Listing, type Plan, type SignalKind, SIGNALS } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { Foot } from './orphan-gadget';
import type { Preferences } from './preferences';
import { text } from './words';

/** How a plan is doing: outcome and delivery, how many objectives say what, and which to look at first. */

interface Row extends Blocks {
  key: string;
  name: string;
}

interface Scorecard extends Blocks {
  plan: Plan;
  groups: { rows: Row[] }[];
  signals: Partial<Record<SignalKind, number>>;
  /** Keys of what is behind, furthest first. */
  lookFirst: string[];
}

const SHOWN = 5;

/** The first of the objectives that are behind, as the server has them in order. */
function lookFirst(scorecard: Scorecard): Row[] {
  const rows = scorecard.groups.flatMap((group) => group.rows);
  return scorecard.lookFirst
    .map((key) => rows.find((row) => row.key === key))
    .filter((row) => row !== undefined)
    .slice(0, SHOWN);
}

export function HealthGadget({ preferences, format }: { preferences: Preferences; format: Format }): VNode {
  const { plan, problem } = useFirstPlan(preferences.plan);
  if (problem) return <Trouble problem={problem} what={text.unread} />;
  if (plan === null) return <span class="tl-ghost" style={{ width: '160px' }} />;
  if (plan === '') return <p class="tl-secondary">{text.noPlan}</p>;
  return <PlanHealth plan={plan} millis={preferences.refresh * 60_000} format={format} />;
}

/** The plan that was chosen, else the first one in force; empty when there is none. */
function useFirstPlan(chosen: string): { plan: string | null; problem: unknown } {
  const [first, setFirst] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (chosen) return;
    get<Listing<Plan>>('/plans?limit=200').then(
      (page) => setFirst(page.values.find((each) => each.state === 'ACTIVE')?.key ?? ''),
      setProblem,
    );
  }, [chosen]);
  return { plan: chosen || first, problem };
}

function PlanHealth({ plan, millis, format }: { plan: string; millis: number; format: Format }): VNode {
  const live = useLive<Scorecard>(`/plans/${encodeURIComponent(plan)}/scorecard`, millis);
  const found = live.value;
  if (!found) {
    return live.problem ? (
      <Trouble problem={live.problem} what={text.unread} retry={() => void live.refresh()} />
    ) : (
      <span class="tl-ghost" style={{ width: '160px' }} />
    );
  }
  const { outcome, delivery } = found;
  const first = lookFirst(found);
  return (
    <>
      <h3 dir="auto">{found.plan.name}</h3>
      <div class="tl-gadget-two">
        {outcome ? (
          <div role="img" aria-label={spokenOutcome(outcome, format)}>
            <span class="tl-secondary">{words.outcome}</span>
            <span class="tl-gadget-number">{figure(outcome.attainment, format)}</span>
            <OutcomeMark outcome={outcome} />
            <OutcomeBar outcome={outcome} />
          </div>
        ) : null}
        {delivery ? (
          <div role="img" aria-label={spokenDelivery(delivery, format)}>
            <span class="tl-secondary">{words.delivery}</span>
            <span class="tl-gadget-number">{figure(delivery.progress, format)}</span>
            <DeliveryMark delivery={delivery} />
            <DeliveryBar delivery={delivery} />
          </div>
        ) : (
          <span class="tl-secondary">{text.indexing}</span>
        )}
      </div>
      <ul class="tl-gadget-signals">
        {SIGNALS.map((kind) => {
          const count = found.signals[kind] ?? 0;
          return (
            <li key={kind} class={count === 0 ? 'is-none' : ''}>
              <b>{format.number(count, 0)}</b> <SignalMark signal={kind} plain />
            </li>
          );
        })}
      </ul>
      {first.length > 0 ? (
        <>
          <h3 class="tl-secondary">{text.lookFirst}</h3>
          <ul class="tl-gadget-list">
            {first.map((row) => (
              <li key={row.key}>
                <a href={objectiveUrl(row.key)} dir="auto">
                  {row.name}
                </a>
                <span class="tl-gadget-beside">
                  {row.outcome ? <OutcomeMark outcome={row.outcome} /> : null}
                  <b>{figure(row.outcome?.attainment, format)}</b>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Foot at={live.at} format={format} href={treeUrl(plan)} />
    </>
  );
}
