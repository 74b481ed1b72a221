import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import type { Listing, Plan } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { MINUTES, type Preferences } from './preferences';
import { text } from './words';

interface Props {
  preferences: Preferences;
  asksProject: boolean;
  save: (next: Preferences) => void;
}

/** Which plan, which project, how often. */
export function Configure({ preferences, asksProject, save }: Props): VNode {
  const [next, setNext] = useState(preferences);
  const [plans, setPlans] = useState<readonly Plan[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    get<Listing<Plan>>('/plans?limit=200').then((page) => setPlans(page.values), setProblem);
  }, []);
  return (
    <form
      class="tl-gadget-form"
      onSubmit={(event) => {
        event.preventDefault();
        save({ ...next, isConfigured: true });
      }}
    >
      {problem ? <Trouble problem={problem} what={text.unread} /> : null}
      <label>
        <span class="tl-secondary">{text.plan}</span>
        <select
          class="tl-input"
          value={next.plan}
          onChange={(event) => setNext({ ...next, plan: event.currentTarget.value })}
        >
          <option value="">{asksProject ? text.every : text.first}</option>
          {plans.map((plan) => (
            <option key={plan.key} value={plan.key}>
              {plan.name}
            </option>
          ))}
        </select>
      </label>
      {asksProject ? (
        <label>
          <span class="tl-secondary">{text.project}</span>
          <input
            class="tl-input"
            type="text"
            maxLength={255}
            value={next.project}
            onInput={(event) => setNext({ ...next, project: event.currentTarget.value.trim().toUpperCase() })}
          />
        </label>
      ) : null}
      <label>
        <span class="tl-secondary">{text.refresh}</span>
        <select
          class="tl-input"
          value={next.refresh}
          onChange={(event) => setNext({ ...next, refresh: Number(event.currentTarget.value) })}
        >
          {MINUTES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes}
            </option>
          ))}
        </select>
      </label>
      <div>
        <button type="submit" class="tl-button tl-button-primary">
          {words.save}
        </button>
      </div>
    </form>
  );
}
