// How long a plan of 2,000 objectives and 5,000 KPIs takes to open beside a trivial page of the same host, in one run:
// `npm run open -- <url of a tree page> <url of a trivial page>`. Both go through a proxy here that answers the tree's
// call with the large plan, packed as the host packs it; the time is from navigation until rows are painted.
import { createServer, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { large } from './norvia.mjs';

const [tree, trivial] = process.argv.slice(2).map((each) => new URL(each));
const PORT = Number(process.env.PORT ?? 5292);
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const plan = { ...large(2000, 2.5, 0), key: 'LARGE', name: 'A very large plan' };
const body = JSON.stringify(plan);
const packed = gzipSync(body);
console.log(`the tree is ${(body.length / 1e6).toFixed(1)} MB, ${(packed.length / 1e6).toFixed(2)} MB packed`);

const proxy = createServer((asked, answer) => {
  if (/\/plans\/[\w-]+\/tree(\?|$)/.test(asked.url)) {
    if (asked.headers['if-none-match']) return answer.writeHead(304).end();
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', ETag: '"1"' };
    return answer.writeHead(200, headers).end(packed);
  }
  const on = { host: tree.hostname, port: tree.port, path: asked.url, method: asked.method, headers: asked.headers };
  asked.pipe(
    request(on, (found) => {
      answer.writeHead(found.statusCode, found.headers);
      found.pipe(answer);
    }),
  );
  return undefined;
}).listen(PORT);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'].concat(
    ['--disable-component-update', '--disable-sync'],
  ),
});
const context = await browser.newContext({
  viewport: { width: 1280, height: 900 },
  extraHTTPHeaders: { Authorization: `Basic ${Buffer.from('pmo:pmo').toString('base64')}` },
});
const page = await context.newPage();
// two frames after it is there it has been painted
await page.addInitScript(() => {
  const painted = (what) =>
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(what, { startTime: performance.now() })));
  window.addEventListener('load', () => painted('loaded'));
  const watch = new window.MutationObserver(() => {
    if (!document.querySelector('.tl-grid-body .tl-row')) return;
    watch.disconnect();
    painted('rows');
  });
  watch.observe(document, { childList: true, subtree: true });
});
async function open(url, mark) {
  await page.goto(`http://127.0.0.1:${PORT}${url.pathname}${url.search}`);
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
  return page.evaluate((name) => performance.getEntriesByName(name)[0].startTime, mark);
}
const times = { tree: [], trivial: [] };
// the first round fills the browser's cache for both
for (let round = 0; round <= ROUNDS; round++) {
  const one = await open(trivial, 'loaded');
  const other = await open(tree, 'rows');
  if (round > 0) {
    times.trivial.push(one);
    times.tree.push(other);
  }
}
const parts = await page.evaluate(() => {
  const of = (kind) => performance.getEntriesByType(kind);
  const call = of('resource').find((each) => /\/tree(\?|$)/.test(each.name));
  return { document: of('navigation')[0].responseEnd, asked: call?.startTime, answered: call?.responseEnd };
});
const median = (all) => [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)];
const said = (all) => `${median(all).toFixed(0)} ms (${all.map((each) => each.toFixed(0)).join(', ')})`;
console.log(`trivial ${said(times.trivial)}`);
console.log(`tree    ${said(times.tree)}, ${(median(times.tree) / median(times.trivial)).toFixed(1)} times`);
const { document: came, asked, answered } = parts;
console.log(`last tree: document ${came.toFixed(0)}, asked ${asked?.toFixed(0)}, answered ${answered?.toFixed(0)} ms`);
await browser.close();
proxy.close();
