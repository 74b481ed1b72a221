import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Said } from '../objective/history';
import { fill, type Format } from '../shared/format';
import { Avatar } from '../shared/marks';
import { sayOf, Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { saidBack, takeBack } from '../triage/bulk';
import { actorOf } from './actor';
import { type Batch, openBatches } from './open-batches';
import { type Change, newest } from './newest';
import { text } from './words';

/** Who changed what, when, from what to what; newest first. */

const PAGE = 50;
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** @param props.object key of one object; empty for all */
export function ChangesTable(props: { object: string; format: Format; mayEdit?: boolean }): VNode {
  const { object, format, mayEdit = false } = props;
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  const [total, setTotal] = useState(0);
  const [wanted, setWanted] = useState(PAGE);
  const [problem, setProblem] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      const found = await newest(object, wanted, stop.signal);
      setChanges(found.changes);
      setTotal(found.total);
      setProblem(null);
    };
    read().catch((failed: unknown) => {
      if (!stop.signal.aborted) setProblem(failed);
    });
    return () => stop.abort();
  }, [object, wanted, turn]);
  if (problem) return <Trouble problem={problem} what={text.unread} retry={() => setTurn(turn + 1)} />;
  if (!changes) return <span class="tl-ghost" style={{ width: '320px' }} />;
  if (changes.length === 0) return <p class="tl-secondary">{text.none}</p>;
  const open = mayEdit ? openBatches(changes) : new Map<number, Batch>();
  const undo = async (batch: Batch): Promise<boolean> => {
    try {
      setSaid(saidBack(batch, await takeBack(batch), format));
      return true;
    } catch (failed) {
      setSaid(sayOf(failed));
      return false;
    } finally {
      setTurn((now) => now + 1);
    }
  };
  return (
    <>
      <p role="status">{said}</p>
      <table class="tl-desk-table">
        <thead>
          <tr>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.who}</th>
            {object ? null : <th scope="col">{text.key}</th>}
            <th scope="col">{text.what}</th>
            <th scope="col" class="tl-num">
              {text.row}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.seq}>
              <td class="tl-nowrap">{format.instant(change.at)}</td>
              <td>
                <span class="tl-desk-person">
                  <Avatar name={actorOf(change)} small /> <span dir="auto">{actorOf(change)}</span>
                </span>
              </td>
              {object ? null : (
                <td class="tl-desk-key">
                  <a href={`?object=${encodeURIComponent(change.object)}`}>
                    <Key of={change.object} />
                  </a>
                </td>
              )}
              <td class="tl-desk-what">
                <Said change={change} names={NO_NAMES} format={format} />
                <Undo batch={open.get(change.seq)} undo={undo} />
              </td>
              <td class="tl-num tl-tertiary">#{change.seq}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length < total ? (
        <p class="tl-secondary">
          {fill(text.shown, format.number(changes.length, 0), format.number(total, 0))}{' '}
          <button type="button" class="tl-textlink" onClick={() => setWanted(wanted + PAGE)}>
            {text.more}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** The way back from what was done to many at once, whoever did it and wherever. */
function Undo(props: { batch: Batch | undefined; undo: (batch: Batch) => Promise<boolean> }): VNode | null {
  const { batch, undo } = props;
  const [isBusy, setBusy] = useState(false);
  if (!batch) return null;
  return (
    <>
      {' '}
      <button
        type="button"
        class="tl-button tl-button-small"
        disabled={isBusy}
        onClick={() => {
          setBusy(true);
          // what went wrong may be tried again; what went well goes away with the next reading
          void undo(batch).then((isDone) => setBusy(isDone));
        }}
      >
        {words.undo}
      </button>
    </>
  );
}

/** A key such as KPI-39/2026-10-31, which may be broken where its period begins. */
function Key({ of }: { of: string }) {
  const slash = of.indexOf('/') + 1;
  return (
    <>
      {of.slice(0, slash)}
      <wbr />
      {of.slice(slash)}
    </>
  );
}
