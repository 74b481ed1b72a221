import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { post, Problem, remove, token } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { Icon } from '../shared/marks';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import { aim } from './creation';
import { type Flaw, type PastedLine, readRows } from './paste';
import { text } from './words';

export interface PastePlace {
  /** key of the plan, theme or objective that rows go under */
  parent: string;
  name: string;
  top: 'theme' | 'objective';
  /** what was in the clipboard; empty when it is still to be pasted */
  rows: string;
}

interface Props {
  place: PastePlace;
  plan: { key: string; start: string };
  format: Format;
  close: () => void;
  /** when something was created: its keys, and how to take it back */
  done: (keys: readonly string[], undo: () => Promise<void>) => Promise<void>;
}

const FLAWS: Record<Flaw, string> = {
  name: text.flawName,
  long: text.flawLong,
  level: text.flawLevel,
  orphan: text.flawOrphan,
  due: text.flawDue,
  numbers: text.flawNumbers,
  kpiParent: text.flawKpi,
};
const SHOWN = 200;

/** Rows from a sheet: seen before they are created, bad lines named and left out. */
export function PastePanel({ place, plan, format, close, done }: Props): VNode {
  const [rows, setRows] = useState(place.rows);
  const lines = useMemo(() => readRows(rows, place.top, format.parse), [rows, place.top, format]);
  const good = lines.filter((line) => line.flaw === null);
  const area = useRef<HTMLTextAreaElement>(null);
  const { at, stopped, create } = useCreation(place, plan, lines, done);
  useLayoutEffect(() => area.current?.focus(), []);
  const bad = lines.length - good.length;
  return (
    <section
      class="tl-paste"
      aria-label={text.paste}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' && at === null) close();
      }}
    >
      <h2 class="tl-section">{fill(text.pasteInto, place.name)}</h2>
      <p class="tl-secondary">{text.pasteHelp}</p>
      <textarea
        ref={area}
        class="tl-input tl-paste-rows"
        aria-label={text.paste}
        rows={4}
        spellcheck={false}
        readOnly={at !== null}
        value={rows}
        onInput={(event) => setRows(event.currentTarget.value)}
        onKeyDown={(event) => {
          // a tab in a sheet's rows is a column
          if (event.key !== 'Tab' || event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.setRangeText(
            '\t',
            event.currentTarget.selectionStart,
            event.currentTarget.selectionEnd,
            'end',
          );
          setRows(event.currentTarget.value);
        }}
      />
      {lines.length > 0 ? <Preview lines={lines} format={format} /> : null}
      <div class="tl-paste-buttons">
        <button
          type="button"
          class="tl-button tl-button-primary"
          disabled={good.length === 0 || at !== null}
          onClick={create}
        >
          {at === null
            ? format.plural(good.length, text.pasteCreateOne, text.pasteCreate)
            : fill(text.pasteAt, at, good.length)}
        </button>
        <button type="button" class="tl-button tl-button-quiet" disabled={at !== null} onClick={close}>
          {words.cancel}
        </button>
        <span class="tl-secondary" role="status">
          {bad > 0 ? format.plural(bad, text.pasteBadOne, text.pasteBad) : ''}
        </span>
        {stopped ? (
          <span class="tl-error" role="alert">
            {fill(text.pasteStopped, stopped.line.number, stopped.line.name, sayOf(stopped.problem))}{' '}
            {stopped.problem instanceof Problem && stopped.problem.ref
              ? fill(words.reference, stopped.problem.ref)
              : ''}
          </span>
        ) : null}
      </div>
    </section>
  );
}

