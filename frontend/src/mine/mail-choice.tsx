import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { choose, get } from '../shared/api';
import { sayOf } from '../shared/trouble';
import { text } from './words';

/** Whether the reader is reminded by mail: the mails say that it is switched here. */

interface Choice {
  mail: boolean;
}

export function MailChoice(): VNode | null {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const stop = new AbortController();
    get<Choice>('/reminders', stop.signal)
      .then(setChoice)
      .catch((failed: unknown) => {
        if (!stop.signal.aborted) setProblem(sayOf(failed));
      });
    return () => stop.abort();
  }, []);
  const change = (mail: boolean): void => {
    choose<Choice>('/reminders', { mail })
      .then((chosen) => {
        setChoice(chosen);
        setProblem('');
      })
      .catch((failed: unknown) => setProblem(sayOf(failed)));
  };
  return (
    <section aria-label={text.mail}>
      {choice ? (
        <label class="tl-secondary">
          <input
            type="checkbox"
            checked={choice.mail}
            onChange={(event) => {
              change(event.currentTarget.checked);
            }}
          />{' '}
          {text.mail}
        </label>
      ) : null}
      {problem ? (
        <p class="tl-error" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
