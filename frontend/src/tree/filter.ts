import { isUnowned } from '../shared/owner';
import type { ObjectiveNode, OutcomeHealth } from '../shared/shapes';

/** Which objectives are shown. Kept in the address, so that what somebody sees can be sent to somebody else. */
export interface Filter {
  signal: readonly string[];
  outcome: readonly string[];
  owner: readonly string[];
  perspective: readonly string[];
  state: readonly string[];
}

export type Facet = keyof Filter;
export const FACETS: readonly Facet[] = ['owner', 'signal', 'outcome', 'perspective', 'state'];
export const NO_FILTER: Filter = { signal: [], outcome: [], owner: [], perspective: [], state: [] };

export const OUTCOMES: readonly OutcomeHealth[] = ['GREEN', 'AMBER', 'RED', 'UNKNOWN'];
export const PERSPECTIVES = ['FINANCIAL', 'CUSTOMER', 'PROCESS', 'LEARNING'] as const;
export const STATES = ['DRAFT', 'ACTIVE', 'ACHIEVED', 'ABANDONED'] as const;

/** Stands for "nobody" among owners. */
export const NOBODY = '-';

export function isActive(filter: Filter): boolean {
  return FACETS.some((facet) => filter[facet].length > 0);
}

/** Whether an objective has one of the chosen values in every facet where something is chosen. */
export function passes(objective: ObjectiveNode, filter: Filter): boolean {
  const has: Record<Facet, string> = {
    signal: objective.signal?.kind ?? '',
    outcome: objective.outcome?.health ?? '',
    owner: isUnowned(objective) ? NOBODY : (objective.owner ?? NOBODY),
    perspective: objective.perspective ?? '',
    state: objective.state,
  };
  return FACETS.every((facet) => filter[facet].length === 0 || filter[facet].includes(has[facet]));
}

/** The filter and the words that an address asks for. */
export function fromAddress(search: string): { filter: Filter; query: string } {
  const asked = new URLSearchParams(search);
  const list = (facet: Facet): string[] => (asked.get(facet) ?? '').split(',').filter(Boolean);
  return {
    filter: {
      signal: list('signal'),
      outcome: list('outcome'),
      owner: list('owner'),
      perspective: list('perspective'),
      state: list('state'),
    },
    query: asked.get('q') ?? '',
  };
}

/** The address with this filter, other parameters left as they are. */
export function toAddress(search: string, filter: Filter, query: string): string {
  const next = new URLSearchParams(search);
  for (const facet of FACETS) {
    if (filter[facet].length > 0) next.set(facet, filter[facet].join(','));
    else next.delete(facet);
  }
  if (query) next.set('q', query);
  else next.delete('q');
  const text = next.toString().replace(/%2C/g, ',');
  return text ? `?${text}` : '';
}
