import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Problem } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { plansUrl } from '../shared/host';
import { useLasting, useLive } from '../shared/live';
import type { Health, Tree } from '../shared/shapes';
import { ToastPlace } from '../shared/toast';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { WhyPanel } from '../why/why-panel';
import { isActive, NO_FILTER } from './filter';
import { AsOfBanner, AsOfChoice, asOfPath, useAsOf } from '../as-of/as-of';
import { Foot } from './foot';
import { Grid } from './grid';
import { Head } from './head';
import { useNews } from './news';
import { PastePanel } from './paste-panel';
import { nameIn } from './rows';
import { Sure } from './sure';
import { Toolbar } from './toolbar';
import { useTreeState } from './tree-state';
import { text } from './words';

/** The plan changes within two seconds of what changed in Jira; how far Jira is behind is asked for less often. */
const EVERY = 2_000;
const HEALTH_EVERY = 10_000;
const PAST_EVERY = 120_000;

interface Props {
  plan: string;
  format: Format;
  mayEdit: boolean;
}

export function TreePage({ plan, format, mayEdit }: Props): VNode {
  const [day, go] = useAsOf();
  const asOf = { day, go };
  const path = asOfPath(`/plans/${encodeURIComponent(plan)}/tree`, day);
  // the past does not change; it is read again for names and rights that may
  const live = useLive<Tree>(path, day ? PAST_EVERY : EVERY);
  const health = useLive<Health>('/health', HEALTH_EVERY);
  const isWaiting = useLasting(!live.value && !live.problem, 300);
  // what failed for one day is not hidden by the numbers of another
  if (live.value && !(live.problem && live.of !== path)) {
    return (
      <TreeView tree={live.value} live={live} health={health.value} format={format} mayEdit={mayEdit} asOf={asOf} />
    );
  }
  if (live.problem) {
    return <Unread plan={plan} problem={live.problem} retry={() => void live.refresh()} asOf={asOf} />;
  }
  return isWaiting ? <Ghosts /> : <div class="tl-page" />;
}

interface AsOf {
  day: string;
  go: (day: string) => void;
}

function Unread(props: { plan: string; problem: Problem; retry: () => void; asOf: AsOf }): VNode {
  const { plan, problem, retry, asOf } = props;
  if (asOf.day && problem.status >= 400 && problem.status < 500) {
    return (
      <div class="tl-page tl-page-alone">
        <div class="tl-notice tl-none" role="alert">
          <div>
            {problem.messages[0] ?? Object.values(problem.fields)[0] ?? text.asOfNone}{' '}
            <button type="button" class="tl-textlink" onClick={() => asOf.go('')}>
              {text.backToToday}
            </button>
          </div>
        </div>
      </div>
    );
  }
  return (
    <div class="tl-page tl-page-alone">
      {problem.status === 404 ? (
        <div class="tl-notice tl-none" role="alert">
          <div>
            {fill(text.absent, plan)} <a href={plansUrl()}>{text.allPlans}</a>
          </div>
        </div>
      ) : (
        <Trouble problem={problem} what={text.unread} retry={retry} />
      )}
    </div>
  );
}

