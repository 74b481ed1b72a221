import type { VNode } from 'preact';
import { fill, type Format } from '../shared/format';
import { triageUrl } from '../shared/host';
import { useLive } from '../shared/live';
import { figure } from '../shared/marks';
import { Trouble } from '../shared/trouble';
import { EVERY } from '../triage/asked';
import { groups as names } from '../triage/kind-words';
import { type Counts, type Coverage, KINDS } from '../triage/shapes';
import { Split } from '../triage/split';
import type { Preferences } from './preferences';
import { text } from './words';

/** How much open work serves nothing, of what kind, and where to go for it. */
export function OrphanGadget({ preferences, format }: { preferences: Preferences; format: Format }): VNode {
  const { plan, project, refresh } = preferences;
  const millis = refresh * 60_000;
  const asked = new URLSearchParams({ ...(plan ? { plan } : {}), ...(project ? { project } : {}) }).toString();
  const coverage = useLive<Coverage>(`/coverage${plan ? `?plan=${encodeURIComponent(plan)}` : ''}`, millis);
  const counts = useLive<Counts>(`/orphans/counts?groupBy=KIND${asked ? `&${asked}` : ''}`, millis);
  const problem = coverage.problem ?? counts.problem;
  const found = coverage.value;
  if (problem && !found) {
    return (
      <Trouble
        problem={problem}
        what={problem.status === 403 ? text.forbidden : text.unread}
        retry={() => void coverage.refresh()}
      />
    );
  }
  if (!found) return <span class="tl-ghost" style={{ width: '160px' }} />;
  const open = project ? found.projects.find((each) => each.key === project) : found.open;
  if (!open) return <p class="tl-secondary">{fill(text.noProject, project)}</p>;
  const groups = [...(counts.value?.groups ?? [])].filter((group) => typeof group.key === 'string' && group.count > 0);
  groups.sort((one, other) => place(one.key) - place(other.key));
  return (
    <>
      <div class="tl-gadget-figure">
        <span class="tl-gadget-number">{figure(open.share?.orphan, format, 1)}</span>
        <span>{project ? fill(text.orphanIn, project) : text.orphan}</span>
      </div>
      <Split of={open} measure={found.sizeMeasure} format={format} />
      <ul class="tl-gadget-list">
        {groups.map((group) => {
          const kind = typeof group.key === 'string' ? group.key : '';
          return (
            <li key={kind}>
              <span>{(names as Record<string, string>)[kind] ?? kind}</span>
              <b>{format.number(group.count, 0)}</b>
            </li>
          );
        })}
      </ul>
      <Foot at={coverage.at} format={format} href={triageUrl({ plan: plan || EVERY, project })} />
    </>
  );
}

function place(kind: unknown): number {
  return KINDS.findIndex((each) => each === kind);
}

export function Foot({ at, format, href }: { at: Date | null; format: Format; href: string }): VNode {
  return (
    <div class="tl-gadget-foot tl-secondary">
      <a href={href}>{text.open}</a>
      <span>{at ? fill(text.asOf, format.time(at)) : ''}</span>
    </div>
  );
}
