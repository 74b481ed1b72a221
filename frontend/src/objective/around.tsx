import type { VNode } from 'preact';
import { objectiveUrl } from '../shared/host';
import { OutcomeMark, SignalMark } from '../shared/marks';
import type { ObjectiveNode, Tree } from '../shared/shapes';
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
            <a href={objectiveUrl(each.key)} dir="auto">
              {each.name}
            </a>{' '}
            <span class="tl-tertiary">{each.key}</span>
            {each.signal ? <SignalMark signal={each.signal.kind} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The arrows of the strategy map that begin or end here. */
export function Causes({ node, tree }: { node: ObjectiveNode; tree: Tree }): VNode {
  const neighbours = tree.neighbours ?? [];
  const boxes = (is: 'CAUSE' | 'EFFECT'): VNode[] =>
    neighbours
      .filter((each) => each.is === is)
      .map(({ key, name, outcome }) => (
        <li key={key}>
          {outcome ? <OutcomeMark outcome={outcome} /> : null}
          <a href={objectiveUrl(key)} dir="auto">
            {name}
          </a>{' '}
          <span class="tl-tertiary">{key}</span>
        </li>
      ));
  return (
    <section class="tl-obj-card" aria-label={text.causes}>
      <h2 class="tl-section">{text.causes}</h2>
      {neighbours.length === 0 ? (
        <p class="tl-secondary">{text.causesNone}</p>
      ) : (
        <ul class="tl-obj-causes">
          {boxes('CAUSE')}
          <li class="is-this">
            {node.outcome ? <OutcomeMark outcome={node.outcome} /> : null}
            <b dir="auto">{node.name}</b>
          </li>
          {boxes('EFFECT')}
        </ul>
      )}
    </section>
  );
}
