import type { TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ChangesTable } from '../changes/changes-table';
import { fill, type Format } from '../shared/format';
import { csvUrl, plansUrl, treeUrl } from '../shared/host';
import { type Live, useLive } from '../shared/live';
import {
  DeliveryBar,
  DeliveryMark,
  figure,
  Icon,
  OutcomeBar,
  OutcomeMark,
  SignalMark,
  spokenDelivery,
  spokenOutcome,
} from '../shared/marks';
import { MineOrTheirs } from '../shared/mine-or-theirs';
import { replace, Stale } from '../shared/replace';
import type { Plan, ThemeNode, Tree } from '../shared/shapes';
import { sayOf, Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { text } from './words';

/** What a plan is about: vision, mission, how its themes are, and what was changed about it. */

interface Props {
  plan: string;
  format: Format;
  mayEdit: boolean;
}

export function OverviewPage({ plan, format, mayEdit }: Props): VNode {
  const live = useLive<Tree>(`/plans/${encodeURIComponent(plan)}/tree`, 15_000);
  const tree = live.value;
  if (!tree) {
    return (
      <div class="tl-desk" aria-busy={!live.problem}>
        {live.problem ? (
          <Trouble problem={live.problem} what={text.unread} retry={() => void live.refresh()} />
        ) : (
          <span class="tl-ghost" style={{ width: '320px' }} />
        )}
      </div>
    );
  }
  return (
    <div class="tl-desk">
      <nav class="tl-tertiary">
        <a href={plansUrl()}>{words.plans}</a> /{' '}
        <a href={treeUrl(tree.key)} dir="auto">
          {tree.name}
        </a>
      </nav>
      <header class="tl-desk-head">
        <div>
          <h1>
            <span dir="auto">{tree.name}</span> <span class="tl-tertiary">{tree.key}</span>
          </h1>
          <p class="tl-secondary">{fill(text.fromTo, format.date(tree.start), format.date(tree.end))}</p>
        </div>
        <span class="tl-desk-buttons tl-noprint">
          <a class="tl-button tl-button-quiet" href={csvUrl(tree.key, 'tree')} download>
            {words.treeCsv}
          </a>
          <a class="tl-button tl-button-quiet" href={csvUrl(tree.key, 'scorecard')} download>
            {words.scorecardCsv}
          </a>
          <a class="tl-button" href={treeUrl(tree.key)}>
            {text.openTree}
          </a>
        </span>
      </header>
      <div class="tl-overview-two">
        <Statement
          tree={tree}
          field="vision"
          label={text.vision}
          hint={text.visionHint}
          live={live}
          mayEdit={mayEdit}
        />
        <Statement
          tree={tree}
          field="mission"
          label={text.mission}
          hint={text.missionHint}
          live={live}
          mayEdit={mayEdit}
        />
      </div>
      {tree.indexing ? (
        <div class="tl-notice tl-none" role="status">
          {fill(words.indexing, format.number(tree.indexing.indexed, 0), format.number(tree.indexing.total, 0))}
        </div>
      ) : null}
      <section aria-label={text.themes}>
        <h2 class="tl-section">{text.themes}</h2>
        {tree.themes.length === 0 ? (
          <p class="tl-secondary">{text.noThemes}</p>
        ) : (
          <Themes tree={tree} format={format} />
        )}
      </section>
      <section aria-label={text.history}>
        <h2 class="tl-section">{text.history}</h2>
        <ChangesTable object={tree.key} format={format} key={tree.version} />
      </section>
    </div>
  );
}

function Themes({ tree, format }: { tree: Tree; format: Format }): VNode {
  return (
    <table class="tl-desk-table">
      <thead>
        <tr>
          <th scope="col">{text.theme}</th>
          <th scope="col">{words.outcome}</th>
          <th scope="col">{words.delivery}</th>
          <th scope="col">{words.signal}</th>
        </tr>
      </thead>
      <tbody>
        {tree.themes.map((theme) => (
          <ThemeRow key={theme.key} theme={theme} plan={tree.key} format={format} />
        ))}
      </tbody>
    </table>
  );
}

function ThemeRow({ theme, plan, format }: { theme: ThemeNode; plan: string; format: Format }): VNode {
  const { outcome, delivery, signal } = theme;
  return (
    <tr>
      <th scope="row">
        <Icon of="theme" />{' '}
        <a href={treeUrl(plan, theme.key)} dir="auto">
          {theme.name}
        </a>{' '}
        <span class="tl-tertiary">{theme.key}</span>
      </th>
      <td class="tl-overview-gauge">
        {outcome ? (
          <>
            <OutcomeMark outcome={outcome} /> <span class="tl-num">{figure(outcome.attainment, format)}</span>
            <OutcomeBar outcome={outcome} />
            <span class="tl-sr">{spokenOutcome(outcome, format)}</span>
          </>
        ) : null}
      </td>
      <td class="tl-overview-gauge">
        {delivery ? (
          <>
            <DeliveryMark delivery={delivery} /> <span class="tl-num">{figure(delivery.progress, format)}</span>
            <DeliveryBar delivery={delivery} />
            <span class="tl-sr">{spokenDelivery(delivery, format)}</span>
          </>
        ) : null}
      </td>
      <td>{signal ? <SignalMark signal={signal.kind} reason={signal.reason} /> : null}</td>
    </tr>
  );
}

interface StatementProps {
  tree: Tree;
  field: 'vision' | 'mission';
  label: string;
  hint: string;
  live: Live<Tree>;
  mayEdit: boolean;
}

/** A sentence or two, edited where it stands. Whoever saves over somebody else sees both first. */
function Statement({ tree, field, label, hint, live, mayEdit: hasRight }: StatementProps): VNode {
  const mayEdit = hasRight && tree.state !== 'CLOSED';
  const said = tree[field] ?? '';
  const [draft, setDraft] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<Plan | null>(null);
  const [problem, setProblem] = useState('');
  const [isSaving, setSaving] = useState(false);
  const close = (): void => {
    setDraft(null);
    setTheirs(null);
    setProblem('');
  };
  const save = async (version: number): Promise<void> => {
    setSaving(true);
    try {
      const mine = (draft ?? '').trim() || null;
      await replace<Plan>(`/plans/${encodeURIComponent(tree.key)}`, version, () => ({ [field]: mine }));
      await live.refresh();
      close();
    } catch (failed) {
      // another field may have changed; only this one is in question
      if (failed instanceof Stale && ((failed.now as Plan)[field] ?? '') === said) {
        await save((failed.now as Plan).version);
      } else if (failed instanceof Stale) setTheirs(failed.now as Plan);
      else setProblem(sayOf(failed));
    } finally {
      setSaving(false);
    }
  };
  return (
    <section class="tl-overview-card" aria-label={label}>
      <h2 class="tl-section">{label}</h2>
      {draft !== null ? (
        <form
          onSubmit={(event: TargetedSubmitEvent<HTMLFormElement>) => {
            event.preventDefault();
            void save(tree.version);
          }}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        >
          <textarea
            class="tl-input"
            dir="auto"
            rows={4}
            aria-label={label}
            maxLength={10_000}
            value={draft}
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
          {theirs ? (
            <div class="tl-notice tl-warn">
              <MineOrTheirs
                differing={[{ name: label, mine: draft, theirs: theirs[field] ?? '' }]}
                isSaving={isSaving}
                keep={() => void save(theirs.version)}
                take={() => {
                  close();
                  void live.refresh();
                }}
              />
            </div>
          ) : (
            <div class="tl-desk-buttons">
              <button type="submit" class="tl-button tl-button-primary" disabled={isSaving}>
                {words.save}
              </button>
              <button type="button" class="tl-button tl-button-quiet" onClick={close}>
                {words.cancel}
              </button>
            </div>
          )}
          {problem ? (
            <p class="tl-error" role="alert">
              {problem}
            </p>
          ) : null}
        </form>
      ) : (
        <>
          <p class={said ? 'tl-overview-words' : 'tl-secondary'} dir={said ? 'auto' : undefined}>
            {said || hint}
          </p>
          {mayEdit ? (
            <button type="button" class="tl-textlink tl-noprint" onClick={() => setDraft(said)}>
              {said ? text.edit : text.write}
            </button>
          ) : null}
        </>
      )}
    </section>
  );
}
