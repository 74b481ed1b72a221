import { render } from 'preact';
import { Dialog } from './dialog';
import { FORMS, isOurs, type Values } from './forms';

/**
 * Puts our forms in place of the plain fields of the macro browser. Where the browser or its override is missing the
 * plain fields remain, and the macros work with them.
 */

interface OpenedMacro {
  name: string;
  params?: Record<string, string>;
}

interface EditorAjs {
  MacroBrowser?: { setMacroJsOverride?: (name: string, override: { opener: (macro: OpenedMacro) => void }) => void };
  Editor?: { getContentId?: () => string };
  Meta?: { get?: (name: string) => string };
  bind?: (event: string, then: () => void) => void;
  toInit?: (then: () => void) => void;
}

interface InsertRequest {
  macro: { name: string; params: Record<string, string>; body: string };
  contentId: string;
}

declare global {
  interface Window {
    tinymce?: { confluence?: { MacroUtils?: { insertMacro?: (request: InsertRequest) => unknown } } };
  }
}

const ajs = (): EditorAjs => (window.AJS ?? {}) as EditorAjs;

/** The page that is edited, by whatever this version of the editor tells it. */
function contentId(): string {
  return ajs().Editor?.getContentId?.() ?? ajs().Meta?.get?.('page-id') ?? ajs().Meta?.get?.('content-id') ?? '0';
}

export function open(name: string, before: Values): void {
  if (!isOurs(name)) return;
  const mount = document.createElement('div');
  document.body.append(mount);
  const close = (): void => {
    render(null, mount);
    mount.remove();
  };
  const insert = (params: Record<string, string>): void => {
    close();
    window.tinymce?.confluence?.MacroUtils?.insertMacro?.({
      macro: { name, params, body: '' },
      contentId: contentId(),
    });
  };
  render(<Dialog macro={name} before={before} insert={insert} close={close} />, mount);
}

function register(): boolean {
  const override = ajs().MacroBrowser?.setMacroJsOverride;
  if (!override || !window.tinymce?.confluence?.MacroUtils?.insertMacro) return false;
  for (const name of Object.keys(FORMS)) {
    override.call(ajs().MacroBrowser, name, { opener: (macro) => open(name, macro.params ?? {}) });
  }
  return true;
}

const WAIT = 250;
/** Ten seconds: the editor's own scripts may come after ours. */
const TRIES = 40;

function registerWhenThere(left = TRIES): void {
  if (!register() && left > 0) window.setTimeout(() => registerWhenThere(left - 1), WAIT);
}

ajs().bind?.('init.rte', () => void register());
if (ajs().toInit) ajs().toInit?.(() => registerWhenThere());
else registerWhenThere();
