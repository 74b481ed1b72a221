import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { get, post, remove } from '../shared/api';
import { type Format, NOTHING } from '../shared/format';
import { triageUrl, workUrl } from '../shared/host';
import type { Listing } from '../shared/shapes';
import { ToastPlace, useToast } from '../shared/toast';
import { sayOf, Trouble } from '../shared/trouble';
import { EVERY } from '../triage/asked';
import { text } from './words';

/** Work that needs no objective: by which rule, why, by whom and until when. One that ran out says so. */

interface Exemption {
  id: number;
  kind: 'PROJECT' | 'ISSUE' | 'ISSUE_TYPE' | 'LABEL' | 'JQL';
  /** null when the reader may not see it */
  ref: string | null;
  hidden?: boolean;
  dead?: boolean;
  title?: string | null;
  reason: string;
  author: string | null;
  authorName: string | null;
  created: string;
  expires: string | null;
  expired: boolean;
  version: number;
}

const MOST = 200;

/** What ran out first, since its work is orphan again; then the newest. */
function inOrder<T extends { id: number; expired: boolean }>(all: readonly T[]): T[] {
  return [...all].sort((one, other) => Number(other.expired) - Number(one.expired) || other.id - one.id);
}

export function ExemptionsPage({ format, mayEdit }: { format: Format; mayEdit: boolean }): VNode {
  const [found, setFound] = useState<Exemption[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { toast, show } = useToast();
  const read = useCallback(async (): Promise<void> => {
    try {
      const all: Exemption[] = [];
      for (;;) {
        const page = await get<Listing<Exemption>>(`/exemptions?start=${all.length}&limit=${MOST}`);
        all.push(...page.values);
        if (page.isLast || page.values.length === 0) break;
      }
      setFound(inOrder(all));
      setProblem(null);
    } catch (failed) {
      setProblem(failed);
    }
  }, []);
  useEffect(() => void read(), [read]);
  const takeBack = async (one: Exemption): Promise<void> => {
    const { kind, ref, reason, expires } = one;
    const again = async (): Promise<void> => {
      try {
        await post('/exemptions', { kind, ref, reason, expires });
        await read();
      } catch (failed) {
        show({ text: sayOf(failed) });
      }
    };
    try {
      await remove(`/exemptions/${one.id}`, one.version);
      await read();
      // one that ran out, or that names what the reader may not see, cannot be made again
      const canUndo = !one.expired && ref !== null;
      show({ text: text.taken, ...(canUndo ? { undo: () => void again() } : {}) });
    } catch (failed) {
      show({ text: sayOf(failed) });
    }
  };
  return (
    <div class="tl-desk">
      <header class="tl-desk-head">
        <div>
          <h1>{text.title}</h1>
          <p class="tl-secondary">{text.lead}</p>
        </div>
        <a class="tl-button" href={triageUrl({ plan: EVERY })}>
          {text.toTriage}
        </a>
      </header>
      {problem ? <Trouble problem={problem} what={text.unread} retry={() => void read()} /> : null}
      {found?.length === 0 ? <p class="tl-secondary">{text.none}</p> : null}
      {found && found.length > 0 ? (
        <table class="tl-desk-table">
          <thead>
            <tr>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.reason}</th>
              <th scope="col">{text.by}</th>
              <th scope="col">{text.until}</th>
              {mayEdit ? (
                <th scope="col">
                  <span class="tl-sr">{text.takeBack}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={one.id}>
                <td>
                  <What of={one} />
                </td>
                <td dir="auto">{one.reason}</td>
                <td>
                  {one.authorName ?? one.author ?? NOTHING}
                  <div class="tl-tertiary">{format.instant(one.created)}</div>
                </td>
                <td class="tl-nowrap">
                  {one.expires ? format.date(one.expires) : text.noEnd}
                  {one.expired ? <div class="tl-late">{text.ranOut}</div> : null}
                </td>
                {mayEdit ? (
                  <td class="tl-num">
                    <button
                      type="button"
                      class="tl-button tl-button-small"
                      aria-label={`${text.takeBack}: ${one.ref ?? one.id}`}
                      onClick={() => void takeBack(one)}
                    >
                      {text.takeBack}
                    </button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <ToastPlace toast={toast} close={() => show(null)} />
    </div>
  );
}

function What({ of: { kind, ref, title, dead } }: { of: Exemption }): VNode {
  if (ref === null) return <span class="tl-secondary">{text.hidden}</span>;
  const isLinked = kind === 'PROJECT' || kind === 'ISSUE' || kind === 'JQL';
  return (
    <>
      <span class="tl-secondary">{text.kinds[kind]}</span>{' '}
      {isLinked && !dead ? <a href={workUrl(kind, ref)}>{ref}</a> : <b>{ref}</b>}
      {title && title !== ref ? (
        <div class="tl-tertiary" dir="auto">
          {title}
        </div>
      ) : null}
      {dead ? <div class="tl-late">{text.dead}</div> : null}
    </>
  );
}