/** Grey lines in the layout that is to come. */
function Ghosts(): VNode {
  return (
    <div class="tl-page" aria-busy="true" aria-label={text.loading}>
      <div class="tl-head">
        <span class="tl-ghost" style={{ width: '260px' }} />
      </div>
      <div class="tl-toolbar" />
      <div class="tl-grid">
        {[180, 240, 210, 260, 190, 230].map((width, at) => (
          <div class="tl-row tl-row-objective" key={at} style={{ '--level': at === 0 || at === 4 ? 0 : 1 }}>
            <div class="tl-cell tl-cell-name">
              <span class="tl-ghost" style={{ width: `${width}px` }} />
            </div>
            <div class="tl-cell" />
            {[0, 1].map((cell) => (
              <div class="tl-cell" key={cell}>
                <span class="tl-ghost" style={{ width: '100%' }} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface ViewProps {
  tree: Tree;
  live: ReturnType<typeof useLive<Tree>>;
  health: Health | null;
  format: Format;
  mayEdit: boolean;
  asOf: AsOf;
}

function TreeView({ tree, live, health, format, mayEdit: hasRight, asOf }: ViewProps): VNode {
  // a closed plan does not change any more, nor does the past; the server refuses it too
  const mayEdit = hasRight && tree.state !== 'CLOSED' && asOf.day === '';
  const find = useRef<HTMLInputElement>(null);
  const state = useTreeState(tree, live.refresh, format, mayEdit, find);
  const look = useMemo(() => ({ format, measure: tree.sizeMeasure }), [format, tree.sizeMeasure]);
  const news = useNews(state.all, format);
  useEffect(() => {
    document.title = `${tree.name} - ${document.title.split(' - ').pop() ?? ''}`;
  }, [tree.name]);
  const isEmpty = tree.themes.length === 0 && !state.edits.draft;
  const isFound = state.query !== '' || isActive(state.filter);
  const showAll = (): void => {
    state.setQuery('');
    state.setFilter(NO_FILTER);
  };
  const { why } = state;
  return (
    <div class="tl-page">
      {asOf.day ? <AsOfBanner tree={tree} {...asOf} format={format} /> : null}
      <Head tree={tree} nodes={state.counts.nodes} format={format} />
      <Toolbar
        find={find}
        query={state.query}
        onQuery={state.setQuery}
        filter={state.filter}
        onFilter={state.setFilter}
        nodes={state.counts.nodes}
        onLeave={state.enterGrid}
        depth={state.opening.depth}
        onDepth={state.opening.setDepth}
        asOf={<AsOfChoice tree={tree} {...asOf} format={format} />}
        mayEdit={mayEdit}
        onTheme={state.newTheme}
        onObjective={tree.themes.length > 0 ? state.newObjective : null}
      />
      {tree.indexing ? (
        <div class="tl-notice tl-none tl-page-notice" role="status">
          <span class="tl-shape" aria-hidden="true">
            ○
          </span>
          <div>
            {fill(words.indexing, format.number(tree.indexing.indexed, 0), format.number(tree.indexing.total, 0))}
          </div>
        </div>
      ) : null}
      {state.deeds.problem ? (
        <div class="tl-page-notice">
          <Trouble problem={state.deeds.problem} what={words.failed} />
        </div>
      ) : null}
      <div class={`tl-body${why ? ' has-why' : ''}`}>
        <div class="tl-body-main">
          {isEmpty ? (
            <Empty mayEdit={mayEdit} start={state.newTheme} paste={() => state.paste('')} />
          ) : (
            <Grid
              rows={state.rows}
              look={look}
              label={fill(text.label, tree.name)}
              active={state.active}
              onActive={state.setActive}
              onCommand={state.obey}
              edits={state.edits}
              query={state.query}
              mayEdit={mayEdit}
              actions={state.actions}
              drags={state.drags}
              onPaste={state.paste}
            />
          )}
          {isFound && state.rows.length === 0 ? (
            <p class="tl-nothing">
              {text.nothingFound}{' '}
              <button type="button" class="tl-textlink" onClick={showAll}>
                {text.clear}
              </button>
            </p>
          ) : null}
          {mayEdit && !isEmpty && !isFound && state.edits.draft?.kind !== 'new' && !state.pasting ? (
            <div class="tl-add">
              <button type="button" onClick={state.newTheme}>
                <span class="tl-i tl-i-plus" aria-hidden="true" />
                {text.addTheme}
              </button>
              <button type="button" onClick={() => state.paste('')}>
                {text.pasteRows}
              </button>
            </div>
          ) : null}
        </div>
        {why ? (
          <WhyPanel
            of={why.of}
            group={why.group}
            name={nameIn(state.all, why.of) ?? tree.name}
            format={format}
            asOf={asOf.day}
            version={tree}
            close={state.stopWhy}
          />
        ) : null}
      </div>
      {state.pasting ? (
        <PastePanel
          key={state.pasting.parent}
          place={state.pasting}
          plan={tree}
          format={format}
          close={state.stopPasting}
          done={state.pasted}
        />
      ) : null}
      <Foot tree={tree} counts={state.counts} health={health} live={live} format={format} asOf={asOf.day} />
      {state.leaving ? <Sure row={state.leaving} format={format} yes={state.removeNow} no={state.keepIt} /> : null}
      <ToastPlace toast={state.deeds.toast} close={() => state.deeds.showToast(null)} />
      <div class="tl-sr" role="status">
        {news}
      </div>
      <div class="tl-sr" role="status">
        {isFound ? format.plural(state.rows.length, text.foundOne, text.found) : ''}
      </div>
    </div>
  );
}

function Empty({ mayEdit, start, paste }: { mayEdit: boolean; start: () => void; paste: () => void }): VNode {
  return (
    <div class="tl-empty">
      <p>{mayEdit ? text.emptyTitle : text.emptyRead}</p>
      {mayEdit ? (
        <div>
          <button type="button" class="tl-button tl-button-primary" onClick={start}>
            {text.emptyStep}
          </button>{' '}
          <button type="button" class="tl-button" onClick={paste}>
            {text.pasteRows}
          </button>
        </div>
      ) : null}
    </div>
  );
}
