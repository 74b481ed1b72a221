import { contextPath } from '../shared/host';

/** Saves how long pages may wait for Jira. */
async function save(form: HTMLFormElement, says: HTMLElement): Promise<void> {
  const seconds = form.querySelector<HTMLInputElement>('input')?.valueAsNumber ?? NaN;
  const answer = await fetch(`${contextPath()}/rest/throughline/1.0/macro-settings`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check' },
    body: JSON.stringify({ budgetMillis: Math.round(seconds * 1000) }),
  }).catch(() => null);
  says.textContent = answer?.ok
    ? WRM.I18n.getText('throughline.macro.settings.saved')
    : WRM.I18n.getText('throughline.macro.settings.failed');
}

function start(): void {
  const form = document.querySelector<HTMLFormElement>('#tl-macro-settings');
  const says = form?.querySelector<HTMLElement>('[role=status]');
  if (!form || !says) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(form, says);
  });
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
