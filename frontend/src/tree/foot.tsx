import type { VNode } from 'preact';
import { fill, type Format } from '../shared/format';
import { csvUrl } from '../shared/host';
import type { Live } from '../shared/live';
import type { Health, Tree } from '../shared/shapes';
import { words } from '../shared/words';
import type { Counts } from './rows';
import { text } from './words';

interface Props {
  tree: Tree;
  counts: Counts;
  health: Health | null;
  live: Live<Tree>;
  format: Format;
  /** the day that is looked at; empty for now */
  asOf: string;
}

/** What the numbers rest on, what is left out of sight, and how fresh they are. */
export function Foot({ tree, counts, health, live, format, asOf }: Props): VNode {
  const delivery = tree.delivery;
  const what = [
    format.plural(counts.themes, text.footThemesOne, text.footThemes),
    format.plural(counts.objectives, text.objectivesOne, text.objectives),
    counts.kpis > 0 ? format.plural(counts.kpis, text.footKpisOne, text.footKpis) : '',
    delivery ? format.plural(delivery.items, text.footWorkOne, text.footWork) : '',
  ];
  const notes = [
    counts.stale > 0 ? format.plural(counts.stale, text.footStaleOne, text.footStale) : '',
    counts.unattested > 0 ? fill(text.footUnattested, format.number(counts.unattested, 0)) : '',
  ];
  const hidden = delivery?.hidden ?? 0;
  return (
    <div class="tl-foot">
      <span>{what.filter(Boolean).join(', ')}</span>
      {notes.some(Boolean) ? <span>{notes.filter(Boolean).join(', ')}</span> : null}
      {hidden > 0 ? <span>{format.plural(hidden, text.footHiddenOne, text.footHidden)}</span> : null}
      <span class="tl-foot-csv tl-noprint">
        <a href={csvUrl(tree.key, 'tree', asOf)} download>
          {words.treeCsv}
        </a>
        <a href={csvUrl(tree.key, 'scorecard', asOf)} download>
          {words.scorecardCsv}
        </a>
      </span>
      <span class="tl-foot-live">
        <Freshness health={health} live={live} format={format} />
      </span>
    </div>
  );
}

function Freshness({ health, live, format }: Pick<Props, 'health' | 'live' | 'format'>): VNode {
  if (live.problem) {
    return (
      <>
        {fill(text.notLive, live.at ? format.time(live.at) : '–')}{' '}
        <button type="button" class="tl-textlink" onClick={() => void live.refresh()}>
          {words.tryAgain}
        </button>
      </>
    );
  }
  const lag = Math.round(health?.lagSeconds ?? 0);
  return <>{lag > 0 ? fill(text.lag, format.number(lag, 0)) : text.live}</>;
}
