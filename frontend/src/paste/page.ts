import { contextPath } from '../shared/host';
import { macroOf, type Macro } from './link';

/**
 * Runs in Confluence's editor. Handlers of pasted addresses are Confluence's own way to turn them into macros ("autoconvert"); where an
 * editor has none, an address stays an address.
 */

type Done = (node?: unknown) => void;

interface Autoconvert {
  autoConvert: { addHandler(handler: (uri: { source: string }, node: unknown, done: Done) => void): void };
  convertMacroToDom(macro: Macro, done: Done, failed: Done): void;
}

interface Editor {
  AJS?: { bind?(event: string, act: () => void): void };
  tinymce?: { plugins?: { Autoconvert?: Autoconvert } };
}

const editor = window as unknown as Editor;
let jira = '';

function register(): void {
  const auto = editor.tinymce?.plugins?.Autoconvert;
  if (!auto) return;
  auto.autoConvert.addHandler((uri, _node, done) => {
    const macro = macroOf(uri.source, jira);
    if (macro) auto.convertMacroToDom(macro, done, () => done());
    else done();
  });
  // which Jira is linked is asked once; until that is known, and when it is not, an address stays an address
  if (jira === '') {
    linkedJira()
      .then((url) => {
        jira = url;
      })
      .catch(() => undefined);
  }
}

async function linkedJira(): Promise<string> {
  const answer = await fetch(`${contextPath()}/plugins/servlet/throughline/jira`, {
    headers: { Accept: 'application/json' },
  });
  return answer.ok ? (((await answer.json()) as { url?: string }).url ?? '') : '';
}

editor.AJS?.bind?.('init.rte', register);
