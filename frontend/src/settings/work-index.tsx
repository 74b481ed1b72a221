import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { sayOf } from '../shared/trouble';
import { text } from './words';

/** How far this node is with the issues, and what it found when it last compared all of them with Jira. */

interface Health {
  state: 'READY' | 'INDEXING';
  indexed: number;
  total: number;
  lagSeconds: number;
  node: string;
  drift: { at: string; compared: number; found: number } | null;
}

export function WorkIndex({ format }: { format: Format }): VNode {
  const [health, setHealth] = useState<Health | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    get<Health>('/health').then(setHealth, setProblem);
  }, []);
  return (
    <section class="tl-settings-block" aria-label={text.index}>
      <h2 class="tl-section">{text.index}</h2>
      {problem ? (
        <p class="tl-error" role="alert">
          {sayOf(problem)}
        </p>
      ) : null}
      {health ? (
        <>
          <p>{stateOf(health, format)}</p>
          <p class={health.drift && health.drift.found > 0 ? 'tl-settings-drift' : 'tl-secondary'}>
            {driftOf(health, format)}
          </p>
        </>
      ) : null}
    </section>
  );
}

function stateOf(health: Health, format: Format): string {
  const number = (of: number): string => format.number(of, 0);
  if (health.state === 'INDEXING')
    return fill(text.indexing, health.node, number(health.indexed), number(health.total));
  const words = health.lagSeconds > 0 ? text.indexLate : text.indexReady;
  return fill(words, health.node, number(health.total), number(health.lagSeconds));
}

function driftOf({ drift }: Health, format: Format): string {
  if (!drift) return text.notCompared;
  const words = drift.found > 0 ? text.drift : text.noDrift;
  return fill(words, format.instant(drift.at), format.number(drift.compared, 0), format.number(drift.found, 0));
}
