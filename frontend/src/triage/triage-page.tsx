import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { get } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { useLasting, useLive } from '../shared/live';
import { usePlansInForce } from '../shared/plans';
import type { Plan } from '../shared/shapes';
import { ToastPlace } from '../shared/toast';
import { Trouble } from '../shared/trouble';
import { type Asked, fromAddress, isFiltered, kindsOf, question, toAddress } from './asked';
import { BulkBar } from './bulk-bar';
import { Filters } from './filters';
import { Grid } from './grid';
import { Head } from './head';
import { Keys } from './keys-line';
import { groupedBy, headsOf } from './lines';
import type { Counts, Coverage } from './shapes';
import { Tiles } from './tiles';
import { useHands } from './use-hands';
import { useRows } from './use-rows';
import { text } from './words';

/** Work that serves nothing yet: seen with what is at stake, linked or exempted by the hundred, taken back in one go. */

const EVERY_MILLIS = 15_000;

interface Props {
  user: string;
  format: Format;
  mayEdit: boolean;
}

export function TriagePage({ user, format, mayEdit }: Props): VNode {
  const { asked, ask } = useAsked();
  const { plans, problem: noPlans } = usePlans(asked, ask);
  const isKnown = asked.plan !== undefined;
  const plan = asked.plan ?? '';
  const inPlan = plan ? `?plan=${encodeURIComponent(plan)}` : '';
  const coverage = useLive<Coverage>(`/coverage${inPlan}`, EVERY_MILLIS);
  const counts = useLive<Counts>(`/orphans/counts?groupBy=KIND&${question(asked, ['kind'])}`, EVERY_MILLIS);
  const rows = useRows(isKnown ? `${question(asked)}&sort=${asked.sort}` : null, counts.value);
  const counted = useCounted(asked, counts.value);
  const heads = useMemo(() => (counted ? headsOf(counted, asked.sort) : []), [counted, asked.sort]);
  const measure = coverage.value?.sizeMeasure ?? 'COUNT';
  const { reload } = rows;
  const { refresh: freshCoverage } = coverage;
  const { refresh: freshCounts } = counts;
  const again = useCallback(async () => {
    await Promise.all([reload(), freshCoverage(), freshCounts()]);
  }, [reload, freshCoverage, freshCounts]);
  const hands = useHands({ rows, asked, again, user, mayEdit, format });
  const isWaiting = useLasting(rows.total === null && !rows.problem, 300);
  const isIndexing = counts.problem?.code === 'INDEXING';
  return (
    <div class={`tl-triage${hands.acted.size > 0 && mayEdit ? ' has-bar' : ''}`}>
      <Head asked={asked} ask={ask} plans={plans} coverage={coverage.value} measure={measure} format={format} />
      {noPlans ? <Trouble problem={noPlans} what={text.unread} /> : null}
      {counts.problem ? (
        <div class="tl-page-alone">
          <Trouble
            problem={counts.problem}
            what={isIndexing ? text.indexing : text.unread}
            retry={() => void again()}
          />
        </div>
      ) : null}
      <Tiles
        asked={asked}
        ask={ask}
        counts={counts.value}
        coverage={coverage.value}
        measure={measure}
        format={format}
      />
      <Filters asked={asked} ask={ask} counts={counts.value} measure={measure} format={format} />
      {rows.problem && !counts.problem ? (
        <div class="tl-page-alone">
          <Trouble problem={rows.problem} what={text.unread} retry={() => void again()} />
        </div>
      ) : null}
      {isWaiting ? <Ghosts /> : null}
      {rows.total === 0 ? (
        <div class="tl-empty">
          <p>{isFiltered(asked) ? text.noneOfThese : text.nothing}</p>
          {isFiltered(asked) ? (
            <button
              type="button"
              class="tl-button"
              onClick={() => ask({ ...asked, tile: 'ALL', project: '', lead: '', age: 0, find: '' })}
            >
              {text.clear}
            </button>
          ) : null}
        </div>
      ) : null}
      {rows.total ? (
        <Grid
          rows={rows}
          total={rows.total}
          heads={heads}
          asked={asked}
          hands={hands}
          measure={measure}
          mayEdit={mayEdit}
          format={format}
        />
      ) : null}
      {mayEdit && (hands.acted.size > 0 || hands.mode !== null) ? (
        <BulkBar hands={hands} plan={plan} measure={measure} format={format} />
      ) : null}
      <Keys mayEdit={mayEdit} shown={rows.total === null ? '' : fill(text.rows, format.number(rows.total, 0))} />
      <ToastPlace toast={hands.toast} close={() => hands.say(null)} />
    </div>
  );
}

function Ghosts(): VNode {
  return (
    <div class="tl-page-alone tl-triage-ghosts">
      {[320, 260, 300, 240].map((width) => (
        <span key={width} class="tl-ghost" style={{ width: `${width}px` }} />
      ))}
    </div>
  );
}

/** What is asked for, kept in the address; the way back of the browser leads to what was asked before. */
function useAsked(): { asked: Asked; ask: (next: Asked) => void } {
  const [asked, setAsked] = useState(() => fromAddress(location.search));
  useEffect(() => {
    const back = (): void => setAsked(fromAddress(location.search));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const ask = useCallback((next: Asked) => {
    const address = location.pathname + toAddress(next);
    // the plan that is taken because nobody named one is no step to come back to
    if (fromAddress(location.search).plan === undefined) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    setAsked(next);
  }, []);
  return { asked, ask };
}

const NO_PLANS: readonly Plan[] = [];

/** The plans to choose from; the first one in force where none is named. */
function usePlans(asked: Asked, ask: (next: Asked) => void): { plans: readonly Plan[]; problem: unknown } {
  const { plans: found, problem } = usePlansInForce();
  const plans = found ?? NO_PLANS;
  const isOpen = asked.plan === undefined;
  useEffect(() => {
    if (isOpen && plans.length > 0) ask({ ...asked, plan: plans.length === 1 ? (plans[0]?.key ?? '') : '' });
    // asked is another object with every filter; only that nobody named a plan matters
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen, plans]);
  return { plans, problem };
}

/** The counts that the list's heads need: by kind they are there already. */
function useCounted(asked: Asked, byKind: Counts | null): Counts | null {
  const [counted, setCounted] = useState<{ of: string; counts: Counts } | null>(null);
  const by = groupedBy(asked.sort);
  const path = by === null || by === 'KIND' ? '' : `/orphans/counts?groupBy=${by}&${question(asked)}`;
  useEffect(() => {
    if (!path) return;
    const stop = new AbortController();
    get<Counts>(path, stop.signal).then(
      (counts) => setCounted({ of: path, counts }),
      // without heads the rows are there all the same
      () => undefined,
    );
    return () => stop.abort();
  }, [path, byKind]);
  const { tile, partial } = asked;
  return useMemo(() => {
    if (by === 'KIND' && byKind) {
      const wanted: readonly unknown[] = kindsOf(tile, partial);
      const groups = byKind.groups.filter((group) => wanted.includes(group.key));
      return { groupBy: 'KIND', groups };
    }
    return counted?.of === path ? counted.counts : null;
  }, [by, byKind, counted, path, tile, partial]);
}
