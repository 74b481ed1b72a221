import { useEffect, useState } from 'preact/hooks';
import { get } from './api';
import type { Listing, Plan } from './shapes';

/** The plans in force, to choose from: read once; null until they are in. */
export function usePlansInForce(): { plans: readonly Plan[] | null; problem: unknown } {
  const [plans, setPlans] = useState<readonly Plan[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    get<Listing<Plan>>('/plans?limit=200', stop.signal).then(
      (page) => setPlans(page.values.filter((plan) => plan.state === 'ACTIVE')),
      (failed: unknown) => {
        if (!stop.signal.aborted) setProblem(failed);
      },
    );
    return () => stop.abort();
  }, []);
  return { plans, problem };
}
