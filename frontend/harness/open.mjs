// How long the page of a large plan takes to open beside a trivial page of the same host, in one run:
// `npm run open -- <url of a tree page> <url of a trivial page> [<url of a KPI's actual>]`. The time is from navigation
// until rows are painted. With the third, a value is written before each opening, so that the whole answer is made anew.
import { chromium } from 'playwright-core';

const [tree, trivial, actual] = process.argv.slice(2);
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const authorization = (user) => `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'].concat(
    ['--disable-component-update', '--disable-sync'],
  ),
});
const context = await browser.newContext({
  viewport: { width: 1280, height: 900 },
  extraHTTPHeaders: { Authorization: authorization(process.env.READER ?? 'exec') },
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
  const answer = await page.goto(url);
  if (!answer.ok()) throw new Error(`${url}: ${answer.status()}`);
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
  return page.evaluate((name) => performance.getEntriesByName(name)[0].startTime, mark);
}
async function write(value) {
  const answer = await fetch(actual, {
    method: 'PUT',
    headers: { Authorization: authorization('admin'), 'Content-Type': 'application/json' },
    body: JSON.stringify({ value }),
  });
  if (!answer.ok) throw new Error(`${actual}: ${answer.status} ${await answer.text()}`);
}
const times = { trivial: [], again: [], changed: [] };
// the first round fills the browser's cache for all
for (let round = 0; round <= ROUNDS; round++) {
  const one = { trivial: await open(trivial, 'loaded'), again: await open(tree, 'rows') };
  if (actual) {
    await write(round);
    one.changed = await open(tree, 'rows');
  }
  if (round > 0) Object.keys(one).forEach((kind) => times[kind].push(one[kind]));
}
const parts = await page.evaluate(() => {
  const of = (kind) => performance.getEntriesByType(kind);
  const call = of('resource').find((each) => /\/tree(\?|$)/.test(each.name));
  return { document: of('navigation')[0].responseEnd, asked: call?.startTime, answered: call?.responseEnd };
});
const median = (all) => [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)];
for (const [kind, all] of Object.entries(times).filter(([, each]) => each.length > 0)) {
  const ratio = (median(all) / median(times.trivial)).toFixed(1);
  console.log(
    `${kind} ${median(all).toFixed(0)} ms, ${ratio} times (${all.map((each) => each.toFixed(0)).join(', ')})`,
  );
}
const { document: came, asked, answered } = parts;
console.log(`last tree: document ${came.toFixed(0)}, asked ${asked?.toFixed(0)}, answered ${answered?.toFixed(0)} ms`);
await browser.close();
