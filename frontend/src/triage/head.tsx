import type { VNode } from 'preact';
import { fill, type Format } from '../shared/format';
import { contextPath, exemptionsUrl, hygieneUrl, treeUrl } from '../shared/host';
import { figure, Spark } from '../shared/marks';
import type { Measure, Plan } from '../shared/shapes';
import { type Asked, EVERY, jqlOf } from './asked';
import type { Coverage } from './shapes';
import { Split } from './split';
import { useWeeks } from './use-weeks';
import { text } from './words';

/** How much of the open work serves the strategy, and which way that goes. */

const WEEKS = 12;

interface Props {
  asked: Asked;
  ask: (next: Asked) => void;
  plans: readonly Plan[];
  coverage: Coverage | null;
  measure: Measure;
  format: Format;
}

export function Head({ asked, ask, plans, coverage, measure, format }: Props): VNode {
  const weeks = useWeeks(asked.plan ?? '', asked.project, WEEKS);
  const projects = coverage?.projects.length ?? 0;
  const chosen = asked.project ? coverage?.projects.find((each) => each.key === asked.project) : coverage?.open;
  const was = weeks[weeks.length - 5]?.share?.aligned ?? null;
  // a week without open work has no share, and is not a week without orphans
  const orphans = weeks.flatMap((week) => week.share?.orphan ?? []);
  const [first = 0, last = 0] = [orphans[0], orphans[orphans.length - 1]];
  const trend = fill(text.trend, orphans.length, format.percent(first, 1), format.percent(last, 1));
  return (
    <header class="tl-triage-head">
      <div class="tl-triage-title">
        <nav class="tl-secondary">
          {asked.plan ? (
            <a href={treeUrl(asked.plan)}>{plans.find((plan) => plan.key === asked.plan)?.name}</a>
          ) : (
            text.every
          )}
        </nav>
        <h1>{text.title}</h1>
      </div>
      <div class="tl-triage-buttons">
        {plans.length > 1 ? (
          <label class="tl-triage-plan">
            <span class="tl-sr">{text.plan}</span>
            <select
              class="tl-input"
              value={(asked.plan ?? '') || EVERY}
              onChange={(event) => {
                const { value } = event.currentTarget;
                ask({ ...asked, plan: value === EVERY ? '' : value });
              }}
            >
              <option value={EVERY}>{text.every}</option>
              {plans.map((plan) => (
                <option key={plan.key} value={plan.key}>
                  {plan.name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <a class="tl-button" href={`${contextPath()}/issues/?jql=${encodeURIComponent(jqlOf(asked))}`}>
          {text.inSearch}
        </a>
        <a class="tl-button" href={exemptionsUrl()}>
          {text.exemptions}
        </a>
        <a class="tl-button" href={hygieneUrl(asked.plan)}>
          {text.toHygiene}
        </a>
      </div>
      <div class="tl-triage-figure">
        <div class="tl-secondary">{asked.project ? fill(text.alignedIn, asked.project) : text.aligned}</div>
        <span class="tl-figure">{figure(chosen?.share?.aligned, format, 1)}</span>{' '}
        {was === null ? null : <span class="tl-secondary">{fill(text.monthAgo, format.percent(was, 1))}</span>}
      </div>
      <div class="tl-triage-split">
        {chosen ? <Split of={chosen} measure={measure} format={format} /> : <span class="tl-ghost" />}
        <div class="tl-triage-trend tl-secondary">
          {chosen
            ? fill(
                text.open,
                format.size(chosen.total, measure),
                format.plural(projects, text.projectOne, text.projects),
              )
            : ''}
          {orphans.length > 1 ? (
            <span class="tl-triage-spark" role="img" aria-label={trend} title={trend}>
              <Spark values={orphans} outcome={null} />
            </span>
          ) : null}
        </div>
      </div>
    </header>
  );
}
