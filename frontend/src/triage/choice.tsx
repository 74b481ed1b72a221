import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { NOTHING } from '../shared/format';
import { Sign } from '../shared/marks';
import { sayOf } from '../shared/trouble';
import { text } from './words';

/** One of several, from a button that opens them. What there is to choose is read when it opens. */

export interface Option {
  value: string;
  name: string;
  /** how many, how much */
  beside?: string;
}

interface Props {
  label: string;
  /** empty for none */
  value: string;
  /** what is chosen, in words */
  said: string;
  options: () => Promise<readonly Option[]>;
  choose: (value: string) => void;
}

export function Choice({ label, value, said, options, choose }: Props): VNode {
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<readonly Option[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const read = useRef(options);
  read.current = options;
  useEffect(() => {
    if (!isOpen) return;
    let isOld = false;
    setFound(null);
    setProblem(null);
    read.current().then(
      (all) => {
        if (!isOld) setFound(all);
      },
      (failed: unknown) => {
        if (!isOld) setProblem(failed);
      },
    );
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      isOld = true;
      document.removeEventListener('mousedown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [isOpen]);
  useEffect(() => {
    if (found) root.current?.querySelector<HTMLElement>('[role=menuitemradio][aria-checked=true]')?.focus();
  }, [found]);
  const take = (next: string): void => {
    setOpen(false);
    button.current?.focus();
    if (next !== value) choose(next);
  };
  return (
    <span
      class="tl-menu"
      ref={root}
      onKeyDown={(event) => {
        if (!isOpen) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          setOpen(false);
          button.current?.focus();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          const all = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
          const now = all.findIndex((each) => each === document.activeElement);
          all[Math.max(0, Math.min(all.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
        }
      }}
    >
      <button
        type="button"
        ref={button}
        class={`tl-button${value ? ' is-chosen' : ''}`}
        aria-expanded={isOpen}
        aria-haspopup="true"
        onClick={() => setOpen(!isOpen)}
      >
        {value ? `${label}: ${said}` : label}
        <Sign of="down" />
      </button>
      {isOpen ? (
        <span class="tl-menu-list" role="menu" aria-label={label}>
          {problem ? <span class="tl-error">{sayOf(problem)}</span> : null}
          {found ? (
            [{ value: '', name: text.any }, ...found].map((option: Option) => (
              <button
                key={option.value}
                type="button"
                role="menuitemradio"
                aria-checked={option.value === value}
                tabIndex={-1}
                onClick={() => take(option.value)}
              >
                <span dir="auto">{option.name}</span>
                <span class="tl-secondary">{option.beside ?? ''}</span>
              </button>
            ))
          ) : problem ? null : (
            <span class="tl-secondary">{NOTHING}</span>
          )}
        </span>
      ) : null}
    </span>
  );
}
