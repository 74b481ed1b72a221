// Looks at every page in a real browser: `npm run look [folder]` writes screenshots and fails on serious axe findings,
// page errors. How a plan of 2,000 objectives scrolls is seen by scroll.mjs.
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { start } from './server.mjs';

const folder = process.argv[2] ?? 'dist/look';
const PORT = 5290;
const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
await mkdir(folder, { recursive: true });
const { server } = await start(PORT);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'].concat([
    '--disable-component-update',
    '--disable-sync',
  ]),
});
let found = 0;

const LOOKS = [
  ['tree-1440', '/tree?plan=PLAN-1', 1440, expandAll],
  ['tree-1280-dark', '/tree?plan=PLAN-1&dark', 1280, expandAll],
  ['tree-1280-de-read', '/tree?plan=PLAN-1&lang=de&edit=false', 1280, expandAll],
  ['tree-1024', '/tree?plan=PLAN-1', 1024],
  ['tree-760', '/tree?plan=PLAN-1', 760],
  ['tree-390', '/tree?plan=PLAN-1', 390],
  ['tree-edit', '/tree?plan=PLAN-1#OBJ-3', 1280, (page) => page.keyboard.press('Enter')],
  ['tree-edit-dark', '/tree?plan=PLAN-1&dark#OBJ-3', 1280, (page) => page.keyboard.press('Enter')],
  ['tree-link', '/tree?plan=PLAN-1#OBJ-3', 1280, (page) => page.keyboard.press('l')],
  ['tree-find', '/tree?plan=PLAN-1', 1280, (page) => page.fill('.tl-find input', 'train')],
  ['tree-empty', '/tree?plan=EMPTY', 1280],
  ['tree-indexing', '/tree?plan=INDEXING', 1280],
  ['tree-broken', '/tree?plan=BROKEN', 1280],
  ['tree-absent', '/tree?plan=NONE', 1280],
  ['plans', '/', 1280, (page) => page.click('.tl-plans-head button')],
  ['plans-dark', '/?dark', 1280],
  ['panel-choose', '/browse/OPS-231', 1280, choose],
  ['panel-choose-dark', '/browse/OPS-231?dark', 1280, choose],
  ['specimen-panel', '/specimen/panel.html', 1440],
  ['specimen-panel-dark', '/specimen/panel.html?dark', 1440],
  ['specimen-scorecard', '/specimen/scorecard.html', 1180],
  ['specimen-scorecard-dark', '/specimen/scorecard.html?dark', 1180],
  ['specimen-scorecard-390', '/specimen/scorecard.html', 390],
];

async function expandAll(page) {
  await page.click('.tl-segment:last-child');
}
async function choose(page) {
  await page.click('[data-tl-action=link]');
  await page.waitForSelector('.tl-choose-option');
}

function complain(name, what) {
  found++;
  console.log(`${name}: ${what}`);
}

for (const [name, path, width, act] of process.env.ONLY
  ? LOOKS.filter(([name]) => name.includes(process.env.ONLY))
  : LOOKS) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => complain(name, error.message));
  page.on('console', (line) => line.text().includes('Content Security Policy') && complain(name, line.text()));
  await page.goto(`http://127.0.0.1:${PORT}${path}`);
  await page.waitForFunction(() =>
    document.querySelector('.tl-row, .tl-notice, .tl-plans-table, .tl-panel, .tl-scorecard, .tl-empty'),
  );
  if (path.includes('#')) await page.waitForSelector('.tl-row:focus');
  if (act) await act(page);
  await page.waitForTimeout(200);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  // evaluated by the debugger, so that the page's policy against foreign scripts stays in force
  const cdp = await context.newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: axe });
  const { violations } = await page.evaluate(() =>
    window.axe.run(document.querySelector('.tl'), { resultTypes: ['violations'] }),
  );
  for (const { id, impact, nodes } of violations) {
    const line = `${impact} ${id}: ${nodes
      .map((node) => node.target.join(' '))
      .slice(0, 4)
      .join(' | ')}`;
    if (impact === 'serious' || impact === 'critical') complain(name, line);
    else console.log(`${name}: (${line})`);
  }
  if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
    complain(name, 'scrolls sideways');
  await context.close();
}

await browser.close();
server.close();
console.log(`${LOOKS.length} looks in ${folder}, ${found} complaints`);
process.exitCode = found ? 1 : 0;
