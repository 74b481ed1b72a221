import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import { fill } from '../shared/format';
import { Trouble } from '../shared/trouble';
import { text } from './words';

/** Which Confluence pages show this objective: asked once the page stands, since Confluence may take its time. */

interface Shown {
  state: 'READY' | 'NO_LINK' | 'NOT_AUTHORISED' | 'NO_ANSWER';
  confluence: string;
  authorise: string | null;
  values: { title: string; space: string; url: string; via: 'ITSELF' | 'KPI' | 'PLAN' }[];
  isAll: boolean;
}

export function ShownOn({ objective }: { objective: string }): VNode | null {
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    get<Shown>(`/shown/${encodeURIComponent(objective)}`, stop.signal)
      .then(setShown)
      .catch((failed: unknown) => {
        if (!stop.signal.aborted) setProblem(failed);
      });
    return () => stop.abort();
  }, [objective]);
  // without a Confluence there is nothing to say
  if (!problem && (!shown || shown.state === 'NO_LINK')) return null;
  return (
    <section class="tl-obj-card" aria-label={text.shownOn}>
      <h2 class="tl-section">{text.shownOn}</h2>
      {problem ? <Trouble problem={problem} what={text.shownUnread} /> : null}
      {shown ? <Pages shown={shown} /> : null}
    </section>
  );
}

function Pages({ shown }: { shown: Shown }): VNode {
  if (shown.state !== 'READY') {
    const key = shown.state === 'NOT_AUTHORISED' ? text.shownNotAllowed : text.shownNoAnswer;
    return (
      <p class="tl-secondary">
        {fill(key, shown.confluence)} {shown.authorise ? <a href={shown.authorise}>{text.shownAllow}</a> : null}
      </p>
    );
  }
  return (
    <>
      {shown.values.length === 0 ? <p class="tl-secondary">{text.shownNone}</p> : null}
      <ul class="tl-obj-below">
        {shown.values.map((page) => (
          <li key={page.url}>
            <a href={page.url} dir="auto">
              {page.title}
            </a>{' '}
            <span class="tl-tertiary">
              <bdi>{page.space}</bdi>
              {page.via === 'ITSELF' ? '' : `, ${text.shownVias[page.via]}`}
            </span>
          </li>
        ))}
      </ul>
      {shown.isAll ? null : <p class="tl-tertiary">{text.shownSome}</p>}
    </>
  );
}
