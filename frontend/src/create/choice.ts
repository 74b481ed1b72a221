/** What was chosen in a form that creates an issue, as Jira's ids. */
export interface Choice {
  project: string;
  type: string;
}

/** Jira's forms that create an issue: the dialogs that open on any page, and the page. */
const FORMS = ['#create-issue-dialog', '#create-subtask-dialog', '#prefillable-create-issue-dialog']
  .map((dialog) => `${dialog} form`)
  .concat('form#issue-create')
  .join(', ');

export function formsIn(page: ParentNode): HTMLFormElement[] {
  return [...page.querySelectorAll<HTMLFormElement>(FORMS)];
}

/** The form that something is in, null when that creates no issue. */
export function formOf(target: EventTarget | null): HTMLFormElement | null {
  const form = target instanceof Element ? target.closest('form') : null;
  return form?.matches(FORMS) ? form : null;
}

/** Null until both are chosen. */
export function choiceIn(form: ParentNode): Choice | null {
  const project = value(form, '#project, [name="pid"]');
  const type = value(form, '#issuetype, [name="issuetype"]');
  return project && type ? { project, type } : null;
}

function value(form: ParentNode, selector: string): string | null {
  const field = form.querySelector(selector);
  const given = field instanceof HTMLSelectElement || field instanceof HTMLInputElement ? field.value : '';
  return /^[1-9]\d{0,9}$/.test(given) ? given : null;
}
