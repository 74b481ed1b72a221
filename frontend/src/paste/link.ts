/** What a pasted address of the linked Jira becomes in Confluence's editor: a card of its objective, a chart of its KPI. */

export interface Macro {
  name: string;
  params: Record<string, string>;
}

const PAGES: Record<string, { name: string; parameter: string }> = {
  objectives: { name: 'strategy-objective', parameter: 'objective' },
  kpis: { name: 'strategy-kpi', parameter: 'kpi' },
};

/**
 * @param pasted whatever was pasted
 * @param jira where people open the linked Jira; an address of another Jira stays an address, since its keys mean other things
 */
export function macroOf(pasted: string, jira: string): Macro | null {
  const base = `${jira.replace(/\/+$/, '')}/plugins/servlet/throughline/`;
  if (jira === '' || !pasted.startsWith(base)) return null;
  const found = /^(objectives|kpis)\/([A-Z]+-[0-9]+)\/?(?:[?#].*)?$/.exec(pasted.slice(base.length));
  const page = PAGES[found?.[1] ?? ''];
  const key = found?.[2];
  return page && key ? { name: page.name, params: { [page.parameter]: key } } : null;
}
