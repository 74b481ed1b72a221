import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Problem } from '../shared/api';
import { fill, type Format, today } from '../shared/format';
import { contextPath } from '../shared/host';
import { Trouble } from '../shared/trouble';
import { text } from './words';

/** Taking the whole strategy out as one document, and laying one in: looked at first, then written. */

type Mode = 'CREATE' | 'REPLACE';

/** What an import does, or would do. */
export interface Imported {
  mode: Mode;
  dryRun: boolean;
  created: string[];
  changed: string[];
  removed: string[];
  conflicting: string[];
  totals?: Record<string, number>;
  sharesHistory?: boolean;
  logRows?: number;
}

/** From this size on a document goes packed: the server takes 64 MiB, and a long history has more. */
const LARGE = 16 * 1024 * 1024;

async function packed(document: Blob): Promise<Blob> {
  const isPacked = new Uint8Array(await document.slice(0, 1).arrayBuffer())[0] === 0x1f;
  if (document.size < LARGE || isPacked) return document;
  return new Response(document.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

/** Nothing of the document is read here: the server says what is wrong with it. */
async function send(document: Blob, mode: Mode, dryRun: boolean): Promise<Imported> {
  const path = `${contextPath()}/rest/throughline/1.0/import?mode=${mode}&dryRun=${dryRun}`;
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: await packed(document),
  }).catch(() => {
    throw new Problem(0, 'OFFLINE', [], {}, '');
  });
  const body = (await response.json().catch(() => ({}))) as Imported & {
    code?: string;
    errorMessages?: string[];
    errors?: Record<string, string>;
    ref?: string;
  };
  if (response.ok) return body;
  const code = body.code ?? `HTTP_${response.status}`;
  throw new Problem(response.status, code, body.errorMessages ?? [], body.errors ?? {}, body.ref ?? '');
}

export function ExchangePage({ format }: { format: Format }): VNode {
  return (
    <div class="tl-desk">
      <header class="tl-desk-head">
        <div>
          <h1>{text.title}</h1>
          <p class="tl-secondary">{text.lead}</p>
        </div>
      </header>
      <section aria-label={text.export}>
        <h2 class="tl-section">{text.export}</h2>
        <p>{text.exportHelp}</p>
        <a
          class="tl-button tl-button-primary"
          href={`${contextPath()}/rest/throughline/1.0/export`}
          download={`throughline-${today()}.json`}
        >
          {text.exportNow}
        </a>
      </section>
      <Import format={format} />
    </div>
  );
}

function Import({ format }: { format: Format }): VNode {
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<Mode>('REPLACE');
  const [preview, setPreview] = useState<Imported | null>(null);
  const [done, setDone] = useState<Imported | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (dryRun: boolean): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await send(file, mode, dryRun);
      if (dryRun) setPreview(answer);
      else {
        setDone(answer);
        setPreview(null);
      }
    } catch (failed) {
      setProblem(failed);
      setPreview(null);
    } finally {
      setBusy(false);
    }
  };
  const change = (): void => {
    setPreview(null);
    setDone(null);
    setProblem(null);
  };
  return (
    <section aria-label={text.import}>
      <h2 class="tl-section">{text.import}</h2>
      <p>{text.importHelp}</p>
      <div class="tl-exchange-form">
        <label>
          <span>{text.file}</span>
          <input
            type="file"
            accept="application/json,.json,.gz"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              change();
            }}
          />
        </label>
        <fieldset>
          <legend class="tl-secondary">{text.mode}</legend>
          {(['REPLACE', 'CREATE'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="tl-mode"
                checked={mode === each}
                onChange={() => {
                  setMode(each);
                  change();
                }}
              />{' '}
              {text.modes[each]}
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          class={`tl-button${preview ? '' : ' tl-button-primary'}`}
          disabled={!file || isBusy}
          onClick={() => void run(true)}
        >
          {text.preview}
        </button>
      </div>
      {problem ? <Trouble problem={problem} what={text.failed} /> : null}
      {problem instanceof Problem && Object.keys(problem.fields).length > 1 ? (
        <ul class="tl-exchange-flaws">
          {Object.entries(problem.fields).map(([field, flaw]) => (
            <li key={field}>
              <code>{field}</code> {flaw}
            </li>
          ))}
        </ul>
      ) : null}
      {preview ? (
        <div class="tl-exchange-preview" role="status">
          <Lists what={preview} format={format} />
          <button
            type="button"
            class="tl-button tl-button-primary"
            disabled={isBusy || isNothing(preview)}
            onClick={() => void run(false)}
          >
            {text.importNow}
          </button>
        </div>
      ) : null}
      {done ? (
        <div class="tl-notice tl-good" role="status">
          <div>
            <strong>{text.done}</strong>
            <Lists what={done} format={format} />
          </div>
        </div>
      ) : null}
    </section>
  );
}

const KINDS = ['created', 'changed', 'removed', 'conflicting'] as const;

function isNothing(what: Imported): boolean {
  return KINDS.every((kind) => countOf(what, kind) === 0);
}

/** Names may be cut off where there are many; the total says how many there are. */
function countOf(what: Imported, kind: (typeof KINDS)[number]): number {
  return what.totals?.[kind] ?? what[kind].length;
}

function Lists({ what, format }: { what: Imported; format: Format }): VNode {
  return (
    <dl class="tl-exchange-lists">
      {KINDS.map((kind) => (
        <div key={kind} class={kind === 'conflicting' && countOf(what, kind) > 0 ? 'is-conflicting' : ''}>
          <dt>
            {text.kinds[kind]} <span class="tl-count">{format.number(countOf(what, kind), 0)}</span>
          </dt>
          <dd class="tl-secondary">
            {what[kind].join(', ')}
            {countOf(what, kind) > what[kind].length
              ? ` ${fill(text.andMore, format.number(countOf(what, kind) - what[kind].length, 0))}`
              : ''}
          </dd>
        </div>
      ))}
    </dl>
  );
}
