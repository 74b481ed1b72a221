import { render } from 'preact';
import { formatFor } from '../shared/format';
import { localeOf, mayEdit } from '../shared/host';
import { PlansPage } from './plans-page';

/** `<div id="tl-plans" class="tl" data-may-edit="true" data-locale="de-DE">` becomes the list of plans. */
function start(): void {
  const mount = document.getElementById('tl-plans');
  if (!mount) return;
  mount.classList.add('tl');
  render(<PlansPage format={formatFor(localeOf(mount))} mayEdit={mayEdit(mount)} />, mount);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
