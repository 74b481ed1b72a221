import type { VNode } from 'preact';
import { fill } from './format';
import { Avatar } from './marks';
import type { Owned } from './shapes';
import { words } from './words';

/** Somebody by name; who has left owns nothing any more, and who it was is said beside. */
export function Owner({ of, small = false }: { of: Owned; small?: boolean }): VNode {
  const name = of.ownerName ?? of.owner;
  if (!name) return <span class="tl-tertiary tl-owner-name">{words.noOwner}</span>;
  if (of.ownerActive === false) {
    const said = fill(words.ownerLeft, name);
    return (
      <span class="tl-tertiary tl-owner-name" title={said} dir="auto">
        {said}
      </span>
    );
  }
  return (
    <>
      <Avatar name={name} small={small} />
      <span class="tl-secondary tl-owner-name" dir="auto" title={name}>
        {name}
      </span>
    </>
  );
}

/** Nobody, or somebody who has left. */
export function isUnowned(of: Owned): boolean {
  return !of.owner || of.ownerActive === false;
}
