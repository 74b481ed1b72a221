import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { fill, type Format } from '../shared/format';
import { type Toast, useToast } from '../shared/toast';
import { sayOf } from '../shared/trouble';
import { type Asked, isOfGaps, question } from './asked';
import {
  carryOut,
  type Done,
  doneBefore,
  type Intent,
  keepDone,
  MOST,
  preview,
  saidBack,
  saidOf,
  takeBack,
} from './bulk';
import { acted, extended, NOTHING_SELECTED, only, type Selection, toggled } from './selection';
import { type Batch, type Orphan, WORK_KINDS } from './shapes';
import { readAll, type Rows } from './use-rows';
import { text } from './words';

/** What the reader has in hand: the row of the keyboard, what is selected, what is about to be done with it. */

export interface Hands {
  /** row of the keyboard; null before it was anywhere */
  active: number | null;
  activate: (row: number, extend?: boolean) => void;
  selection: Selection;
  /** what an action is about: what is selected, else the row of the keyboard once an action is begun */
  acted: Selection;
  toggle: (row: Orphan) => void;
  clear: () => void;
  /** selects all that the question lists, up to what one action takes */
  all: () => Promise<void>;
  /** which part of the bar waits for something to be chosen or written */
  mode: 'choose' | 'exempt' | null;
  begin: (mode: 'choose' | 'exempt', row?: Orphan) => void;
  leave: () => void;
  intent: Intent | null;
  intend: (intent: Intent | null, row?: Orphan) => void;
  /** what would come of it; null while it is being computed */
  outlook: Batch | null;
  problem: unknown;
  isSaving: boolean;
  commit: () => Promise<void>;
  undo: () => Promise<void>;
  toast: Toast | null;
  say: (toast: Toast | null) => void;
}

interface Props {
  rows: Rows;
  asked: Asked;
  /** reads rows, counts and coverage anew */
  again: () => Promise<void>;
  /** user name of the reader */
  user: string;
  mayEdit: boolean;
  format: Format;
}

