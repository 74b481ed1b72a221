import { contextPath } from './host';

/** A refused or failed call, in the contract's shape. Never has more of the server's inside than a reference. */
export class Problem extends Error {
  constructor(
    /** 0 when no answer came */
    readonly status: number,
    readonly code: string,
    /** what the server says to people, already in their language */
    readonly messages: readonly string[],
    /** by field: what is wrong with it and what is allowed */
    readonly fields: Readonly<Record<string, string>>,
    /** by which the log line is found; empty if there is none */
    readonly ref: string,
    /** of a wrong formula: the character, from 1, by field */
    readonly positions: Readonly<Record<string, number>> = {},
  ) {
    super(messages[0] ?? code);
    this.name = 'Problem';
  }

  /** The sentence for one field, or for all of it. */
  about(field: string): string {
    return this.fields[field] ?? Object.values(this.fields)[0] ?? this.messages[0] ?? '';
  }
}

/** An answer as it came in, to be compared with the next one. */
export interface Known {
  text: string;
  etag: string | null;
}

/** An answer that differs from what was known. */
export interface Fresh<T> {
  body: T;
  known: Known;
}

interface ErrorBody {
  errorMessages?: string[];
  errors?: Record<string, string>;
  code?: string;
  ref?: string;
  params?: { positions?: Record<string, number> };
}

function url(path: string): string {
  return `${contextPath()}/rest/throughline/1.0${path}`;
}

/** Reads; answers null when it is still what `known` is, by its tag or word for word. */
export async function read<T>(path: string, known: Known | null, signal?: AbortSignal): Promise<Fresh<T> | null> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (known?.etag) headers['If-None-Match'] = known.etag;
  const response = await send(path, { headers, cache: 'no-store', ...(signal ? { signal } : {}) });
  if (response.status === 304) return null;
  const text = await response.text();
  if (text === known?.text) return null;
  return { body: JSON.parse(text) as T, known: { text, etag: response.headers.get('ETag') } };
}

/** Reads once. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const fresh = await read<T>(path, null, signal);
  if (!fresh) throw new Problem(304, 'NOT_MODIFIED', [], {}, '');
  return fresh.body;
}

/** Creates. The key makes a repeated click or a retried call create one thing only. */
export async function post<T>(path: string, body: unknown, once: string = token()): Promise<T> {
  return answer(await write('POST', path, body, { 'Idempotency-Key': once }));
}

/** Moves something. Not repeated: a second move is a move. */
export async function move<T>(path: string, body: unknown, version: number): Promise<T> {
  return answer(await write('POST', path, body, { 'If-Match': `"${version}"` }));
}

/** Replaces what has this version. */
export async function put<T>(path: string, body: unknown, version: number): Promise<T> {
  return answer(await write('PUT', path, body, { 'If-Match': `"${version}"` }));
}

/** Sets a choice of the reader's own, which nobody else could have changed. */
export async function choose<T>(path: string, body: unknown): Promise<T> {
  return answer(await write('PUT', path, body, {}));
}

/** Deletes what has this version. */
export async function remove(path: string, version: number): Promise<void> {
  await write('DELETE', path, undefined, { 'If-Match': `"${version}"` });
}

async function answer<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

function write(method: string, path: string, body: unknown, extra: Record<string, string>): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    // the platform asks for it on calls that change something
    'X-Atlassian-Token': 'no-check',
    ...extra,
  };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return send(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url(path), { credentials: 'same-origin', ...init });
  } catch (failed) {
    if (failed instanceof DOMException && failed.name === 'AbortError') throw failed;
    throw new Problem(0, 'OFFLINE', [], {}, '');
  }
  if (response.ok || response.status === 304) return response;
  throw await problem(response);
}

async function problem(response: Response): Promise<Problem> {
  // a proxy or a login page may answer something else than JSON
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  return new Problem(
    response.status,
    body.code ?? `HTTP_${response.status}`,
    body.errorMessages ?? [],
    body.errors ?? {},
    body.ref ?? '',
    body.params?.positions,
  );
}

/** A word that nobody else says. `crypto.randomUUID` is missing on pages without TLS. */
export function token(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
