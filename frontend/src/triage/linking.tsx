import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { post, remove } from '../shared/api';
import { Choose } from '../shared/choose';
import { fill } from '../shared/format';
import { Sign } from '../shared/marks';
import type { LinkNode } from '../shared/shapes';
import type { Toast } from '../shared/toast';
import { sayOf } from '../shared/trouble';
import { text } from './linking-words';

/** Links one thing to an objective that is searched for in place; the toast offers the way back. */

interface LinkTarget {
  kind: 'ISSUE' | 'PROJECT';
  ref: string;
}

interface Links {
  link: (target: LinkTarget, objective: { key: string; name: string }) => Promise<void>;
}

export function useLinking({ again, say }: { again: () => Promise<void>; say: (toast: Toast) => void }): Links {
  const undo = async ({ id, version }: LinkNode): Promise<void> => {
    try {
      await remove(`/links/${id}`, version);
      say({ text: text.undone });
      await again();
    } catch (failed) {
      say({ text: sayOf(failed) });
    }
  };
  return {
    link: async (target, objective) => {
      const link = await post<LinkNode>('/links', { objective: objective.key, target });
      say({ text: fill(text.done, target.ref, objective.name), undo: () => void undo(link) });
      await again();
    },
  };
}

interface Props {
  linking: Links;
  target: LinkTarget;
  plan: string;
  label: string;
}

export function Linking({ linking, target, plan, label }: Props): VNode {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span class="tl-linking">
      <button
        ref={button}
        type="button"
        class="tl-button tl-button-small"
        aria-expanded={isOpen}
        aria-label={`${label}: ${target.ref}`}
        onClick={() => setOpen(!isOpen)}
      >
        <Sign of="link" />
        {label}
      </button>
      {isOpen ? (
        <span class="tl-linking-place">
          <Choose
            plan={plan}
            link={async (objective) => {
              await linking.link(target, objective);
              setOpen(false);
            }}
            close={close}
          />
        </span>
      ) : null}
    </span>
  );
}
