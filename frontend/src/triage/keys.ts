/** What a key means on the list of orphans. */
export type Command =
  | { do: 'row'; by: number; extend: boolean }
  | { do: 'first' | 'last' | 'toggle' | 'all' | 'choose' | 'exempt' | 'commit' | 'undo' | 'leave' | 'open' }
  | { do: 'suggest'; which: number };

/** The part of a keyboard event that matters here. */
export interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const PAGE = 10;

/**
 * Keys that do nothing here answer null and stay the browser's and Jira's.
 *
 * @param mayEdit whether keys that select and change mean anything
 * @param isPreviewed whether there is something to commit
 */
export function command(pressed: Pressed, mayEdit: boolean, isPreviewed: boolean): Command | null {
  const { key, shiftKey } = pressed;
  if (pressed.altKey) return null;
  if (pressed.ctrlKey || pressed.metaKey) return mayEdit ? withControl(key) : null;
  const by = steps(key);
  if (by !== 0) return { do: 'row', by, extend: shiftKey && mayEdit };
  if (key === 'Home') return { do: 'first' };
  if (key === 'End') return { do: 'last' };
  if (key === 'o' || key === 'O') return { do: 'open' };
  if (!mayEdit) return key === 'Enter' ? { do: 'open' } : null;
  return change(key, isPreviewed);
}

function steps(key: string): number {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return PAGE;
    case 'PageUp':
      return -PAGE;
    default:
      return 0;
  }
}

function withControl(key: string): Command | null {
  if (key === 'a' || key === 'A') return { do: 'all' };
  if (key === 'z' || key === 'Z') return { do: 'undo' };
  return null;
}

function change(key: string, isPreviewed: boolean): Command | null {
  switch (key) {
    case ' ':
      return { do: 'toggle' };
    case '1':
    case '2':
    case '3':
      return { do: 'suggest', which: Number(key) - 1 };
    case 'l':
    case 'L':
      return { do: 'choose' };
    case 'e':
    case 'E':
      return { do: 'exempt' };
    case 'Enter':
      return isPreviewed ? { do: 'commit' } : null;
    case 'Escape':
      return { do: 'leave' };
    default:
      return null;
  }
}
