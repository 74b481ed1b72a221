import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Format } from '../shared/format';
import { Log } from '../objective/history';
import { Batches } from './batches';
import { ChangesTable } from './changes-table';
import { text } from './words';

/** The change log, of one object or of all; which one stands in the address. */
export function ChangesPage(props: { user: string; format: Format; mayEdit: boolean }): VNode {
  const { user, format, mayEdit } = props;
  const [object, setObject] = useState(() => new URLSearchParams(location.search).get('object') ?? '');
  const [typed, setTyped] = useState(object);
  const go = (next: string): void => {
    setObject(next);
    history.pushState(null, '', location.pathname + (next ? `?object=${encodeURIComponent(next)}` : ''));
  };
  return (
    <div class="tl-desk">
      <header class="tl-desk-head">
        <div>
          <h1>
            {text.title} {object ? <span class="tl-tertiary">{object}</span> : null}
          </h1>
          <p class="tl-secondary">{text.lead}</p>
        </div>
        <form
          class="tl-desk-find"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            go(typed.trim().toUpperCase());
          }}
        >
          <input
            class="tl-input"
            aria-label={text.object}
            placeholder={text.object}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="tl-button">
            {text.show}
          </button>
        </form>
      </header>
      {object ? null : <Batches user={user} format={format} />}
      <ChangesTable object={object} format={format} mayEdit={mayEdit} key={object} />
      <Log format={format} />
    </div>
  );
}
