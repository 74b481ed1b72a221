/** What somebody means who types an issue key, a project key, or else a query. */
export function targetOf(typed: string): { kind: 'ISSUE' | 'PROJECT' | 'JQL'; ref: string } {
  const ref = typed.trim();
  if (/^[a-z][a-z0-9_]*-\d+$/i.test(ref)) return { kind: 'ISSUE', ref: ref.toUpperCase() };
  if (/^[a-z][a-z0-9_]*$/i.test(ref)) return { kind: 'PROJECT', ref: ref.toUpperCase() };
  return { kind: 'JQL', ref };
}
