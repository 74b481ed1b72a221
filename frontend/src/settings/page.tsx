import { render } from 'preact';
import { formatFor } from '../shared/format';
import { localeOf } from '../shared/host';
import { SettingsPage } from './settings-page';

/** `<div id="tl-settings" data-locale="de-DE">` becomes the strategy administration. */
function start(): void {
  const mount = document.getElementById('tl-settings');
  if (!mount) return;
  mount.classList.add('tl');
  render(<SettingsPage format={formatFor(localeOf(mount))} />, mount);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
