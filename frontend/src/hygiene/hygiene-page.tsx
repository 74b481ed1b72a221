import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import { triageUrl } from '../shared/host';
import { useLasting, useLive } from '../shared/live';
import { Icon, type Square } from '../shared/marks';
import { usePlansInForce } from '../shared/plans';
import type { Listing } from '../shared/shapes';
import { type Toast, ToastPlace, useToast } from '../shared/toast';
import { Trouble } from '../shared/trouble';
import { EVERY } from '../triage/asked';
import { gaps, groups as names } from '../triage/kind-words';
import { type Counts, GAP_KINDS, type GapKind, type Orphan, type OrphanKind } from '../triage/shapes';
import { hrefOf } from '../triage/where';
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
  const of = plan ? `&plan=${encodeURIComponent(plan)}` : '';
  const live = useLive<Counts>(`/orphans/counts?groupBy=KIND&kind=${GAP_KINDS.join(',')}${of}`, EVERY_MILLIS);
  const isWaiting = useLasting(!live.value && !live.problem, 300);
  const counts = live.value;
  if (!counts) {
    const what = live.problem?.code === 'INDEXING' ? text.indexing : text.unread;
    if (live.problem) return <Trouble problem={live.problem} what={what} retry={() => void live.refresh()} />;
    return isWaiting ? <span class="tl-ghost" style={{ width: '320px' }} /> : <></>;
  }
  const found = GAP_KINDS.filter((kind) => counts.groups.some((group) => group.key === kind && group.count > 0));
  if (found.length === 0) return <p>{text.nothing}</p>;
  return (
    <>
      {found.map((kind) => (
        <Gap
          key={kind}
          kind={kind}
          of={of}
          fresh={live.refresh}
          user={user}
          format={format}
          mayEdit={mayEdit}
          say={say}
        />
      ))}
    </>
  );
}

interface GapProps extends Props {
  kind: GapKind;
  /** the rest of the question */
  of: string;
  /** counts anew */
  fresh: () => Promise<void>;
  say: (toast: Toast) => void;
}

/** One kind: how many there are in all, the first of them, and more on demand. */
function Gap({ kind, of, fresh, user, format, mayEdit, say }: GapProps): VNode | null {
  const [shown, setShown] = useState(STEP);
  const live = useLive<Listing<Orphan>>(
    `/orphans?kind=${kind}${of}&suggestions=false&limit=${Math.min(shown, MOST)}`,
    EVERY_MILLIS,
  );
  const found = live.value;
  const again = live.refresh;
  if (!found) {
    if (!live.problem) return null;
    return <Trouble problem={live.problem} what={text.unread} retry={() => void again()} />;
  }
  if (found.total === 0) return null;
  const rows = found.values;
  const left = found.total - rows.length;
  const both = async (): Promise<void> => {
    await Promise.all([again(), fresh()]);
  };
  return (
    <section aria-label={names[kind]}>
      <h2 class="tl-section">
        {names[kind]} <span class="tl-count">{format.number(found.total, 0)}</span>{' '}
        <span class="tl-secondary">{gaps[kind]}</span>
      </h2>
      <ul class="tl-hygiene-list">
        {rows.map((row) => (
          <li key={`${row.kind} ${row.ref}`}>
            <Named row={row} />
            <Fix row={row} user={user} mayEdit={mayEdit} again={both} say={say} />
          </li>
        ))}
      </ul>
      {left > 0 && shown < MOST ? (
        <button type="button" class="tl-textlink" onClick={() => setShown(shown + STEP)}>
          {fill(text.more, format.number(left, 0))}
        </button>
      ) : null}
      {left > 0 && shown >= MOST ? <p class="tl-secondary">{fill(text.andMore, format.number(left, 0))}</p> : null}
    </section>
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
