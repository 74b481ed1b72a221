import { render } from 'preact';
import { formatFor } from '../shared/format';
import { localeOf, mayEdit } from '../shared/host';
import { TreePage } from './tree-page';

/** `<div id="tl-tree" class="tl" data-plan="PLAN-1" data-may-edit="true" data-locale="de-DE">` becomes the tree. */
function start(): void {
  const mount = document.getElementById('tl-tree');
  const plan = mount?.dataset['plan'];
  if (!mount || !plan) return;
  mount.classList.add('tl');
  render(<TreePage plan={plan} format={formatFor(localeOf(mount))} mayEdit={mayEdit(mount)} />, mount);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
