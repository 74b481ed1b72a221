import { describe, expect, it } from 'vitest';
import { macroOf } from '../src/paste/link';

const JIRA = 'https://jira.example/jira';
const PAGES = `${JIRA}/plugins/servlet/throughline`;

describe('a pasted address', () => {
  it.each([
    [`${PAGES}/objectives/OBJ-12`, 'strategy-objective', { objective: 'OBJ-12' }],
    [`${PAGES}/objectives/OBJ-12/?asOf=2026-06-30`, 'strategy-objective', { objective: 'OBJ-12' }],
    [`${PAGES}/kpis/KPI-3#values`, 'strategy-kpi', { kpi: 'KPI-3' }],
  ])('%s becomes a macro', (pasted, name, params) => {
    expect(macroOf(pasted, JIRA)).toEqual({ name, params });
    expect(macroOf(pasted, `${JIRA}/`)).toEqual({ name, params });
  });

  it.each([
    `${PAGES}/plans/PLAN-1`,
    `${PAGES}/objectives/`,
    `${PAGES}/objectives/OBJ-1/x`,
    'https://other.example/jira/plugins/servlet/throughline/objectives/OBJ-1',
    `see ${PAGES}/objectives/OBJ-1`,
  ])('%s stays as it is', (pasted) => {
    expect(macroOf(pasted, JIRA)).toBeNull();
  });

  it('stays as it is while nobody knows which Jira is linked', () => {
    expect(macroOf('/plugins/servlet/throughline/objectives/OBJ-1', '')).toBeNull();
  });
});
