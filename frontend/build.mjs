// Bundles the pages into dist/: one script and one style sheet per page, minified, and says how large each is.
import { build } from 'esbuild';
import { readFile, readdir, rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const outdir = new URL('dist/', import.meta.url).pathname;
/** Gzipped bytes that a file may have; the build fails above. */
const BUDGET = {
  'tree.js': 60_000,
  'plans.js': 20_000,
  'panel.js': 15_000,
  'create.js': 2_500,
  'objective.js': 45_000,
  'kpi.js': 45_000,
  'overview.js': 20_000,
  'my-kpis.js': 25_000,
  'changes.js': 20_000,
  'exchange.js': 20_000,
  'settings.js': 20_000,
  'triage.js': 30_000,
  'project.js': 25_000,
  'gadgets.js': 20_000,
  'hygiene.js': 25_000,
  'exemptions.js': 20_000,
  'macro.js': 5_000,
  'macro-settings.js': 2_000,
  'editor.js': 20_000,
};

await rm(outdir, { recursive: true, force: true });
const scripts = {
  tree: 'src/tree/page.tsx',
  plans: 'src/plans/page.tsx',
  panel: 'src/panel/page.tsx',
  create: 'src/create/page.ts',
  objective: 'src/objective/page.tsx',
  settings: 'src/settings/page.tsx',
  kpi: 'src/kpi/page.tsx',
  overview: 'src/overview/page.tsx',
  'my-kpis': 'src/mine/page.tsx',
  changes: 'src/changes/page.tsx',
  exchange: 'src/exchange/page.tsx',
  triage: 'src/triage/page.tsx',
  project: 'src/project/page.tsx',
  gadgets: 'src/gadgets/page.tsx',
  hygiene: 'src/hygiene/page.tsx',
  exemptions: 'src/exemptions/page.tsx',
  paste: 'src/paste/page.ts',
  macro: 'src/macro/page.ts',
  'macro-settings': 'src/macro-settings/page.ts',
  editor: 'src/editor/page.tsx',
};
const styles = Object.fromEntries(
  [
    ...['throughline', 'tree', 'plans', 'objective', 'settings', 'panel', 'scorecard', 'macro', 'sheet', 'plan-sheets'],
    ...['kpi', 'overview', 'my-kpis', 'changes', 'exchange', 'triage', 'project', 'gadgets', 'hygiene', 'exemptions'],
    ...['pulse', 'page-work'],
    ...['editor'],
  ].map((name) => [name, `src/css/${name}.css`]),
);
const shared = {
  absWorkingDir: new URL('.', import.meta.url).pathname,
  bundle: true,
  minify: true,
  outdir,
  target: ['es2021', 'chrome109', 'firefox115', 'safari16'],
  logLevel: 'warning',
};
await build({
  ...shared,
  entryPoints: scripts,
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  legalComments: 'none',
  banner: {
    js: '/* Throughline. Contains Preact (MIT licence, (c) Jason Miller) and, where charts are drawn, parts of D3 (ISC licence, (c) Mike Bostock). */',
  },
});
// AUI serves style sheets as they are: icons are part of them, so that nothing else has to be found
await build({ ...shared, entryPoints: styles, loader: { '.svg': 'dataurl' } });

let tooLarge = false;
for (const name of (await readdir(outdir)).sort()) {
  const bytes = gzipSync(await readFile(outdir + name), { level: 9 }).length;
  const over = bytes > (BUDGET[name] ?? Infinity);
  tooLarge ||= over;
  console.log(
    `${name.padEnd(18)} ${(bytes / 1000).toFixed(1).padStart(6)} kB gzipped${over ? ', over its budget' : ''}`,
  );
}
if (tooLarge) process.exit(1);
