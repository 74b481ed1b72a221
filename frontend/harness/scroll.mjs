// How smoothly a plan of 2,000 objectives and 5,000 KPIs scrolls, beside plain rows of the same number and height, in
// one run: `node harness/scroll.mjs [url of a tree page]`. Without a url the harness' own pages are used; with one (a
// host's page, as pmo) the tree's answer is replaced by the large plan, so that the product's own styles are there.
import { chromium } from 'playwright-core';
import { large } from './norvia.mjs';
import { start } from './server.mjs';

const PORT = 5291;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const given = process.argv[2];
const server = given ? null : (await start(PORT)).server;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'].concat(
    ['--disable-component-update', '--disable-sync'],
  ),
});
const tree = { ...large(2000, 2.5, 0), key: 'LARGE', name: 'A very large plan' };
const headers = { Authorization: `Basic ${Buffer.from('pmo:pmo').toString('base64')}` };
const context = await browser.newContext({
  viewport: { width: 1280, height: 900 },
  ...(given ? { extraHTTPHeaders: headers } : {}),
});
const page = await context.newPage();
let etag = 0;
const body = JSON.stringify(tree);
await page.route(/\/plans\/[\w-]+\/tree/, (route) =>
  route.request().headers()['if-none-match']
    ? route.fulfill({ status: 304 })
    : route.fulfill({ status: 200, contentType: 'application/json', headers: { ETag: `"${++etag}"` }, body }),
);
const began = performance.now();
await page.goto(given ?? `http://127.0.0.1:${PORT}/tree?plan=LARGE`);
await page.waitForSelector('.tl-row');
const opened = performance.now() - began;
await page.click('.tl-segment:last-child');
await page.waitForSelector('.tl-row-kpi');
await page.waitForTimeout(300);
const rows = Number(await page.locator('[role=treegrid]').getAttribute('aria-rowcount')) - 1;
const drawn = await page.locator('.tl-grid-body .tl-row').count();
const nodes = await page.evaluate(() => document.querySelectorAll('.tl-grid-body *').length);
console.log(`${rows} rows, ${drawn} drawn as ${nodes} elements; open ${opened.toFixed(0)} ms`);

const plain = await context.newPage();
await plain.setContent(
  `<style>p{margin:0;height:42px;font:14px/20px sans-serif}</style>${'<p>A row of text, as plain as it can be</p>'.repeat(rows)}`,
);
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, opened] of [
    ['tree', page],
    ['plain', plain],
  ]) {
    await opened.bringToFront();
    for (const [way, by, jump] of [
      ['wheel 40 px', 40, 0],
      ['steady 120 px', 120, 0],
      ['fast 400 px', 400, 0],
      ['jumps', 400, 20_000],
    ]) {
      console.log(`${name.padEnd(6)} ${way.padEnd(14)} ${await frames(opened, by, jump)}`);
    }
  }
}
if (process.env.PROFILE) {
  await page.bringToFront();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  console.log('profiled', await frames(page, 400, 0));
  const { profile } = await cdp.send('Profiler.stop');
  const self = {};
  const name = new Map(
    profile.nodes.map((n) => [n.id, `${n.callFrame.functionName || '?'}:${n.callFrame.columnNumber}`]),
  );
  profile.samples.forEach((id, at) => (self[name.get(id)] = (self[name.get(id)] ?? 0) + profile.timeDeltas[at] / 1000));
  for (const [n, ms] of Object.entries(self)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 25))
    console.log(n.padEnd(34), ms.toFixed(0));
}
if (process.env.TRACE) {
  await page.bringToFront();
  await browser.startTracing(page, {
    path: process.env.TRACE,
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  console.log('traced', await frames(page, 400, 0));
  const trace = JSON.parse((await browser.stopTracing()).toString());
  const sums = {};
  for (const each of trace.traceEvents ?? trace) {
    if (each.ph === 'X' && each.dur) (sums[each.name] ??= [0, 0])[0] += each.dur / 1000;
    if (each.ph === 'X' && each.dur) sums[each.name][1]++;
  }
  for (const [name, [ms, count]] of Object.entries(sums)
    .sort((a, b) => b[1][0] - a[1][0])
    .slice(0, 22))
    console.log(`${name.padEnd(34)} ${ms.toFixed(0).padStart(7)} ms ${count}`);
}
await browser.close();
server?.close();

/** How long frames take while somebody scrolls, and jumps every tenth time. */
async function frames(opened, by, jump) {
  const times = await opened.evaluate(
    async ([by, jump]) => {
      window.scrollTo(0, 0);
      await new Promise((next) => setTimeout(next, 100));
      const taken = [];
      let last = performance.now();
      for (let step = 0; step < 120; step++) {
        window.scrollBy(0, jump && step % 10 === 9 ? jump : by);
        await new Promise((next) => requestAnimationFrame(next));
        taken.push(performance.now() - last);
        last = performance.now();
      }
      return taken.sort((one, other) => one - other);
    },
    [by, jump],
  );
  const at = (share) => times[Math.floor(times.length * share)].toFixed(0).padStart(4);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(0.999)} ms`;
}
