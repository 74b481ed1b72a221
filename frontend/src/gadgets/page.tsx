import { render, type VNode } from 'preact';
import { formatFor, type Format } from '../shared/format';
import { localeOf } from '../shared/host';
import { Configure } from './configure';
import { HealthGadget } from './health-gadget';
import { OrphanGadget } from './orphan-gadget';
import { type Preferences, preferencesOf } from './preferences';

/**
 * Dashboard items, as Jira asks for them: an AMD module is a constructor that gets the dashboard's API and draws into an
 * element, once to be read and once to be configured.
 */

/** The part of the dashboard's API that is used. */
interface DashboardApi {
  savePreferences(preferences: Preferences): unknown;
  resize(): void;
}

/** jQuery's wrapper around the element. */
type Wrapped = ArrayLike<HTMLElement>;

interface Item {
  render(element: Wrapped, preferences: unknown): void;
  renderEdit(element: Wrapped, preferences: unknown): void;
}

declare const define: (name: string, dependencies: readonly string[], factory: () => unknown) => void;

function module(name: string, asksProject: boolean, draw: (preferences: Preferences, format: Format) => VNode): void {
  define(
    name,
    [],
    () =>
      function (this: Item, api: DashboardApi): void {
        const into = (element: Wrapped, make: (format: Format) => VNode): void => {
          const root = element[0];
          if (!root) return;
          const mount = root.querySelector<HTMLElement>('.tl-gadget') ?? root;
          mount.classList.add('tl', 'tl-gadget');
          render(make(formatFor(localeOf(mount))), mount);
          api.resize();
        };
        this.render = (element, saved) => into(element, (format) => draw(preferencesOf(saved), format));
        this.renderEdit = (element, saved) =>
          into(element, () => (
            <Configure
              preferences={preferencesOf(saved)}
              asksProject={asksProject}
              save={(next) => {
                api.savePreferences(next);
              }}
            />
          ));
      },
  );
}

module('throughline/orphan-work', true, (preferences, format) => (
  <OrphanGadget preferences={preferences} format={format} />
));
module('throughline/strategy-health', false, (preferences, format) => (
  <HealthGadget preferences={preferences} format={format} />
));
