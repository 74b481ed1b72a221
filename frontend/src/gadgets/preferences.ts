/** What a gadget shows, as the dashboard keeps it. */
export interface Preferences {
  /** key; empty for all plans, or for the first one where a gadget shows one plan */
  plan: string;
  /** key; empty for all */
  project: string;
  /** minutes between two readings */
  refresh: number;
  /** Jira asks an item to be configured until it says so */
  isConfigured: boolean;
}

export const MINUTES = [1, 5, 15, 60] as const;

/** Whatever the dashboard kept: it keeps texts, and forms of older versions. */
export function preferencesOf(saved: unknown): Preferences {
  const kept = (typeof saved === 'object' && saved !== null ? saved : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof kept[name] === 'string' ? kept[name] : '');
  const refresh = Number(kept['refresh']);
  return {
    plan: text('plan'),
    project: text('project').toUpperCase(),
    refresh: MINUTES.find((each) => each === refresh) ?? 5,
    isConfigured: kept['isConfigured'] === true || kept['isConfigured'] === 'true',
  };
}
