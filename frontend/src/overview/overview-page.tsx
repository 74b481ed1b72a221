import type { TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ChangesTable } from '../changes/changes-table';
import { get, Problem, put } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { plansUrl, treeUrl } from '../shared/host';
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
        <a href={plansUrl()}>{words.plans}</a> / <a href={treeUrl(tree.key)}>{tree.name}</a>
      </nav>
      <header class="tl-desk-head">
        <div>
          <h1>
            {tree.name} <span class="tl-tertiary">{tree.key}</span>
          </h1>
          <p class="tl-secondary">{fill(text.fromTo, format.date(tree.start), format.date(tree.end))}</p>
        </div>
        <a class="tl-button" href={treeUrl(tree.key)}>
          {text.openTree}
        </a>
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
        <Icon of="theme" /> <a href={treeUrl(plan, theme.key)}>{theme.name}</a>{' '}
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
  const [draft, setDraft] = useState<{ words: string; version: number } | null>(null);
  const [theirs, setTheirs] = useState<{ words: string; version: number } | null>(null);
  const [problem, setProblem] = useState('');
  const close = (): void => {
    setDraft(null);
    setTheirs(null);
    setProblem('');
  };
  const save = async (words: string, version: number): Promise<void> => {
    const path = `/plans/${encodeURIComponent(tree.key)}`;
    const now = await get<Plan>(path);
    if (now.version !== version) {
      // another field may have changed; only this one is in question
      if ((now[field] ?? '') !== said) {
        setTheirs({ words: now[field] ?? '', version: now.version });
        return;
      }
    }
    await put(path, { ...now, [field]: words.trim() || null }, now.version);
    await live.refresh();
    close();
  };
  const submit = (words: string, version: number): void => {
    save(words, version).catch((failed: unknown) => {
      if (failed instanceof Problem && failed.status === 412) void live.refresh();
      setProblem(sayOf(failed));
    });
  };
  return (
    <section class="tl-overview-card" aria-label={label}>
      <h2 class="tl-section">{label}</h2>
      {draft ? (
        <form
          onSubmit={(event: TargetedSubmitEvent<HTMLFormElement>) => {
            event.preventDefault();
            submit(draft.words, draft.version);
          }}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        >
          <textarea
            class="tl-input"
            rows={4}
            aria-label={label}
            maxLength={10_000}
            value={draft.words}
            onInput={(event) => setDraft({ ...draft, words: event.currentTarget.value })}
          />
          {theirs ? (
            <div class="tl-notice tl-warn" role="alertdialog" aria-label={text.conflict}>
              <div>
                <strong>{text.conflict}</strong>
                <p>
                  {text.theirs}: {theirs.words || '–'}
                </p>
                <button type="button" class="tl-button" onClick={() => submitMine(theirs.version)}>
                  {text.keepMine}
                </button>{' '}
                <button
                  type="button"
                  class="tl-button"
                  onClick={() => {
                    close();
                    void live.refresh();
                  }}
                >
                  {text.takeTheirs}
                </button>
              </div>
            </div>
          ) : (
            <div class="tl-desk-buttons">
              <button type="submit" class="tl-button tl-button-primary">
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
          <p class={said ? 'tl-overview-words' : 'tl-secondary'}>{said || hint}</p>
          {mayEdit ? (
            <button
              type="button"
              class="tl-textlink tl-noprint"
              onClick={() => setDraft({ words: said, version: tree.version })}
            >
              {said ? text.edit : text.write}
            </button>
          ) : null}
        </>
      )}
    </section>
  );

  function submitMine(version: number): void {
    const mine = draft?.words ?? '';
    const path = `/plans/${encodeURIComponent(tree.key)}`;
    get<Plan>(path)
      .then((now) => put(path, { ...now, [field]: mine.trim() || null }, version))
      .then(() => live.refresh())
      .then(close)
      .catch((failed: unknown) => setProblem(sayOf(failed)));
  }
}
