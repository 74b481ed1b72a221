import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import { objectiveUrl } from '../shared/host';
import { OutcomeMark, SignalMark } from '../shared/marks';
import type { Listing, ObjectiveNode, Tree } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { text } from './words';

/** What stands around an objective: what is below it, what it causes, and what brings it about. */

export function Below({ node }: { node: ObjectiveNode }): VNode | null {
  const nodes = node.objectives ?? [];
  if (nodes.length === 0) return null;
  return (
    <section class="tl-obj-card">
      <h2 class="tl-section">{text.below}</h2>
      <ul class="tl-obj-below">
        {nodes.map((each) => (
          <li key={each.key}>
            <a href={objectiveUrl(each.key)}>{each.name}</a> <span class="tl-tertiary">{each.key}</span>
            {each.signal ? <SignalMark signal={each.signal.kind} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Cause {
  id: number;
  cause: string;
  effect: string;
}

/** The arrows of the strategy map that begin or end here. */
export function Causes({ node, tree }: { node: ObjectiveNode; tree: Tree }): VNode {
  const [causes, setCauses] = useState<readonly Cause[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    get<Listing<Cause>>(`/causes?objective=${encodeURIComponent(node.key)}&limit=200`, stop.signal)
      .then((page) => {
        setCauses(page.values.filter((each) => each.cause === node.key || each.effect === node.key));
        setProblem(null);
      })
      .catch((failed: unknown) => {
        if (!stop.signal.aborted) setProblem(failed);
      });
    return () => stop.abort();
  }, [node.key, turn]);
  const nodes = objectivesOf(tree);
  const box = (key: string): VNode => {
    const other = nodes.get(key);
    return (
      <li key={key}>
        {other?.outcome ? <OutcomeMark outcome={other.outcome} /> : null}
        <a href={objectiveUrl(key)}>{other?.name ?? key}</a> <span class="tl-tertiary">{key}</span>
      </li>
    );
  };
  const before = (causes ?? []).filter((each) => each.effect === node.key).map((each) => each.cause);
  const after = (causes ?? []).filter((each) => each.cause === node.key).map((each) => each.effect);
  return (
    <section class="tl-obj-card" aria-label={text.causes}>
      <h2 class="tl-section">{text.causes}</h2>
      {problem ? (
        <Trouble problem={problem} what={text.causesUnread} retry={() => setTurn(turn + 1)} />
      ) : causes && before.length + after.length === 0 ? (
        <p class="tl-secondary">{text.causesNone}</p>
      ) : (
        <ul class="tl-obj-causes">
          {before.map(box)}
          <li class="is-this">
            {node.outcome ? <OutcomeMark outcome={node.outcome} /> : null}
            <b>{node.name}</b>
          </li>
          {after.map(box)}
        </ul>
      )}
    </section>
  );
}

function objectivesOf(tree: Tree): Map<string, ObjectiveNode> {
  const all = new Map<string, ObjectiveNode>();
  const visit = (node: ObjectiveNode): void => {
    all.set(node.key, node);
    node.objectives?.forEach(visit);
  };
  tree.themes.forEach((theme) => theme.objectives?.forEach(visit));
  return all;
}
