import { choiceIn } from './choice';

const MARK = 'tl-gate-ahead';

/** Asks what the gate would say; null for nothing. */
export type Asking = (path: string) => Promise<{ message: string | null }>;

/** What each form was asked for last: an answer that comes later than another choice is not shown. */
const asked = new WeakMap<HTMLFormElement, string>();

/** Says in a form what its issue would be told when it is created; nothing where nobody can tell. */
export async function foretell(form: HTMLFormElement, ask: Asking): Promise<void> {
  const choice = choiceIn(form);
  const path = choice ? `/gates/creation?project=${choice.project}&type=${choice.type}` : '';
  if (asked.get(form) === path) return;
  asked.set(form, path);
  const message =
    path === ''
      ? null
      : await ask(path).then(
          (answer) => answer.message,
          () => null,
        );
  if (asked.get(form) === path) show(form, message);
}

function show(form: HTMLFormElement, message: string | null): void {
  form.querySelector(`.${MARK}`)?.remove();
  if (message === null) return;
  const said = document.createElement('div');
  said.className = `aui-message aui-message-warning ${MARK}`;
  said.setAttribute('role', 'status');
  const words = document.createElement('p');
  words.textContent = message;
  said.append(words);
  (form.querySelector('.form-body') ?? form).prepend(said);
}
