import type { VNode } from 'preact';
import type { Format } from '../shared/format';
import type { Measure } from '../shared/shapes';
import { type Asked, isOfGaps, kindsOf, narrows, type Tile, TILES } from './asked';
import type { Counts, Coverage } from './shapes';
import { text } from './words';

/** How many there are of each kind and what is at stake; the one that is looked at is chosen by a click. */

interface Props {
  asked: Asked;
  ask: (next: Asked) => void;
  counts: Counts | null;
  coverage: Coverage | null;
  measure: Measure;
  format: Format;
}

export function Tiles({ asked, ask, counts, coverage, measure, format }: Props): VNode {
  return (
    <div class="tl-tiles" role="group" aria-label={text.kinds}>
      {TILES.map((tile) => {
        const { count, size } = tallyOf(tile, asked, counts, coverage);
        return (
          <button
            key={tile}
            type="button"
            class={`tl-tile${count === 0 ? ' is-none' : ''}`}
            aria-pressed={asked.tile === tile}
            onClick={() => ask({ ...asked, tile })}
          >
            <span>
              <b class="tl-tile-count">{count === null ? ' ' : format.number(count, 0)}</b>{' '}
              <span class="tl-secondary">{size ? format.size(size, measure) : ''}</span>
            </span>
            <span class="tl-tile-name">{text.tiles[tile]}</span>
          </button>
        );
      })}
    </div>
  );
}

/**
 * Kinds overlap in size: what is in an orphan project is an orphan epic too. So all of it is the orphan size of the
 * coverage, where that is known for what is asked.
 */
function tallyOf(
  tile: Tile,
  asked: Asked,
  counts: Counts | null,
  coverage: Coverage | null,
): { count: number | null; size: number | null } {
  if (!counts) return { count: null, size: null };
  const kinds: readonly string[] = kindsOf(tile, false);
  const groups = counts.groups.filter((group) => typeof group.key === 'string' && kinds.includes(group.key));
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  if (isOfGaps(tile)) return { count, size: null };
  if (tile !== 'ALL') return { count, size: groups.reduce((sum, group) => sum + group.openSize, 0) };
  if (!narrows(asked)) return { count, size: coverage?.open.orphan ?? null };
  const isProjectAlone = asked.lead === '' && asked.age === 0;
  const project = coverage?.projects.find((each) => each.key === asked.project);
  return { count, size: isProjectAlone ? (project?.orphan ?? null) : null };
}
