import { chromium } from 'playwright-core';
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const axe = require.resolve('axe-core');
const [out, ...jobs] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
for (const job of jobs) {
  const [name, user, width, url, act, dark] = job.split('|');
  const context = await browser.newContext({ viewport: { width: +width, height: 1000 }, colorScheme: dark ? 'dark' : 'light', extraHTTPHeaders: { Authorization: 'Basic ' + Buffer.from(`${user}:${user}`).toString('base64') } });
  const page = await context.newPage();
  page.on('pageerror', (e) => /reading 'left'/.test(e.message) || console.log(name, 'ERROR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log(name, 'console', m.text().slice(0, 200)));
  await page.goto(url); await page.waitForTimeout(2500);
  if (act) { await eval(`(async () => { ${act} })()`); await page.waitForTimeout(900); }
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
  await page.addScriptTag({ path: axe }).catch(() => {});
  const found = await page.evaluate(() => { const t = document.querySelector('.tl'); return t && window.axe ? window.axe.run(t, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => `${v.impact} ${v.id} ${v.nodes.length}: ${v.nodes[0].html.slice(0, 140)}`)) : ['no .tl']; });
  for (const f of found) console.log(name, 'axe', f);
  await context.close();
}
await browser.close();
