import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { get, Problem } from '../shared/api';
import type { Format } from '../shared/format';
import { MineOrTheirs } from '../shared/mine-or-theirs';
import { replace, Stale } from '../shared/replace';
import type { Listing, Plan } from '../shared/shapes';
import { sayOf, Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { Block } from './settings-page';
import { text } from './words';

/** From where on delivery is on track and at risk; each plan has its own. */

type WithThresholds = Plan & { thresholds: { good: number; warn: number } };

export function Thresholds({ format }: { format: Format }): VNode {
  const [plans, setPlans] = useState<readonly WithThresholds[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const read = useCallback((): void => {
    setProblem(null);
    get<Listing<WithThresholds>>('/plans?limit=200').then((page) => setPlans(page.values), setProblem);
  }, []);
  useEffect(read, [read]);
  return (
    <Block title={text.thresholds} help={text.thresholdsHelp}>
      {problem ? <Trouble problem={problem} what={text.unread} retry={read} /> : null}
      {plans.length > 0 ? (
        <table class="tl-settings-table">
          <thead>
            <tr>
              <th scope="col">{text.plan}</th>
              <th scope="col">{text.good}</th>
              <th scope="col">{text.warn}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <Row key={`${plan.key} ${plan.version}`} plan={plan} format={format} again={read} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Block>
  );
}

function Row({ plan, format, again }: { plan: WithThresholds; format: Format; again: () => void }): VNode {
  const write = (value: number): string => format.fixed(value, 2);
  const [good, setGood] = useState(write(plan.thresholds.good));
  const [warn, setWarn] = useState(write(plan.thresholds.warn));
  const [problem, setProblem] = useState<unknown>(null);
  // what somebody else made of the plan while I wrote
  const [theirs, setTheirs] = useState<WithThresholds | null>(null);
  const isChanged = good !== write(plan.thresholds.good) || warn !== write(plan.thresholds.warn);
  const save = (over: WithThresholds = plan): void => {
    const next = { good: format.parse(good) ?? Number.NaN, warn: format.parse(warn) ?? Number.NaN };
    if (Number.isNaN(next.good + next.warn)) {
      setProblem(new Problem(400, 'INVALID', [text.notNumber], {}, ''));
      return;
    }
    const path = `/plans/${encodeURIComponent(plan.key)}`;
    replace<WithThresholds>(path, over.version, () => ({ thresholds: next })).then(again, (failed: unknown) => {
      if (failed instanceof Stale) setTheirs(failed.now as WithThresholds);
      else setProblem(failed);
    });
  };
  const input = (label: string, value: string, set: (value: string) => void): VNode => (
    <input
      class="tl-input"
      inputMode="decimal"
      aria-label={`${plan.name}: ${label}`}
      value={value}
      disabled={plan.state === 'CLOSED'}
      onInput={(event) => {
        set(event.currentTarget.value);
        setProblem(null);
      }}
      onKeyDown={(event) => event.key === 'Enter' && isChanged && save()}
    />
  );
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{plan.name}</span> <span class="tl-tertiary">{plan.key}</span>
      </th>
      <td>{input(text.good, good, setGood)}</td>
      <td>{input(text.warn, warn, setWarn)}</td>
      <td>
        {plan.state === 'CLOSED' ? (
          <span class="tl-secondary">{text.closed}</span>
        ) : isChanged ? (
          <button type="button" class="tl-button tl-button-small tl-button-primary" onClick={() => save()}>
            {words.save}
          </button>
        ) : null}{' '}
        {problem ? (
          <span class="tl-error" role="alert">
            {sayOf(problem)}
          </span>
        ) : null}
        {theirs ? (
          <div class="tl-notice tl-warn">
            <MineOrTheirs
              differing={[
                { name: text.good, mine: good, theirs: write(theirs.thresholds.good) },
                { name: text.warn, mine: warn, theirs: write(theirs.thresholds.warn) },
              ].filter((each) => each.mine !== each.theirs)}
              isSaving={false}
              keep={() => save(theirs)}
              take={again}
            />
          </div>
        ) : null}
      </td>
    </tr>
  );
}