export function useHands({ rows, asked, again, user, mayEdit, format }: Props): Hands {
  const plan = asked.plan ?? '';
  const [active, setActive] = useState<number | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const [mode, setMode] = useState<'choose' | 'exempt' | null>(null);
  const [intent, setIntent] = useState<Intent | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { toast, show } = useToast();
  const at = active === null ? undefined : rows.at(Math.min(active, (rows.total ?? 1) - 1));
  const isBusy = mode !== null || intent !== null;
  const hand = isBusy ? acted(selection, at) : selection;
  const { outlook, problem } = useOutlook(intent, hand, plan);

  // another list: what was selected on the one before is out of sight
  const listed = question(asked);
  const inSight = useRef(listed);
  inSight.current = listed;
  const isUndoing = useRef(false);
  const leave = useCallback(() => {
    setMode(null);
    setIntent(null);
    setRefusal(null);
  }, []);
  const clear = useCallback(() => {
    setSelection(NOTHING_SELECTED);
    leave();
  }, [leave]);
  useEffect(() => {
    setActive(null);
    clear();
  }, [listed, clear]);

  const activate = (row: number, extend = false): void => {
    const to = Math.max(0, Math.min(row, (rows.total ?? 1) - 1));
    if (extend && mayEdit) {
      const [first, last] = [Math.min(active ?? to, to), Math.max(active ?? to, to)];
      setSelection((now) =>
        extended(
          now,
          Array.from({ length: last - first + 1 }, (_, step) => rows.at(first + step)),
        ),
      );
    } else if (isBusy && selection.size === 0) leave();
    setActive(to);
  };
  const all = async (): Promise<void> => {
    if (isOfGaps(asked.tile)) return;
    try {
      const work = new URLSearchParams(question(asked));
      const kinds = (work.get('kind') ?? '')
        .split(',')
        .filter((kind) => (WORK_KINDS as readonly string[]).includes(kind));
      work.set('kind', kinds.join(','));
      const found = await readAll(`${work.toString()}&sort=${asked.sort}`, MOST);
      // another list was asked for meanwhile
      if (inSight.current !== listed) return;
      setSelection(only(found));
      if (found.length >= MOST) show({ text: fill(text.selectedMost, format.number(MOST, 0)) });
    } catch (failed) {
      setRefusal(failed);
    }
  };
  const undoOf = async (done: Done): Promise<void> => {
    // a key that is held down takes back one batch, not all of them
    if (isUndoing.current) return;
    isUndoing.current = true;
    try {
      const undone = await takeBack(done);
      show({ text: saidBack(done, undone, format) });
      await again();
    } catch (failed) {
      show({ text: sayOf(failed) });
    } finally {
      isUndoing.current = false;
    }
  };
  const commit = async (): Promise<void> => {
    if (!intent || isSaving || hand.size === 0) return;
    setSaving(true);
    setRefusal(null);
    try {
      const batch = await carryOut(intent, hand.values(), plan);
      const what = said(intent, batch, format);
      const at = new Date().toISOString();
      const done: Done | null =
        batch.undo === null ? null : { do: intent.do, batch: batch.undo, said: what, at, by: user };
      if (done) keepDone(done);
      clear();
      await again();
      show({ text: what, ...(done ? { undo: () => void undoOf(done) } : {}) });
    } catch (failed) {
      setRefusal(failed);
    } finally {
      setSaving(false);
    }
  };
  return {
    active,
    activate,
    selection,
    acted: hand,
    toggle: (row) => setSelection((now) => toggled(now, row)),
    clear,
    all,
    mode,
    begin: (next, row) => {
      if (row) setSelection(only([row]));
      setIntent(next === 'exempt' ? { do: 'exempt', reason: '', until: '' } : null);
      setMode(next);
    },
    leave: () => (isBusy ? leave() : clear()),
    intent,
    intend: (next, row) => {
      if (row) setSelection(only([row]));
      setIntent(next);
      setMode(next?.do === 'exempt' ? 'exempt' : null);
    },
    outlook,
    problem: refusal ?? problem,
    isSaving,
    commit,
    undo: async () => {
      const done = doneBefore(user)[0];
      if (done) await undoOf(done);
      else show({ text: text.nothingToUndo });
    },
    toast,
    say: show,
  };
}

/** "PIS-81 and 2 more now serve Passengers know before they ask. Aligned 61.7 % → 62.4 %." */
function said(intent: Intent, { created, before, after }: Batch, format: Format): string {
  const what = saidOf(intent, created.length, format);
  const [was = null, is = null] = [before, after].map((each) => each.coverage?.share?.aligned ?? null);
  if (intent.do !== 'link' || was === null || is === null) return what;
  return `${what} ${fill(text.alignedMoved, format.percent(was, 1), format.percent(is, 1))}`;
}

/** Waits for a pause, so that walking along suggestions asks for the last one only. */
const PAUSE = 120;

function useOutlook(intent: Intent | null, hand: Selection, plan: string): { outlook: Batch | null; problem: unknown } {
  const [found, setFound] = useState<{ of: string; outlook: Batch | null; problem: unknown } | null>(null);
  // the words of a reason change nothing about the outlook
  const what = intent === null || hand.size === 0 ? '' : intent.do === 'link' ? intent.objective : 'exempt';
  const of = what === '' ? '' : `${what} ${plan} ${[...hand.keys()].join(' ')}`;
  const now = useRef({ intent, hand });
  now.current = { intent, hand };
  useEffect(() => {
    if (of === '') return;
    let isOld = false;
    const timer = window.setTimeout(() => {
      const { intent: wanted, hand: held } = now.current;
      if (!wanted) return;
      preview(wanted, held.values(), plan).then(
        (outlook) => {
          if (!isOld) setFound({ of, outlook, problem: null });
        },
        (problem: unknown) => {
          if (!isOld) setFound({ of, outlook: null, problem });
        },
      );
    }, PAUSE);
    return () => {
      isOld = true;
      window.clearTimeout(timer);
    };
  }, [of, plan]);
  return found?.of === of && of !== '' ? found : { outlook: null, problem: null };
}
