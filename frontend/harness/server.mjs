// Serves the pages on canned data, to look at and to drive: `npm run harness`, then /tree?plan=PLAN-1&edit=true.
// Plans: PLAN-1 sample, EMPTY, INDEXING, BROKEN (500), LARGE (2,000 objectives); any other is absent.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { large, norvia } from './norvia.mjs';

const HERE = new URL('..', import.meta.url).pathname;
const TEXTS = new URL('../../src/app/src/main/resources/i18n/', import.meta.url).pathname;
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml' };

/** Texts of the app as the server would put them into the scripts. */
async function texts(language) {
  const file = await readFile(`${TEXTS}throughline${language === 'de' ? '_de' : ''}.properties`, 'utf8');
  const pairs = file.split('\n').filter((line) => /^[a-z].* = /.test(line));
  return new Map(
    pairs.map((line) => {
      const at = line.indexOf(' = ');
      const text = line.slice(at + 3).replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
      return [line.slice(0, at), text];
    }),
  );
}

/** What the platform's transformer does on delivery. */
async function translated(script, language) {
  const known = await texts(language);
  return script.replace(/WRM\.I18n\.getText\(["']([\w.-]+)["']\)/g, (_, key) => JSON.stringify(known.get(key) ?? key));
}

/** Starts it; answers the server and a way to change the sample between two reads. */
export async function start(port) {
  const state = { 'PLAN-1': norvia(), revision: 1, delay: 0 };
  state.EMPTY = {
    ...norvia(),
    key: 'EMPTY',
    name: 'Strategy 2029–2031',
    themes: [],
    outcome: null,
    delivery: null,
    signal: null,
  };
  state.INDEXING = indexing(norvia());
  state.LARGE = { ...large(2000), key: 'LARGE', name: 'A very large plan' };
  const server = createServer((request, response) => {
    answer(state, request, response).catch((failed) => {
      console.error(failed);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return { server, state };
}

function indexing(tree) {
  const blank = (node) => {
    node.delivery = null;
    node.signal = null;
    [...(node.themes ?? []), ...(node.objectives ?? []), ...(node.links ?? [])].forEach(blank);
  };
  blank(tree);
  return { ...tree, key: 'INDEXING', indexing: { indexed: 412_000, total: 1_000_000 } };
}

async function answer(state, request, response) {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname.startsWith('/rest/throughline/1.0/')) return rest(state, request, response, url);
  const page = { '/': 'plans', '/plugins/servlet/throughline/plans': 'plans', '/tree': 'tree' }[url.pathname];
  const key = url.pathname.match(/^\/plugins\/servlet\/throughline\/plans\/([\w-]+)$/)?.[1];
  const language = url.searchParams.get('lang') ?? 'en';
  if (page || key) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    return response.end(shell(key ? 'tree' : page, key ?? url.searchParams.get('plan') ?? 'PLAN-1', url.searchParams));
  }
  const issue = url.pathname.match(/^\/browse\/([\w-]+)$/)?.[1];
  if (issue) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    return response.end(frame('panel', `<div class="issue">${panel(state, issue)}</div>`, url.searchParams));
  }
  const file = HERE + url.pathname.slice(1);
  let body = await readFile(file).catch(() => null);
  if (!body) return response.writeHead(404).end();
  if (file.endsWith('.js') && file.includes('/dist/')) body = await translated(body.toString(), language);
  response.writeHead(200, { 'Content-Type': `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8` });
  return response.end(body);
}

function shell(page, plan, options) {
  const language = options.get('lang') ?? 'en';
  const edit = options.get('edit') ?? 'true';
  const mount =
    page === 'tree'
      ? `<div id="tl-tree" class="tl tl-page" data-plan="${plan.replace(/[^\w-]/g, '')}" data-may-edit="${edit}" data-locale="${language}"></div>`
      : `<div id="tl-plans" class="tl tl-page" data-may-edit="${edit}" data-locale="${language}"></div>`;
  return frame(page, mount, options);
}

/** The issue panel as the server makes it, in its two simplest states. */
function panel(state, issue) {
  const links = everyNode(state['PLAN-1']).filter(({ node }) => node.target?.ref === issue);
  const served = links.map(
    ({ node }) => `<section class="tl-card"><div class="tl-card-title"><span class="tl-icon tl-icon-objective"></span>
<div><a href="/tree#${node.objective}">${node.objective}</a></div></div></section>
<div class="tl-panel-actions"><button type="button" class="tl-button tl-button-small tl-button-quiet" data-tl-action="unlink" data-link="${node.id}">Unlink</button></div>`,
  );
  const orphan =
    '<div class="tl-notice tl-none"><span class="tl-shape">○</span><div><strong>Serves no objective.</strong></div></div>';
  return `<div class="tl tl-panel" data-issue="${issue}" data-may-edit="true">${served.join('') || orphan}
<div class="tl-panel-actions"><button type="button" class="tl-button tl-button-small" data-tl-action="link"><span class="tl-i tl-i-link"></span>Link</button></div></div>`;
}

function frame(page, mount, options) {
  const language = options.get('lang') ?? 'en';
  const mode = options.has('dark') ? 'dark' : 'light';
  return `<!doctype html><html lang="${language}" data-color-mode="${mode}" data-theme="dark:dark light:light"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Strategy - Norvia</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'">
<link rel="stylesheet" href="/harness/harness.css"><link rel="stylesheet" href="/dist/throughline.css"><link rel="stylesheet" href="/dist/${page}.css"></head>
<body><header class="chrome"><b>Norvia</b><span>Dashboards</span><span>Projects</span><span>Issues</span><span>Boards</span><span class="here">Strategy</span></header>
<main>${mount}</main><script src="/dist/${page}.js?lang=${language}"></script></body></html>`;
}

// ---- REST, as much of it as the pages call

async function rest(state, request, response, url) {
  if (state.delay) await new Promise((later) => setTimeout(later, state.delay));
  const send = (status, body, headers = {}) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
  };
  const [kind, key, part] = url.pathname.slice('/rest/throughline/1.0/'.length).split('/').map(decodeURIComponent);
  if (kind === 'health') return send(200, { state: 'READY', indexed: 689, total: 689, lagSeconds: 3, node: 'a' });
  if (kind === 'plans' && !key && request.method === 'GET') {
    const values = ['PLAN-1', 'EMPTY', 'LARGE'].map((each) => ({ ...state[each], themes: undefined }));
    return send(200, { start: 0, limit: 50, total: values.length, isLast: true, values });
  }
  if (kind === 'objectives' && !key && request.method === 'GET') {
    const words = (url.searchParams.get('q') ?? '').toLowerCase();
    const values = everyNode(state['PLAN-1'])
      .map(({ node }) => node)
      .filter((node) => node.key?.startsWith('OBJ') && `${node.name} ${node.key}`.toLowerCase().includes(words));
    return send(200, { start: 0, limit: 20, total: values.length, isLast: true, values });
  }
  if (part === 'tree') {
    if (key === 'BROKEN') return send(500, { code: 'INTERNAL', ref: '7f3a9c' });
    if (!state[key])
      return send(404, { errorMessages: [`${key} does not exist`], errors: {}, code: 'NOT_FOUND', ref: '12ab34' });
    const etag = `"${state.revision}"`;
    return request.headers['if-none-match'] === etag
      ? response.writeHead(304).end()
      : send(200, state[key], { ETag: etag });
  }
  let text = '';
  for await (const chunk of request) text += chunk;
  return change(state, request, send, { kind, key, part, body: text ? JSON.parse(text) : {} });
}

/** Every node with the list it stands in. */
function everyNode(tree) {
  const all = [];
  const visit = (list, node) => {
    all.push({ list, node });
    for (const name of ['themes', 'objectives', 'kpis', 'links']) {
      for (const each of [...(node[name] ?? [])]) visit(node[name], each);
    }
  };
  visit([], tree);
  return all;
}

function change(state, request, send, { kind, key, part, body }) {
  const tree = state['PLAN-1'];
  const all = everyNode(tree);
  const spot = all.find(({ node }) => node.key === key || (kind === 'links' && String(node.id) === key));
  const stale = spot && request.headers['if-match'] && request.headers['if-match'] !== `"${spot.node.version}"`;
  if (stale)
    return send(412, { errorMessages: ['Changed meanwhile'], errors: {}, code: 'STALE_VERSION', ref: 'aa11bb' });
  const blank = { version: 1, owner: 'pmo', ownerName: 'Paula Moreno', outcome: null, delivery: null, signal: null };
  if (request.method === 'GET' && spot) return send(200, spot.node);
  state.revision++;
  if (request.method === 'DELETE' && spot) {
    spot.list.splice(spot.list.indexOf(spot.node), 1);
    return send(204);
  }
  if (request.method === 'PUT' && spot) {
    Object.assign(spot.node, { name: body.name, due: body.due, version: spot.node.version + 1 });
    return send(200, spot.node);
  }
  if (part === 'move' && spot) {
    spot.list.splice(spot.list.indexOf(spot.node), 1);
    const parent = all.find(({ node }) => node.key === body.parent).node;
    (spot.node.key.startsWith('TH') ? parent.themes : parent.objectives).splice(body.position, 0, spot.node);
    return send(200, spot.node);
  }
  const number = all.length + 20;
  const parent = all.find(({ node }) => node.key === (body.parent ?? body.theme ?? body.objective ?? body.plan))?.node;
  if (kind === 'themes') tree.themes.push({ ...blank, key: `TH-${number}`, name: body.name, objectives: [] });
  else if (kind === 'objectives') {
    const fresh = {
      ...blank,
      key: `OBJ-${number}`,
      name: body.name,
      due: body.due ?? null,
      state: 'ACTIVE',
      objectives: [],
      kpis: [],
      links: [],
    };
    parent.objectives.push(fresh);
  } else if (kind === 'links') {
    if (!/^(OPS|PIS|SIG|FRT)\b/.test(body.target.ref)) {
      const errors = {
        'target.ref': `“${body.target.ref}” is neither an issue nor a project that you may see; for example OPS-214`,
      };
      return send(400, { errorMessages: ['The link could not be read'], errors, code: 'INVALID', ref: '5ca1ab' });
    }
    parent.links.push({
      id: number,
      version: 1,
      weight: null,
      delivery: null,
      ...body,
      target: { ...body.target, title: 'Winter readiness dashboards' },
    });
  }
  return send(201, { key: `${kind === 'themes' ? 'TH' : 'OBJ'}-${number}`, id: number, version: 1 });
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const port = Number(process.env.PORT ?? 5280);
  await start(port);
  console.log(
    `http://localhost:${port}/tree?plan=PLAN-1  (&dark, &edit=false, &lang=de; plans EMPTY, INDEXING, BROKEN, LARGE)`,
  );
}
