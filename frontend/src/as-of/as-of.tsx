import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { daysBetween, fill, type Format, today } from '../shared/format';
import { Sign } from '../shared/marks';
import type { Tree } from '../shared/shapes';
import { text } from './words';

/** Looking at the plan as it stood at the end of a day: it stands in the address, and nothing is edited there. */

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day in the address; empty for now. */
export function asOfIn(search: string): string {
  const day = new URLSearchParams(search).get('asOf') ?? '';
  return DAY.test(day) && day < today() ? day : '';
}

/** The day that is looked at. Going to another day is a step that the browser's back takes back. */
export function useAsOf(): [string, (day: string) => void] {
  const [day, setDay] = useState(() => asOfIn(location.search));
  useEffect(() => {
    const back = (): void => setDay(asOfIn(location.search));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const go = useCallback((next: string): void => {
    const query = new URLSearchParams(location.search);
    if (next && next < today()) query.set('asOf', next);
    else query.delete('asOf');
    const search = query.size > 0 ? `?${query}` : '';
    history.pushState(history.state, '', location.pathname + search + location.hash);
    setDay(asOfIn(search));
  }, []);
  return [day, go];
}

/** A path of the REST interface as of a day. */
export function asOfPath(path: string, day: string): string {
  return day ? `${path}${path.includes('?') ? '&' : '?'}asOf=${day}` : path;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

interface Props {
  tree: Pick<Tree, 'start' | 'end'>;
  day: string;
  go: (day: string) => void;
  format: Format;
}

/** A button that opens the slider: from the plan's first day to today. */
export function AsOfChoice({ tree, day, go, format }: Props): VNode {
  const [isOpen, setOpen] = useState(false);
  const now = today();
  const last = Math.max(0, daysBetween(tree.start, now));
  const [moved, setMoved] = useState<string | null>(null);
  useEffect(() => setMoved(null), [day]);
  const shown = moved ?? (day || now);
  // what is slid over is only said; where it is let go is read
  const settle = (): void => {
    if (moved !== null && moved !== day) go(moved);
  };
  return (
    <span
      class="tl-menu tl-asof"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) setOpen(false);
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setOpen(false);
      }}
    >
      <button
        type="button"
        class={`tl-button${day ? ' is-chosen' : ''}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Sign of="calendar" />
        {day ? fill(text.asOf, format.date(day)) : text.asOfToday}
        <Sign of="down" />
      </button>
      {isOpen ? (
        <div class="tl-menu-list tl-asof-list" tabIndex={-1}>
          <label>
            <span>{text.asOfDay}</span>
            <input
              class="tl-input"
              type="date"
              min={tree.start}
              max={now}
              value={shown}
              onChange={(event) => DAY.test(event.currentTarget.value) && go(event.currentTarget.value)}
            />
          </label>
          <input
            type="range"
            min={0}
            max={last}
            value={Math.min(last, Math.max(0, daysBetween(tree.start, shown)))}
            aria-label={text.asOfSlider}
            aria-valuetext={format.date(shown)}
            onInput={(event) => setMoved(dayAfter(tree.start, Number(event.currentTarget.value)))}
            onChange={settle}
          />
          <div class="tl-asof-ends tl-tertiary" aria-hidden="true">
            <span>{format.date(tree.start)}</span>
            <b>{format.date(shown)}</b>
            <span>{text.today}</span>
          </div>
          {day ? (
            <button type="button" class="tl-textlink" onClick={() => go('')}>
              {text.backToToday}
            </button>
          ) : null}
        </div>
      ) : null}
    </span>
  );
}

export function BackToToday({ go }: { go: (day: string) => void }): VNode {
  return (
    <button type="button" class="tl-textlink" onClick={() => go('')}>
      {text.backToToday}
    </button>
  );
}

/** Across the top, for as long as a past day is looked at. */
export function AsOfBanner(props: { tree: Tree; day: string; go: (day: string) => void; format: Format }): VNode {
  const { tree, day, go, format } = props;
  return (
    <div class="tl-asof-banner" role="status">
      <Sign of="calendar" />
      <span>
        <strong>{fill(text.asOfBanner, format.date(day))}</strong> {text.asOfReadOnly} {tree.snapshot?.reason ?? ''}
        {tree.snapshot?.filled ? text.asOfFilled : ''}
      </span>
      <button type="button" class="tl-textlink" onClick={() => go('')}>
        {text.backToToday}
      </button>
    </div>
  );
}
