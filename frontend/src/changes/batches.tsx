import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Format } from '../shared/format';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import { type Done, doneBefore, saidBack, takeBack } from '../triage/bulk';
import { text } from './words';

/** What the reader did to many at once with this browser, each with its way back. */
export function Batches({ user, format }: { user: string; format: Format }): VNode | null {
  const [done, setDone] = useState(() => doneBefore(user));
  const [said, setSaid] = useState('');
  const undo = async (one: Done): Promise<void> => {
    try {
      const undone = await takeBack(one);
      setSaid(saidBack(one, undone, format));
    } catch (failed) {
      setSaid(sayOf(failed));
    }
    setDone(doneBefore(user));
  };
  if (done.length === 0 && !said) return null;
  return (
    <section aria-label={text.batches}>
      <h2 class="tl-section">{text.batches}</h2>
      <p role="status">{said}</p>
      <ul class="tl-changes-batches">
        {done.map((one) => (
          <li key={`${one.do} ${one.batch}`}>
            <span>
              {one.said} <span class="tl-tertiary">{format.instant(one.at)}</span>
            </span>
            <button type="button" class="tl-button tl-button-small" onClick={() => void undo(one)}>
              {words.undo}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
