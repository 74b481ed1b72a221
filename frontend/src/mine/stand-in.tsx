import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, post, remove } from '../shared/api';
import { fill, type Format, today } from '../shared/format';
import type { Listing } from '../shared/shapes';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import { text } from './words';

/** Who enters and attests the reader's values while they are away. */

interface Delegation {
  id: number;
  owner: string;
  ownerName: string;
  to: string;
  toName: string;
  from: string;
  until: string;
  version: number;
}

export function StandIn({ user, format }: { user: string; format: Format }): VNode {
  const [all, setAll] = useState<readonly Delegation[]>([]);
  const [isWriting, setWriting] = useState(false);
  const [fields, setFields] = useState({ to: '', from: today(), until: today() });
  const [problem, setProblem] = useState('');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    get<Listing<Delegation>>('/delegations?limit=200', stop.signal)
      .then((page) => setAll(page.values))
      .catch((failed: unknown) => {
        if (!stop.signal.aborted) setProblem(sayOf(failed));
      });
    return () => stop.abort();
  }, [turn]);
  const run = (what: Promise<unknown>): void => {
    what
      .then(() => {
        setProblem('');
        setWriting(false);
        setTurn(turn + 1);
      })
      .catch((failed: unknown) => setProblem(sayOf(failed)));
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    run(post('/delegations', { ...fields, to: fields.to.trim() }));
  };
  const field = (name: 'to' | 'from' | 'until', label: string): VNode => (
    <label>
      <span class="tl-secondary">{label}</span>{' '}
      <input
        class="tl-input"
        {...(name === 'to' ? { type: 'text' as const } : { type: 'date' as const })}
        required
        value={fields[name]}
        onInput={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <section aria-label={text.standIn}>
      {all.map((each) => (
        <p class="tl-secondary" key={each.id}>
          {each.owner === user
            ? fill(text.standInMine, each.toName, format.date(each.from), format.date(each.until))
            : fill(text.standInTheirs, each.ownerName, format.date(each.until))}{' '}
          {each.owner === user ? (
            <button
              type="button"
              class="tl-textlink"
              onClick={() => run(remove(`/delegations/${each.id}`, each.version))}
            >
              {text.standInEnd}
            </button>
          ) : null}
        </p>
      ))}
      {isWriting ? (
        <form
          class="tl-mine-standin"
          onSubmit={submit}
          onKeyDown={(event) => event.key === 'Escape' && setWriting(false)}
        >
          {field('to', text.standInWho)}
          {field('from', text.standInFrom)}
          {field('until', text.standInUntil)}
          <button type="submit" class="tl-button tl-button-primary">
            {words.save}
          </button>
          <button type="button" class="tl-button tl-button-quiet" onClick={() => setWriting(false)}>
            {words.cancel}
          </button>
        </form>
      ) : (
        <button type="button" class="tl-textlink" onClick={() => setWriting(true)}>
          {text.standIn}
        </button>
      )}
      {problem ? (
        <p class="tl-error" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
