import { act } from './panel';

// one listener for all panels, also those that Jira puts into the page later
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tl-action]') : null;
  if (button) act(button);
});
