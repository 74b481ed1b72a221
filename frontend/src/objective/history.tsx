import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { actorOf } from '../changes/actor';
import { type Change, newest } from '../changes/newest';
import { get } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { changesUrl } from '../shared/host';
import { Avatar, Sign } from '../shared/marks';
import type { ObjectiveNode } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { text } from './words';

/** What was changed about the objective, its KPIs and its links: from the change log, newest first, with row numbers. */

type Value = Record<string, unknown>;

const SHOWN = 12;
/** Objects that are asked for, beside the objective itself. */
const ASKED = 12;

/** @param version anything that is another one when something may have changed */
export function History({ node, format, version }: { node: ObjectiveNode; format: Format; version: unknown }): VNode {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    const objects = [
      ...(node.kpis ?? []).map((kpi) => kpi.key),
      ...(node.links ?? []).map((link) => `LINK-${link.id}`),
    ];
    Promise.all([node.key, ...objects.slice(0, ASKED)].map((object) => newest(object, SHOWN, stop.signal)))
      .then((pages) => {
        // the log of a KPI has its values too: what was asked for twice is one row
        const all = new Map(pages.flatMap((page) => page.changes).map((change) => [change.seq, change]));
        setChanges([...all.values()].sort((one, other) => other.seq - one.seq).slice(0, SHOWN));
        setProblem(null);
      })
      .catch((failed: unknown) => {
        if (!stop.signal.aborted) setProblem(failed);
      });
    return () => stop.abort();
  }, [node, version]);
  const names = new Map((node.kpis ?? []).map((kpi) => [kpi.key, kpi.name]));
  return (
    <section class="tl-obj-card" aria-label={text.history}>
      <h2 class="tl-section">{text.history}</h2>
      {problem ? <Trouble problem={problem} what={text.historyUnread} /> : null}
      <ol class="tl-obj-history">
        {changes.map((change) => (
          <li key={change.seq}>
            <Avatar name={actorOf(change)} small />
            <div>
              <Said change={change} names={names} format={format} />
              <div class="tl-tertiary">
                {actorOf(change)}, {format.instant(change.at)} <span class="tl-obj-seq">#{change.seq}</span>
              </div>
            </div>
          </li>
        ))}
      </ol>
      <a class="tl-noprint" href={changesUrl(node.key)}>
        {text.allChanges}
      </a>
      <Log format={format} />
    </section>
  );
}

/** "Due: 31 Mar 2027 → 30 Jun 2027", from what differs. */
export function Said({
  change,
  names,
  format,
}: {
  change: Change;
  names: ReadonlyMap<string, string>;
  format: Format;
}): VNode {
  const { before, after, object } = change;
  const [key = ''] = object.split('/');
  const what = names.get(key) ?? (object.startsWith('OBJ-') ? '' : key);
  const isActual = object.includes('/');
  const now = after ?? before ?? {};
  if (object.startsWith('LINK-')) {
    const target = now['target'] as { ref?: string | null } | undefined;
    return <div>{fill(after ? text.linked : text.deleted, target?.ref ?? text.hiddenWork)}</div>;
  }
  if (isActual && after) {
    const period = format.date(object.split('/')[1] ?? '');
    if (before && !before['attestedBy'] && after['attestedBy']) {
      return <div>{fill(text.attestedValue, say(after['value'], format), period)}</div>;
    }
    return (
      <div>
        {fill(text.valueFor, what, period)}: {before ? <Was value={say(before['value'], format)} /> : null}{' '}
        <b>{say(after['value'], format)}</b>
      </div>
    );
  }
  if (!before) return <div>{fill(text.created, what || nameOf(now, object))}</div>;
  if (!after) return <div>{fill(text.deleted, what || nameOf(now, object))}</div>;
  const fields = Object.keys(after).filter(
    (field) => field in text.fields && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return (
    <>
      {fields.map((field) => (
        <div key={field}>
          {[what, text.fields[field]].filter(Boolean).join(', ')}: <Was value={say(before[field], format)} />{' '}
          <b>{say(after[field], format)}</b>
        </div>
      ))}
      {fields.length === 0 ? <div>{what || object}</div> : null}
    </>
  );
}

function nameOf(node: Value, otherwise: string): string {
  return typeof node['name'] === 'string' ? node['name'] : otherwise;
}

function Was({ value }: { value: string }): VNode {
  return <s class="tl-tertiary">{value}</s>;
}

function say(value: unknown, format: Format): string {
  if (value === null || value === undefined || value === '') return text.none;
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'object') {
    const { value: number, date } = value as { value?: number; date?: string };
    return [number === undefined ? '' : format.number(number), date ? format.date(date) : '']
      .filter(Boolean)
      .join(', ');
  }
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return format.date(words);
  const known = { ...text.states, ...text.perspectives } as Record<string, string>;
  return known[words] ?? words;
}

/** Whether the log is as it was written: walked on demand, since it is long. */
export function Log({ format }: { format: Format }): VNode {
  const [found, setFound] = useState<{ rows: number; intact: boolean; brokenAt: number | null } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  if (problem) return <Trouble problem={problem} what={text.historyUnread} />;
  if (!found) {
    const walk = (): void => {
      get<{ rows: number; intact: boolean; brokenAt: number | null }>('/changes/verification').then(
        setFound,
        setProblem,
      );
    };
    return (
      <button type="button" class="tl-textlink tl-noprint" onClick={walk}>
        {text.verify}
      </button>
    );
  }
  return (
    <div class={`tl-obj-log ${found.intact ? 'tl-good' : 'tl-bad'}`} role="status">
      <Sign of={found.intact ? 'lock' : 'warning'} />{' '}
      {found.intact
        ? fill(text.intact, format.number(found.rows, 0))
        : fill(text.broken, format.number(found.brokenAt ?? 0, 0))}
    </div>
  );
}
