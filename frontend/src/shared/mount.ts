import { render, type VNode } from 'preact';
import { type Format, formatFor } from './format';
import { localeOf, mayEdit } from './host';

/** What the server says at the mount point of a page. */
export interface Mounted {
  /** of what the page shows; empty where it shows several things */
  key: string;
  plan: string;
  /** user name of the reader */
  user: string;
  format: Format;
  mayEdit: boolean;
}

/** Draws a page into the element with this id as soon as it is there. */
export function mountPage(id: string, page: (mounted: Mounted) => VNode): void {
  const start = (): void => {
    const mount = document.getElementById(id);
    if (!mount) return;
    mount.classList.add('tl');
    const { key = '', plan = '', user = '' } = mount.dataset;
    render(page({ key, plan, user, format: formatFor(localeOf(mount)), mayEdit: mayEdit(mount) }), mount);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}
