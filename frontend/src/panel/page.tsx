import { act, suggest } from './panel';

// one listener for all panels, also those that Jira puts into the page later
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tl-action]') : null;
  if (button) act(button);
});

/** Jira puts panels into the page whenever another issue is chosen; several changes at once are looked at once. */
let isDue = false;
function soon(): void {
  if (isDue) return;
  isDue = true;
  window.setTimeout(() => {
    isDue = false;
    suggest();
  }, 100);
}

function start(): void {
  suggest();
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
