import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Sign } from './marks';
import { words } from './words';

/** Says what was done, with a way back for as long as it stands. */
export interface Toast {
  text: string;
  undo?: () => void;
}

const STANDS = 20_000;

export function useToast(): { toast: Toast | null; show: (toast: Toast | null) => void } {
  const [toast, setToast] = useState<Toast | null>(null);
  useEffect(() => {
    if (!toast) return;
    const timer = window.setTimeout(() => setToast(null), STANDS);
    return () => window.clearTimeout(timer);
  }, [toast]);
  const show = useCallback((next: Toast | null) => setToast(next), []);
  return { toast, show };
}

/** The live region is always there, so that what comes into it is read out. */
export function ToastPlace({ toast, close }: { toast: Toast | null; close: () => void }): VNode {
  return (
    <div class="tl-toast-place" role="status">
      {toast ? (
        <div class="tl-toast">
          <Sign of="check" />
          <span>{toast.text}</span>
          {toast.undo ? (
            <button
              type="button"
              class="tl-textlink"
              onClick={() => {
                toast.undo?.();
                close();
              }}
            >
              {words.undo}
            </button>
          ) : null}
          <button
            type="button"
            class="tl-button tl-button-quiet tl-button-small tl-button-icon"
            aria-label={words.dismiss}
            onClick={close}
          >
            <Sign of="close" />
          </button>
        </div>
      ) : null}
    </div>
  );
}
