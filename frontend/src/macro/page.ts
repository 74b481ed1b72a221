import { addMenus } from './menu';

/** Only those who may edit the page get menus: for them Confluence shows its own edit link. */
function start(): void {
  if (document.getElementById('editPageLink')) addMenus(document);
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
