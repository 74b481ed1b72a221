import type { Source } from '../shared/shapes';

/** A source as it is written, all three kinds side by side, so that changing the kind loses nothing. */
export interface SourceDraft {
  kind: Source['kind'];
  formula: string;
  jql: string;
  aggregate: NonNullable<Source['aggregate']>;
  field: string;
}

export function draftOf(source: Source | undefined): SourceDraft {
  return {
    kind: source?.kind ?? 'MANUAL',
    formula: source?.formula ?? '',
    jql: source?.jql ?? '',
    aggregate: source?.aggregate ?? 'COUNT',
    field: source?.field ?? '',
  };
}

/** As the server takes it. A query that its reader may not see stays as it is while nothing is written in its place. */
export function sourceOf(draft: SourceDraft, before: Source | undefined): Source {
  if (draft.kind === 'MANUAL') return { kind: 'MANUAL' };
  if (draft.kind === 'FORMULA') return { kind: 'FORMULA', formula: draft.formula };
  if (before?.hidden && draft.jql.trim() === '') return before;
  const field = draft.aggregate === 'COUNT' ? null : draft.field.trim() || null;
  return { kind: 'JQL', jql: draft.jql, aggregate: draft.aggregate, field };
}

/** In one line, to be set beside another one. */
export function saidOf(source: Source | undefined): string {
  if (source?.kind === 'FORMULA') return source.formula ?? '';
  if (source?.kind !== 'JQL') return source?.kind ?? '';
  const of = source.field ? ` ${source.field}` : '';
  return `${source.aggregate ?? 'COUNT'}${of}: ${source.jql ?? ''}`;
}
