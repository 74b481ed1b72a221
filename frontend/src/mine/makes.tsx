import type { VNode } from 'preact';
import { fill, type Format } from '../shared/format';
import { OutcomeBar, OutcomeMark } from '../shared/marks';
import type { Outcome } from '../shared/shapes';
import type { Made } from './preview';
import { text } from './words';

/** What a value makes of its KPI: health, pace, how far along, and how far it was. */
export function Makes({ made, was, format }: { made: Made; was: number | null; format: Format }): VNode {
  const outcome = blockOf(made);
  const { attainment, pace } = outcome;
  const way = attainment === null ? '' : format.percent(attainment);
  return (
    <span class="tl-mine-made">
      <OutcomeMark outcome={outcome} />{' '}
      {pace === null ? null : <span class="tl-tertiary">{fill(text.pace, format.fixed(pace, 2))}</span>}
      <OutcomeBar outcome={outcome} />
      {way ? (
        <span class="tl-tertiary tl-block">
          {was === null ? fill(text.makesWayFirst, way) : fill(text.makesWay, way, format.percent(was))}
        </span>
      ) : null}
    </span>
  );
}

/** Enough of a block for the marks. */
function blockOf({ attainment = null, pace = null, health = 'UNKNOWN' }: Made): Outcome {
  return { attainment, expected: null, pace, health, coverage: null, unattested: 0, stale: 0 };
}
