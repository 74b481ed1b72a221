import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import { kpiUrl, objectiveUrl, plansUrl, treeUrl, triageUrl } from '../shared/host';
import { useLasting, useLive } from '../shared/live';
import { Icon, type Square } from '../shared/marks';
import { usePlansInForce } from '../shared/plans';
import type { Listing } from '../shared/shapes';
import { type Toast, ToastPlace, useToast } from '../shared/toast';
import { Trouble } from '../shared/trouble';
import { EVERY } from '../triage/asked';
import { gaps, groups as names } from '../triage/kind-words';
import { GAP_KINDS, type Orphan, type OrphanKind } from '../triage/shapes';
import { Fix } from './fixes';
import { text } from './words';

/** What the strategy itself misses, each with its fix beside it. */

const EVERY_MILLIS = 15_000;
/** Of each kind at first, and how many more at a time. */
const STEP = 25;
const MOST = 200;

interface Props {
  user: string;
  format: Format;
  mayEdit: boolean;
}

export function HygienePage({ user, format, mayEdit }: Props): VNode {
  const [plan, setPlan] = useState(() => new URLSearchParams(location.search).get('plan') ?? '');
  // without a choice of plans all of them are shown
  const plans = usePlansInForce().plans ?? [];
  const { toast, show } = useToast();
  const choose = (next: string): void => {
    history.replaceState(null, '', location.pathname + (next ? `?plan=${encodeURIComponent(next)}` : ''));
    setPlan(next);
  };
  return (
    <div class="tl-desk tl-hygiene">
      <header class="tl-desk-head">
        <div>
          <h1>{text.title}</h1>
          <p class="tl-secondary">{text.lead}</p>
        </div>
        <div class="tl-desk-buttons">
          {plans.length > 1 ? (
            <label>
              <span class="tl-sr">{text.plan}</span>
              <select class="tl-input" value={plan} onChange={(event) => choose(event.currentTarget.value)}>
                <option value="">{text.every}</option>
                {plans.map((each) => (
                  <option key={each.key} value={each.key}>
                    {each.name}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <a class="tl-button" href={triageUrl({ plan: plan || EVERY })}>
            {text.toTriage}
          </a>
        </div>
      </header>
      <Gaps key={plan} plan={plan} user={user} format={format} mayEdit={mayEdit} say={show} />
      <ToastPlace toast={toast} close={() => show(null)} />
    </div>
  );
}

interface GapsProps extends Props {
  plan: string;
  say: (toast: Toast) => void;
}

function Gaps({ plan, user, format, mayEdit, say }: GapsProps): VNode {
  const [shown, setShown] = useState(STEP);
  const of = `kind=${GAP_KINDS.join(',')}${plan ? `&plan=${encodeURIComponent(plan)}` : ''}`;
  const live = useLive<Listing<Orphan>>(`/orphans?${of}&suggestions=false&limit=${MOST}`, EVERY_MILLIS);
  const isWaiting = useLasting(!live.value && !live.problem, 300);
  const again = live.refresh;
  const found = live.value;
  if (!found) {
    const what = live.problem?.code === 'INDEXING' ? text.indexing : text.unread;
    if (live.problem) return <Trouble problem={live.problem} what={what} retry={() => void again()} />;
    return isWaiting ? <span class="tl-ghost" style={{ width: '320px' }} /> : <></>;
  }
  if (found.total === 0) return <p>{text.nothing}</p>;
  const groups = GAP_KINDS.map((kind) => ({ kind, rows: found.values.filter((row) => row.kind === kind) }));
  const left = found.total - found.values.length;
  return (
    <>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ kind, rows }) => (
          <section key={kind} aria-label={names[kind]}>
            <h2 class="tl-section">
              {names[kind]} <span class="tl-count">{format.number(rows.length, 0)}</span>{' '}
              <span class="tl-secondary">{gaps[kind]}</span>
            </h2>
            <ul class="tl-hygiene-list">
              {rows.slice(0, shown).map((row) => (
                <li key={`${row.kind} ${row.ref}`}>
                  <Named row={row} />
                  <Fix row={row} user={user} mayEdit={mayEdit} again={again} say={say} />
                </li>
              ))}
            </ul>
            {rows.length > shown ? (
              <button type="button" class="tl-textlink" onClick={() => setShown(shown + STEP)}>
                {fill(text.more, format.number(rows.length - shown, 0))}
              </button>
            ) : null}
          </section>
        ))}
      {left > 0 ? <p class="tl-secondary">{fill(text.andMore, format.number(left, 0))}</p> : null}
    </>
  );
}

function Named({ row }: { row: Orphan }): VNode {
  const dead = row.kind === 'DEAD_LINK';
  return (
    <span class="tl-hygiene-name">
      <Icon of={iconOf(row)} />
      <span>
        <a href={hrefOf(row)} dir="auto">
          {row.summary ?? row.ref}
        </a>{' '}
        <span class="tl-tertiary">
          {dead ? fill(text.deadTarget, row.objective ?? '', row.target?.ref ?? text.hidden) : row.ref}
          {row.owner && row.kind !== 'UNOWNED' ? `, ${row.owner.name}` : ''}
        </span>
      </span>
    </span>
  );
}

function iconOf({ kind, ref }: { kind: OrphanKind; ref: string }): Square {
  if (kind === 'DEAD_LINK' || ref.startsWith('OBJ-')) return 'objective';
  return ref.startsWith('KPI-') ? 'kpi' : 'theme';
}

function hrefOf(row: Orphan): string {
  if (row.kind === 'DEAD_LINK') return objectiveUrl(row.objective ?? '');
  if (row.ref.startsWith('KPI-')) return kpiUrl(row.ref);
  if (row.ref.startsWith('OBJ-')) return objectiveUrl(row.ref);
  return row.ref.startsWith('PLAN-') ? treeUrl(row.ref) : plansUrl();
}
