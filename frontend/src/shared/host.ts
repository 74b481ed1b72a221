/** What the product's page offers: its path, its language, and the translator of literal keys. */
declare global {
  /** Atlassian's web-resource manager. At delivery the server replaces each call that has a literal key by the text. */
  const WRM: { I18n: { getText(key: string): string } };
  interface Window {
    AJS?: { contextPath?(): string };
  }
}

/** Where the product is mounted, e.g. `/jira`; empty at the root. */
export function contextPath(): string {
  return window.AJS?.contextPath?.() ?? '';
}

/** The reader's language: what the server said at the mount point, else the page's, else the browser's. */
export function localeOf(mount: HTMLElement): string {
  const asked = [mount.dataset['locale'], document.documentElement.lang, navigator.language];
  for (const tag of asked) {
    if (tag && isLocale(tag.replace('_', '-'))) return tag.replace('_', '-');
  }
  return 'en';
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Whether the server said that this person may edit here. */
export function mayEdit(mount: HTMLElement): boolean {
  return mount.dataset['mayEdit'] === 'true' || mount.dataset['canEdit'] === 'true';
}

/** The page of all plans. */
export function plansUrl(): string {
  return `${contextPath()}/plugins/servlet/throughline/plans`;
}

/** The tree of a plan, at one of its rows if one is named. */
export function treeUrl(plan: string, row = ''): string {
  return `${plansUrl()}/${encodeURIComponent(plan)}${row ? `#${encodeURIComponent(row)}` : ''}`;
}

/** The page of one objective. */
export function objectiveUrl(key: string): string {
  return `${contextPath()}/plugins/servlet/throughline/objectives/${encodeURIComponent(key)}`;
}

/** The page of one KPI. */
export function kpiUrl(key: string): string {
  return `${contextPath()}/plugins/servlet/throughline/kpis/${encodeURIComponent(key)}`;
}

/** What a plan is about, in words. */
export function overviewUrl(plan: string): string {
  return `${plansUrl()}/${encodeURIComponent(plan)}/overview`;
}

/** A list of orphans as a sheet. */
export function orphansCsvUrl(question: string): string {
  return `${contextPath()}/rest/throughline/1.0/orphans/list.csv?${question}`;
}

/** The plan's tree, or its scorecard, as a sheet; as of a day if one is named. */
export function csvUrl(plan: string, what: 'tree' | 'scorecard', asOf = ''): string {
  const path = `/rest/throughline/1.0/plans/${encodeURIComponent(plan)}/${what}.csv`;
  return contextPath() + path + (asOf ? `?asOf=${asOf}` : '');
}

/** What was changed about an object. */
export function changesUrl(object: string): string {
  return `${contextPath()}/plugins/servlet/throughline/changes?object=${encodeURIComponent(object)}`;
}

/** Where orphan work is found and linked, with what the page is asked. */
export function triageUrl(asked: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
  return `${contextPath()}/plugins/servlet/throughline/triage${query ? `?${query}` : ''}`;
}

/** What the strategy of a plan misses, or of all. */
export function hygieneUrl(plan = ''): string {
  return `${contextPath()}/plugins/servlet/throughline/hygiene${plan ? `?plan=${encodeURIComponent(plan)}` : ''}`;
}

/** Work that needs no objective, and why. */
export function exemptionsUrl(): string {
  return `${contextPath()}/plugins/servlet/throughline/exemptions`;
}

/** Where a person reads the issue, the project or the result of the query. */
export function workUrl(kind: 'ISSUE' | 'PROJECT' | 'JQL', ref: string): string {
  const path = kind === 'JQL' ? '/issues/?jql=' : '/browse/';
  return contextPath() + path + encodeURIComponent(ref);
}
