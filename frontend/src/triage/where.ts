import { changesUrl, kpiUrl, objectiveUrl, plansUrl, treeUrl, workUrl } from '../shared/host';
import { isWork, type Orphan } from './shapes';

/** Where a person looks at it, and mends what is a gap of the strategy. */
export function hrefOf(row: Orphan): string {
  if (isWork(row)) return workUrl('ISSUE', row.ref);
  if (row.kind === 'DEAD_LINK') return objectiveUrl(row.objective ?? '');
  if (row.ref.startsWith('KPI-')) return kpiUrl(row.ref);
  if (row.ref.startsWith('OBJ-')) return objectiveUrl(row.ref);
  if (row.ref.startsWith('PLAN-')) return `${plansUrl()}/${encodeURIComponent(row.ref)}`;
  if (row.plan) return treeUrl(row.plan, row.ref);
  return changesUrl(row.ref);
}
