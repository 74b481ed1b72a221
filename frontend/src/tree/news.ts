import { useEffect, useRef, useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import type { Branch } from './rows';
import { text } from './words';

/** What changed on its own is told to those who do not see the screen: politely, and at most every ten seconds. */
const PAUSE = 10_000;

/** The figures that a person could have heard, by row. */
type Heard = Map<string, { name: string; words: string }>;

function heard(all: readonly Branch[], format: Format): Heard {
  const figures: Heard = new Map();
  const visit = (branch: Branch): void => {
    const { node } = branch;
    if (branch.kind !== 'link' && 'name' in node) {
      const parts = [node.outcome?.attainment, node.delivery?.progress].map((ratio) =>
        ratio === null || ratio === undefined ? '–' : format.percent(ratio),
      );
      figures.set(branch.id, { name: node.name, words: fill(text.changedOne, node.name, ...parts) });
    }
    branch.children.forEach(visit);
  };
  all.forEach(visit);
  return figures;
}

/** The sentences for what differs; one for several. */
export function difference(before: Heard, after: Heard, format: Format): string {
  const changed = [...after].filter(([id, now]) => {
    const was = before.get(id);
    // a rename or a new row was somebody's deed and is seen where it happened; only numbers are news
    return was?.name === now.name && was.words !== now.words;
  });
  const first = changed[0];
  if (!first) return '';
  return changed.length === 1 ? first[1].words : fill(text.changed, format.number(changed.length, 0));
}

export function useNews(all: readonly Branch[], format: Format): string {
  const told = useRef<Heard | null>(null);
  const [news, setNews] = useState('');
  const last = useRef(0);
  useEffect(() => {
    if (all.length === 0) return;
    const now = heard(all, format);
    if (!told.current) {
      told.current = now;
      return;
    }
    const tell = (): void => {
      const words = difference(told.current ?? now, now, format);
      told.current = now;
      if (!words) return;
      last.current = Date.now();
      setNews(words);
    };
    const wait = last.current + PAUSE - Date.now();
    if (wait <= 0) {
      tell();
      return;
    }
    const timer = window.setTimeout(tell, wait);
    return () => window.clearTimeout(timer);
  }, [all, format]);
  return news;
}
