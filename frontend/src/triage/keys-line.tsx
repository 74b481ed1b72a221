import type { VNode } from 'preact';
import { text } from './words';

/** Which keys do what, as the last line of the page. */
export function Keys({ mayEdit, shown }: { mayEdit: boolean; shown: string }): VNode {
  const keys: (readonly [readonly string[], string])[] = [[['↑', '↓'], text.keyMove]];
  if (mayEdit) {
    keys.push(
      [['Space'], text.keySelect],
      [['Shift ↓'], text.keyExtend],
      [['Ctrl A'], text.keyAll],
      [['1', '2', '3'], text.keySuggestion],
      [['L'], text.keyChoose],
      [['E'], text.keyExempt],
      [['Enter'], text.keyCommit],
      [['Ctrl Z'], text.keyUndo],
    );
  }
  keys.push([['O'], text.keyOpen]);
  return (
    <footer class="tl-foot tl-triage-foot">
      {keys.map(([names, what]) => (
        <span key={what}>
          {names.map((name) => (
            <kbd key={name} class="tl-kbd">
              {name}
            </kbd>
          ))}{' '}
          {what}
        </span>
      ))}
      <span class="tl-foot-live">{shown}</span>
    </footer>
  );
}
