import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { get, move, post, put, remove } from '../shared/api';
import { Choose } from '../shared/choose';
import { fill } from '../shared/format';
import { kpiUrl, objectiveUrl } from '../shared/host';
import type { LinkNode } from '../shared/shapes';
import type { Toast } from '../shared/toast';
import { sayOf, Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { PersonInput } from '../tree/person-input';
import type { Orphan } from '../triage/shapes';
import { targetOf } from './target';
import { text } from './words';

/** The fix of one gap: done in place where one field is enough, else one click away. */

interface Props {
  row: Orphan;
  user: string;
  mayEdit: boolean;
  again: () => Promise<void>;
  say: (toast: Toast) => void;
}

export function Fix(props: Props): VNode | null {
  const { row, mayEdit } = props;
  if (!mayEdit) return null;
  switch (row.kind) {
    case 'DEAD_LINK':
      return <RemoveLink {...props} />;
    case 'UNSUPPORTED_OBJECTIVE':
      return <LinkWork {...props} />;
    case 'UNMEASURED_OBJECTIVE':
      return <Away href={objectiveUrl(row.ref)} label={text.addKpi} />;
    case 'STALE_KPI':
      return <Away href={kpiUrl(row.ref)} label={text.enterValue} />;
    case 'ORPHAN_KPI':
      return <Rehome {...props} />;
    case 'UNOWNED':
      return <Own {...props} />;
    default:
      return null;
  }
}

function Away({ href, label }: { href: string; label: string }): VNode {
  return (
    <a class="tl-button tl-button-small" href={href}>
      {label}
    </a>
  );
}

/** One thing done at a time; a refusal stands beside what was tried. */
function useDeed(again: () => Promise<void>): {
  isSaving: boolean;
  problem: unknown;
  run: (deed: () => Promise<void>) => Promise<void>;
} {
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (deed: () => Promise<void>): Promise<void> => {
    setSaving(true);
    setProblem(null);
    try {
      await deed();
      await again();
    } catch (failed) {
      setProblem(failed);
    } finally {
      setSaving(false);
    }
  };
  return { isSaving, problem, run };
}

/** Asked twice: what is gone cannot be linked again. */
function RemoveLink({ row, again, say }: Props): VNode {
  const [isSure, setSure] = useState(false);
  const { isSaving, problem, run } = useDeed(again);
  const drop = (): void =>
    void run(async () => {
      const link = await get<LinkNode>(`/links/${row.ref}`);
      await remove(`/links/${row.ref}`, link.version);
      say({ text: fill(text.linkRemoved, link.objective) });
    });
  return (
    <span class="tl-hygiene-fix">
      {problem ? <Trouble problem={problem} what={words.failed} /> : null}
      {isSure ? (
        <>
          <button type="button" class="tl-button tl-button-small tl-button-danger" disabled={isSaving} onClick={drop}>
            {text.removeSurely}
          </button>
          <button type="button" class="tl-button tl-button-small" onClick={() => setSure(false)}>
            {words.cancel}
          </button>
        </>
      ) : (
        <button type="button" class="tl-button tl-button-small" onClick={() => setSure(true)}>
          {text.remove}
        </button>
      )}
    </span>
  );
}

/** An issue, a project or a query, by what is typed. */
function LinkWork({ row, again, say }: Props): VNode {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { isSaving, problem, run } = useDeed(again);
  // once: the list is read again every so often, and the focus may be elsewhere by then
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  if (!isOpen) {
    return (
      <button type="button" class="tl-button tl-button-small" onClick={() => setOpen(true)}>
        {text.linkWork}
      </button>
    );
  }
  const save = (): void =>
    void run(async () => {
      const link = await post<LinkNode>('/links', { objective: row.ref, target: targetOf(typed) });
      const undo = (): void =>
        void remove(`/links/${link.id}`, link.version).then(again, (failed: unknown) => say({ text: sayOf(failed) }));
      say({ text: fill(text.linked, link.target.ref ?? '', row.summary ?? row.ref), undo });
    });
  return (
    <form
      class="tl-hygiene-fix"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() && !isSaving) save();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      {problem ? <Trouble problem={problem} what={words.failed} /> : null}
      <input
        class="tl-input"
        type="text"
        aria-label={fill(text.workFor, row.summary ?? row.ref)}
        placeholder={text.workHint}
        autocomplete="off"
        ref={field}
        value={typed}
        readOnly={isSaving}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="tl-button tl-button-small tl-button-primary" disabled={isSaving || !typed.trim()}>
        {text.link}
      </button>
    </form>
  );
}

/** Under another objective. */
function Rehome({ row, again, say }: Props): VNode {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <button type="button" class="tl-button tl-button-small" aria-haspopup="listbox" onClick={() => setOpen(true)}>
        {text.rehome}
      </button>
    );
  }
  return (
    <span class="tl-hygiene-fix tl-hygiene-choose">
      <Choose
        link={async (objective) => {
          const { version } = await get<{ version: number }>(`/kpis/${row.ref}`);
          await move(`/kpis/${row.ref}/move`, { parent: objective.key }, version);
          say({ text: fill(text.rehomed, row.summary ?? row.ref, objective.name) });
          await again();
        }}
        close={() => setOpen(false)}
      />
    </span>
  );
}

const COLLECTIONS: readonly (readonly [string, string])[] = [
  ['PLAN-', 'plans'],
  ['TH-', 'themes'],
  ['OBJ-', 'objectives'],
  ['KPI-', 'kpis'],
];

/** Somebody active: the reader by one click, or another by name. */
function Own({ row, user, again, say }: Props): VNode {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { isSaving, problem, run } = useDeed(again);
  const path = `/${COLLECTIONS.find(([start]) => row.ref.startsWith(start))?.[1] ?? 'objectives'}/${row.ref}`;
  const give = (owner: string): void =>
    void run(async () => {
      const now = await get<{ version: number }>(path);
      await put(path, { ...now, owner }, now.version);
      say({ text: fill(text.owned, row.summary ?? row.ref, owner) });
    });
  return (
    <span class="tl-hygiene-fix">
      {problem ? <Trouble problem={problem} what={words.failed} /> : null}
      {isOpen ? (
        <form
          class="tl-hygiene-fix"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() && !isSaving) give(name.trim());
          }}
        >
          <PersonInput
            input={input}
            value={name}
            onValue={setName}
            label={fill(text.ownerOf, row.summary ?? row.ref)}
            hint={text.ownerHint}
            isReadOnly={isSaving}
            isInvalid={false}
          />
          <button type="submit" class="tl-button tl-button-small tl-button-primary" disabled={isSaving || !name.trim()}>
            {words.save}
          </button>
        </form>
      ) : (
        <>
          <button type="button" class="tl-button tl-button-small" disabled={isSaving} onClick={() => give(user)}>
            {text.ownMyself}
          </button>
          <button type="button" class="tl-button tl-button-small" onClick={() => setOpen(true)}>
            {text.giveTo}
          </button>
        </>
      )}
    </span>
  );
}
