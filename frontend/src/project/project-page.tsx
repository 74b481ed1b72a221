import type { VNode } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import { triageUrl } from '../shared/host';
import { useLasting, useLive } from '../shared/live';
import { figure } from '../shared/marks';
import { usePlansInForce } from '../shared/plans';
import type { Listing, Plan } from '../shared/shapes';
import { ToastPlace, useToast } from '../shared/toast';
import { Trouble } from '../shared/trouble';
import { Linking, useLinking } from '../triage/linking';
import type { Coverage, Orphan } from '../triage/shapes';
import { ShareChart } from '../triage/share-chart';
import { Split } from '../triage/split';
import { useWeeks } from '../triage/use-weeks';
import { Objectives, type Serving } from './objectives';
import { Orphans } from './orphans';
import { text } from './words';

/** What a project serves: how much of its open work, which objectives and through what, and what serves nothing. */

const EVERY_MILLIS = 15_000;
const WEEKS = 26;
const SHOWN = 5;

interface Props {
  project: string;
  name: string;
  format: Format;
  mayEdit: boolean;
}

export function ProjectPage({ project, name, format, mayEdit }: Props): VNode {
  const { plans, plan, choose, problem: noPlans } = usePlan(project);
  if (noPlans) return <Trouble problem={noPlans} what={text.unread} />;
  if (!plans) return <span class="tl-ghost" style={{ width: '320px' }} />;
  return (
    <div class="tl-project">
      <header class="tl-project-head">
        <h1>{fill(text.title, name)}</h1>
        {plans.length > 1 ? (
          <label>
            <span class="tl-sr">{text.plan}</span>
            <select class="tl-input" value={plan} onChange={(event) => choose(event.currentTarget.value)}>
              {plans.map((each) => (
                <option key={each.key} value={each.key}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </header>
      {plan ? (
        <Served key={plan} plan={plan} project={project} format={format} mayEdit={mayEdit} />
      ) : (
        <p class="tl-secondary">{text.noPlan}</p>
      )}
    </div>
  );
}

/** The plans in force, and which one is looked at: kept in this browser, project by project. */
function usePlan(project: string): {
  plans: readonly Plan[] | null;
  plan: string;
  choose: (plan: string) => void;
  problem: unknown;
} {
  const { plans, problem } = usePlansInForce();
  const kept = `throughline.project.${project}.plan`;
  const [chosen, setChosen] = useState(() => recall(kept));
  const choose = (plan: string): void => {
    keep(kept, plan);
    setChosen(plan);
  };
  const plan = plans?.find((each) => each.key === chosen)?.key ?? plans?.[0]?.key ?? '';
  return { plans, plan, choose, problem };
}

function recall(slot: string): string {
  try {
    return localStorage.getItem(slot) ?? '';
  } catch {
    // storage may be forbidden
    return '';
  }
}

function keep(slot: string, plan: string): void {
  try {
    localStorage.setItem(slot, plan);
  } catch {
    // then it is not kept
  }
}

function Served(props: { plan: string; project: string; format: Format; mayEdit: boolean }): VNode {
  const { plan, project, format, mayEdit } = props;
  const of = `plan=${encodeURIComponent(plan)}&project=${encodeURIComponent(project)}`;
  const serving = useLive<Serving>(`/coverage/serving?${of}`, EVERY_MILLIS);
  const whole = useLive<Coverage>(`/coverage?plan=${encodeURIComponent(plan)}`, EVERY_MILLIS);
  const kinds = 'kind=EPIC,ISSUE&sort=SIZE';
  const orphans = useLive<Listing<Orphan>>(`/orphans?${of}&${kinds}&limit=${SHOWN}`, EVERY_MILLIS);
  const weeks = useWeeks(plan, project, WEEKS);
  const { toast, show } = useToast();
  const isWaiting = useLasting(!serving.value && !serving.problem, 300);
  const [freshServing, freshWhole, freshOrphans] = [serving.refresh, whole.refresh, orphans.refresh];
  const again = useCallback(async () => {
    await Promise.all([freshServing(), freshWhole(), freshOrphans()]);
  }, [freshServing, freshWhole, freshOrphans]);
  const linking = useLinking({ again, say: show });
  const found = serving.value;
  if (!found) {
    const { problem } = serving;
    if (problem) {
      const what = problem.code === 'INDEXING' ? text.indexing : text.unread;
      return <Trouble problem={problem} what={what} retry={() => void again()} />;
    }
    return isWaiting ? <span class="tl-ghost" style={{ width: '320px' }} /> : <></>;
  }
  const { open, sizeMeasure: measure } = found;
  const average = whole.value?.open.share?.orphan ?? null;
  return (
    <>
      <section aria-label={text.coverage} class="tl-project-cover">
        <div class="tl-project-figure">
          <span class="tl-figure">{figure(open.share?.aligned, format, 1)}</span> {text.ofOpen}
          <span class="tl-secondary">{fill(text.open, format.size(open.total, measure))}</span>
        </div>
        <Split of={open} measure={measure} format={format} />
        {average === null ? null : <span class="tl-secondary">{fill(text.average, format.percent(average, 1))}</span>}
      </section>
      <Objectives serving={found} measure={measure} format={format}>
        {mayEdit ? (
          <Linking linking={linking} target={{ kind: 'PROJECT', ref: project }} plan={plan} label={text.linkProject} />
        ) : null}
      </Objectives>
      <div class="tl-project-two">
        <section aria-label={text.goes}>
          <ShareChart weeks={weeks} title={text.goes} format={format} />
        </section>
        <Orphans
          orphans={orphans.value}
          size={open.orphan}
          measure={measure}
          format={format}
          all={triageUrl({ plan, project })}
          link={(row) =>
            mayEdit ? (
              <Linking linking={linking} target={{ kind: 'ISSUE', ref: row.ref }} plan={plan} label={text.link} />
            ) : null
          }
        />
      </div>
      <ToastPlace toast={toast} close={() => show(null)} />
    </>
  );
}