function Preview({ lines, format }: { lines: readonly PastedLine[]; format: Format }): VNode {
  return (
    <table class="tl-paste-preview">
      <tbody>
        {lines.slice(0, SHOWN).map((line) => (
          <tr key={line.number} class={line.flaw ? 'is-bad' : ''}>
            <td class="tl-tertiary tl-num">{line.number}</td>
            <td style={{ paddingLeft: `${8 + line.depth * 20}px` }}>
              <Icon of={line.kind} /> {line.name || '–'}
            </td>
            <td class="tl-secondary">{line.owner}</td>
            <td class="tl-secondary">
              {line.kind === 'kpi' && line.baseline !== null && line.target !== null
                ? `${format.number(line.baseline)} → ${format.number(line.target)} ${line.unit}`
                : ''}
            </td>
            <td class="tl-secondary">{line.due ? format.date(line.due) : ''}</td>
            <td>{line.flaw ? <span class="tl-error">{FLAWS[line.flaw]}</span> : null}</td>
          </tr>
        ))}
        {lines.length > SHOWN ? (
          <tr>
            <td />
            <td class="tl-tertiary" colSpan={5}>
              {fill(text.pasteMore, format.number(lines.length - SHOWN, 0))}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

interface Creation {
  /** how many are created; null while nothing is under way */
  at: number | null;
  stopped: { line: PastedLine; problem: unknown } | null;
  create: () => void;
}

/** Creates line after line. Stopped by a refusal it says where; pressed again it goes on from there. */
function useCreation(
  place: PastePlace,
  plan: Props['plan'],
  lines: readonly PastedLine[],
  done: Props['done'],
): Creation {
  const [at, setAt] = useState<number | null>(null);
  const [stopped, setStopped] = useState<Creation['stopped']>(null);
  // what is there already, with the token of its line: a second try creates nothing twice
  const made = useRef(new Map<string, { path: string; key: string; version: number; isTop: boolean }>());
  const once = useRef(token());

  const run = async (): Promise<void> => {
    setStopped(null);
    const good = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.flaw === null);
    for (const [count, { line, index }] of good.entries()) {
      setAt(count);
      const id = idOf(line, index);
      if (made.current.has(id)) continue;
      const above = line.under === null ? place.parent : made.current.get(idOf(lines[line.under], line.under))?.key;
      try {
        const path = { theme: '/themes', objective: '/objectives', kpi: '/kpis' }[line.kind];
        const body = bodyOf(line, above ?? place.parent, plan.start);
        const { key, version } = await post<{ key: string; version: number }>(path, body, `${once.current}.${id}`);
        made.current.set(id, { path: `${path}/${key}`, key, version, isTop: line.under === null });
      } catch (problem) {
        setStopped({ line, problem });
        setAt(null);
        once.current = token();
        return;
      }
    }
    const tops = [...made.current.values()].filter((each) => each.isTop).reverse();
    const keys = [...made.current.values()].map((each) => each.key);
    await done(keys, async () => {
      for (const each of tops) await remove(`${each.path}?cascade=true`, each.version);
    });
  };
  return { at, stopped, create: () => void run() };

  function bodyOf(line: PastedLine, above: string, start: string): unknown {
    const common = { name: line.name, ...(line.owner ? { owner: line.owner } : {}) };
    if (line.kind === 'theme') return { plan: plan.key, ...common };
    if (line.kind === 'kpi') {
      const fields = {
        baseline: String(line.baseline),
        target: String(line.target),
        unit: line.unit,
        from: start,
        due: line.due,
      };
      return { objective: above, ...common, ...aim(fields, Number) };
    }
    const parent = above.startsWith('OBJ-') ? { parent: above } : { theme: above };
    return { ...parent, ...common, ...(line.due ? { due: line.due } : {}) };
  }
}

/** A line is the same as long as it stands where it stood and says what it said. */
function idOf(line: PastedLine | undefined, index: number): string {
  const said = `${index}|${line?.name ?? ''}|${line?.owner ?? ''}|${line?.due ?? ''}`;
  let hash = 0;
  for (let at = 0; at < said.length; at++) hash = (hash * 31 + said.charCodeAt(at)) | 0;
  return `${index}.${(hash >>> 0).toString(36)}`;
}
