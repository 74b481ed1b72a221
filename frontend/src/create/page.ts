import { get } from '../shared/api';
import { foretell } from './ahead';
import { formOf, formsIn } from './choice';

/**
 * On every page, since the dialog that creates issues opens on every page. Jira says when it has put something new into a page
 * (https://developer.atlassian.com/server/jira/platform/extending-inline-edit-for-jira-plugins/); where it does not, nothing
 * is said ahead, and the gate still says it afterwards.
 */
interface Jira {
  bind?(event: string, act: () => void): void;
  Events?: { NEW_CONTENT_ADDED?: string };
}

const jira = (window as unknown as { JIRA?: Jira }).JIRA;

function look(): void {
  formsIn(document).forEach((form) => void foretell(form, get));
}

if (jira?.bind && jira.Events?.NEW_CONTENT_ADDED) jira.bind(jira.Events.NEW_CONTENT_ADDED, look);
document.addEventListener('change', (event) => {
  const form = formOf(event.target);
  if (form) void foretell(form, get);
});
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', look);
else look();
