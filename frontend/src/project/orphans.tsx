import type { VNode } from 'preact';
import { fill, type Format } from '../shared/format';
import { workUrl } from '../shared/host';
import { Icon, levelIcon } from '../shared/marks';
import type { Listing, Measure } from '../shared/shapes';
import type { Orphan } from '../triage/shapes';
import { text } from './words';

/** The largest that serve nothing here; all of them are in triage. */
export function Orphans(props: {
  orphans: Listing<Orphan> | null;
  size: number;
  measure: Measure;
  format: Format;
  /** where all of them are */
  all: string;
  link: (row: Orphan) => VNode | null;
}): VNode {
  const { orphans, size, measure, format, all, link } = props;
  const left = orphans ? orphans.total - orphans.values.length : 0;
  return (
    <section aria-label={text.largest} class="tl-project-orphans">
      <div class="tl-project-bar">
        <h2 class="tl-section">
          {text.largest} <span class="tl-secondary">{format.size(size, measure)}</span>
        </h2>
        <a href={all}>{text.inTriage}</a>
      </div>
      {orphans?.total === 0 ? <p class="tl-secondary">{text.noOrphans}</p> : null}
      <ul>
        {orphans?.values.map((row) => (
          <li key={row.ref}>
            <Icon of={levelIcon(row.level)} />
            <a href={workUrl('ISSUE', row.ref)}>{row.ref}</a>
            <span class="tl-name" dir="auto" title={row.summary ?? ''}>
              {row.summary}
            </span>
            <b class="tl-num">{row.openSize === null ? '' : format.size(row.openSize, measure)}</b>
            {link(row)}
          </li>
        ))}
      </ul>
      {left > 0 ? <p class="tl-secondary">{fill(text.andMore, format.number(left, 0))}</p> : null}
    </section>
  );
}
