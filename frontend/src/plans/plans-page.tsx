import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import { daysBetween, type Format, length, today } from '../shared/format';
import { treeUrl } from '../shared/host';
import { useLasting } from '../shared/live';
import { Sign } from '../shared/marks';
import type { Listing, Plan } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { NewPlan } from './new-plan';
import { text } from './words';

/** All plans, and the start of a new one. */
export function PlansPage({ format, mayEdit }: { format: Format; mayEdit: boolean }): VNode {
  const { plans, left, problem, more } = usePlans();
  const [isWriting, setWriting] = useState(false);
  const isWaiting = useLasting(plans === null && !problem, 300);
  const isEmpty = plans?.length === 0;
  return (
    <div class="tl-plans">
      <header class="tl-plans-head">
        <div>
          <h1>{text.title}</h1>
          <p class="tl-secondary">{text.lead}</p>
        </div>
        {mayEdit && !isWriting ? (
          <button type="button" class="tl-button tl-button-primary" onClick={() => setWriting(true)}>
            <Sign of="plus" />
            {text.fresh}
          </button>
        ) : null}
      </header>
      {isWriting ? <NewPlan close={() => setWriting(false)} /> : null}
      {problem ? <Trouble problem={problem} what={text.unread} retry={more} /> : null}
      {isWaiting ? (
        <div aria-busy="true" aria-label={text.loading}>
          <span class="tl-ghost" style={{ width: '320px' }} />
        </div>
      ) : null}
      {isEmpty && !isWriting ? <p class="tl-plans-empty">{mayEdit ? text.empty : text.emptyRead}</p> : null}
      {plans && !isEmpty ? <Table plans={plans} format={format} /> : null}
      {left > 0 ? (
        <button type="button" class="tl-button" onClick={more}>
          {text.more.replace('{0}', format.number(left, 0))}
        </button>
      ) : null}
    </div>
  );
}

function Table({ plans, format }: { plans: readonly Plan[]; format: Format }): VNode {
  return (
    <table class="tl-plans-table">
      <thead>
        <tr>
          <th scope="col">{text.plan}</th>
          <th scope="col">{text.period}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.key}>
            <th scope="row">
              <a href={treeUrl(plan.key)} dir="auto">
                {plan.name}
              </a>{' '}
              <span class="tl-tertiary">{plan.key}</span>
              {plan.vision ? (
                <div class="tl-secondary" dir="auto">
                  {plan.vision}
                </div>
              ) : null}
            </th>
            <td class="tl-secondary">
              {format.date(plan.start)}{' '}
              <span class="tl-span" aria-hidden="true">
                <i style={{ width: length(daysBetween(plan.start, today()) / daysBetween(plan.start, plan.end)) }} />
              </span>{' '}
              {format.date(plan.end)}
            </td>
            <td>
              <span class={`tl-badge ${plan.state === 'ACTIVE' ? 'tl-good' : 'tl-none'}`}>
                {text.states[plan.state]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const PAGE = 50;

/** The plans page by page; every page that came in stays. */
function usePlans(): { plans: Plan[] | null; left: number; problem: unknown; more: () => void } {
  const [plans, setPlans] = useState<Plan[] | null>(null);
  const [total, setTotal] = useState(0);
  const [problem, setProblem] = useState<unknown>(null);
  const [wanted, setWanted] = useState({ start: 0 });
  useEffect(() => {
    const stop = new AbortController();
    get<Listing<Plan>>(`/plans?start=${wanted.start}&limit=${PAGE}`, stop.signal)
      .then((page) => {
        setPlans((now) => [...(now ?? []).slice(0, wanted.start), ...page.values]);
        setTotal(page.total);
        setProblem(null);
      })
      .catch((failed: unknown) => {
        if (!stop.signal.aborted) setProblem(failed);
      });
    return () => stop.abort();
  }, [wanted]);
  const more = (): void => setWanted({ start: plans?.length ?? 0 });
  return { plans, left: total - (plans?.length ?? total), problem, more };
}
