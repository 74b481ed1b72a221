import type { VNode } from 'preact';
import { Problem } from './api';
import { fill } from './format';
import { contextPath } from './host';
import { Sign } from './marks';
import { words } from './words';

/** What to say about a failed call: the server's own sentence, or what a person can do about it. */
export function sayOf(problem: unknown, otherwise: string = words.failed): string {
  if (!(problem instanceof Problem)) return otherwise;
  if (problem.status === 0) return words.offline;
  if (problem.status === 401) return words.loggedOut;
  return problem.about('') || otherwise;
}

/** An error in the place that failed: what, try again, and the reference. */
export function Trouble(props: { problem: unknown; what: string; retry?: () => void }): VNode {
  const { problem, what, retry } = props;
  const ref = problem instanceof Problem ? problem.ref : '';
  const loggedOut = problem instanceof Problem && problem.status === 401;
  return (
    <div class="tl-notice tl-bad" role="alert">
      <Sign of="warning" />
      <div>
        {sayOf(problem, what)}{' '}
        {loggedOut ? (
          <a href={`${contextPath()}/login.jsp?os_destination=${encodeURIComponent(here())}`}>{words.logIn}</a>
        ) : (
          retry && (
            <button type="button" class="tl-textlink" onClick={retry}>
              {words.tryAgain}
            </button>
          )
        )}{' '}
        {ref ? <span class="tl-tertiary">{fill(words.reference, ref)}</span> : null}
      </div>
    </div>
  );
}

function here(): string {
  const path = location.pathname + location.search + location.hash;
  return path.startsWith(contextPath()) ? path.slice(contextPath().length) : path;
}
