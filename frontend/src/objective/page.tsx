import { render } from 'preact';
import { formatFor } from '../shared/format';
import { localeOf, mayEdit } from '../shared/host';
import { ObjectivePage } from './objective-page';

/** `<div id="tl-objective" data-plan="PLAN-1" data-objective="OBJ-6" …>` becomes the page of that objective. */
function start(): void {
  const mount = document.getElementById('tl-objective');
  const { plan, objective } = mount?.dataset ?? {};
  if (!mount || !plan || !objective) return;
  mount.classList.add('tl');
  const format = formatFor(localeOf(mount));
  render(<ObjectivePage plan={plan} objective={objective} format={format} mayEdit={mayEdit(mount)} />, mount);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
