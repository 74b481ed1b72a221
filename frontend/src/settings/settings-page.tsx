import type { ComponentChildren, TargetedSubmitEvent, VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { get, Problem, put } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { Sign } from '../shared/marks';
import { sayOf, Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { Thresholds } from './thresholds';
import { text } from './words';

/** Who may do what, which issue types stand above epics, what counts as cancelled, and what is without a size. */

export interface Settings {
  cancelledResolutions: string[];
  levels: Record<string, number>;
  defaultSizes: { STORY_POINTS: number; ORIGINAL_ESTIMATE: number };
  groups: { view: string[]; edit: string[]; administer: string[] };
  staleParents?: number;
  version: number;
}

/** What is written in the form: lists as lines, hours instead of seconds. */
interface Written {
  cancelled: string;
  levels: { name: string; level: string }[];
  points: string;
  hours: string;
  view: string;
  edit: string;
  administer: string;
}

function written(settings: Settings, format: Format): Written {
  return {
    cancelled: settings.cancelledResolutions.join('\n'),
    levels: Object.entries(settings.levels)
      .sort((one, other) => other[1] - one[1])
      .map(([name, level]) => ({ name, level: String(level) })),
    points: format.number(settings.defaultSizes.STORY_POINTS, 6),
    hours: format.number(settings.defaultSizes.ORIGINAL_ESTIMATE / 3600, 6),
    view: settings.groups.view.join('\n'),
    edit: settings.groups.edit.join('\n'),
    administer: settings.groups.administer.join('\n'),
  };
}

const lines = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function sent(form: Written, format: Format): Omit<Settings, 'version'> {
  const number = (words: string, times = 1): number => (format.parse(words) ?? Number.NaN) * times;
  return {
    cancelledResolutions: lines(form.cancelled),
    levels: Object.fromEntries(
      form.levels.filter(({ name }) => name.trim() !== '').map(({ name, level }) => [name.trim(), number(level)]),
    ),
    defaultSizes: { STORY_POINTS: number(form.points), ORIGINAL_ESTIMATE: number(form.hours, 3600) },
    groups: { view: lines(form.view), edit: lines(form.edit), administer: lines(form.administer) },
  };
}

export function SettingsPage({ format }: { format: Format }): VNode {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const read = useCallback((): void => {
    setProblem(null);
    get<Settings>('/settings').then(setSettings, setProblem);
  }, []);
  useEffect(read, [read]);
  return (
    <div class="tl-settings">
      <h1>{text.title}</h1>
      {problem ? <Trouble problem={problem} what={text.unread} retry={read} /> : null}
      {settings ? (
        <Form key={settings.version} settings={settings} format={format} onSaved={setSettings} again={read} />
      ) : null}
      {settings ? <Thresholds format={format} /> : null}
    </div>
  );
}

interface FormProps {
  settings: Settings;
  format: Format;
  onSaved: (settings: Settings) => void;
  again: () => void;
}

function Form({ settings, format, onSaved, again }: FormProps): VNode {
  const [form, setForm] = useState(() => written(settings, format));
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const change = (more: Partial<Written>): void => {
    setForm({ ...form, ...more });
    setProblem(null);
    setSaved(false);
  };
  const numbers = [form.points, form.hours, ...form.levels.map(({ level }) => level)];
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (numbers.some((number) => format.parse(number) === null)) {
      setProblem(new Problem(400, 'INVALID', [text.notNumber], {}, ''));
      return;
    }
    setSaving(true);
    put<Settings>('/settings', sent(form, format), settings.version)
      .then((fresh) => {
        onSaved(fresh);
        setSaved(true);
      }, setProblem)
      .finally(() => setSaving(false));
  };
  // the server names fields by their place in what was sent: "groups.view[0]", "levels.Initiative"
  const wrong = (field: string): string => {
    if (!(problem instanceof Problem)) return '';
    return (
      Object.entries(problem.fields).find(
        ([name]) => name === field || name.startsWith(`${field}[`) || name.startsWith(`${field}.`),
      )?.[1] ?? ''
    );
  };
  const area = (
    name: 'view' | 'edit' | 'administer' | 'cancelled',
    label: string,
    field: string,
    rows: number,
  ): VNode => (
    <Labelled label={label} wrong={wrong(field)}>
      <textarea
        class="tl-input"
        rows={rows}
        spellcheck={false}
        value={form[name]}
        aria-invalid={wrong(field) !== ''}
        onInput={(event) => change({ [name]: event.currentTarget.value })}
      />
    </Labelled>
  );
  const named = FIELDS.some((field) => wrong(field) !== '');
  const isStale = problem instanceof Problem && problem.status === 412;
  return (
    <form onSubmit={submit}>
      <Block title={text.groups} help={text.groupsHelp}>
        <div class="tl-settings-three">
          {area('view', text.view, 'groups.view', 3)}
          {area('edit', text.edit, 'groups.edit', 3)}
          {area('administer', text.administer, 'groups.administer', 3)}
        </div>
      </Block>
      <Block title={text.levels} help={text.levelsHelp}>
        {form.levels.map((row, at) => {
          const set = (more: Partial<typeof row>): void =>
            change({ levels: form.levels.map((each, place) => (place === at ? { ...each, ...more } : each)) });
          return (
            <div class="tl-settings-level" key={at}>
              <input
                class="tl-input"
                aria-label={text.type}
                placeholder={text.type}
                value={row.name}
                onInput={(event) => set({ name: event.currentTarget.value })}
              />
              <input
                class="tl-input"
                inputMode="numeric"
                aria-label={text.level}
                placeholder={text.level}
                value={row.level}
                aria-invalid={wrong(`levels.${row.name}`) !== ''}
                onInput={(event) => set({ level: event.currentTarget.value })}
              />
              <button
                type="button"
                class="tl-button tl-button-quiet tl-button-icon"
                aria-label={fill(text.removeLevel, row.name)}
                onClick={() => change({ levels: form.levels.filter((_, place) => place !== at) })}
              >
                <Sign of="close" />
              </button>
            </div>
          );
        })}
        <Wrong words={wrong('levels')} />
        <button
          type="button"
          class="tl-button tl-button-small"
          onClick={() => change({ levels: [...form.levels, { name: '', level: '2' }] })}
        >
          <Sign of="plus" />
          {text.addLevel}
        </button>
        {settings.staleParents ? (
          <p class="tl-secondary">{fill(text.staleParents, format.number(settings.staleParents, 0))}</p>
        ) : null}
      </Block>
      <Block title={text.cancelled} help={text.cancelledHelp}>
        {area('cancelled', text.cancelled, 'cancelledResolutions', 6)}
      </Block>
      <Block title={text.sizes} help={text.sizesHelp}>
        <div class="tl-settings-three">
          <Labelled label={text.points} wrong={wrong('defaultSizes.STORY_POINTS')}>
            <input
              class="tl-input"
              inputMode="decimal"
              value={form.points}
              aria-invalid={wrong('defaultSizes.STORY_POINTS') !== ''}
              onInput={(event) => change({ points: event.currentTarget.value })}
            />
          </Labelled>
          <Labelled label={text.hours} wrong={wrong('defaultSizes.ORIGINAL_ESTIMATE')}>
            <input
              class="tl-input"
              inputMode="decimal"
              value={form.hours}
              aria-invalid={wrong('defaultSizes.ORIGINAL_ESTIMATE') !== ''}
              onInput={(event) => change({ hours: event.currentTarget.value })}
            />
          </Labelled>
        </div>
      </Block>
      <div class="tl-settings-buttons">
        <button type="submit" class="tl-button tl-button-primary" disabled={isSaving}>
          {words.save}
        </button>
        <span class="tl-secondary" role="status">
          {isSaved ? text.saved : ''}
        </span>
        {problem && !named ? (
          <span class="tl-error" role="alert">
            {isStale ? text.changed : sayOf(problem)}{' '}
            {isStale ? (
              <button type="button" class="tl-textlink" onClick={again}>
                {words.tryAgain}
              </button>
            ) : null}
            {problem instanceof Problem && problem.ref ? fill(words.reference, problem.ref) : ''}
          </span>
        ) : null}
      </div>
    </form>
  );
}

const FIELDS = [
  'groups.view',
  'groups.edit',
  'groups.administer',
  'levels',
  'cancelledResolutions',
  'defaultSizes.STORY_POINTS',
  'defaultSizes.ORIGINAL_ESTIMATE',
];

export function Block({ title, help, children }: { title: string; help: string; children: ComponentChildren }): VNode {
  return (
    <section class="tl-settings-block" aria-label={title}>
      <h2 class="tl-section">{title}</h2>
      <p class="tl-secondary">{help}</p>
      {children}
    </section>
  );
}

function Labelled({ label, wrong, children }: { label: string; wrong: string; children: VNode }): VNode {
  return (
    <label class="tl-settings-field">
      <span class="tl-secondary">{label}</span>
      {children}
      <Wrong words={wrong} />
    </label>
  );
}

export function Wrong({ words: said }: { words: string }): VNode | null {
  return said ? (
    <span class="tl-error" role="alert">
      {said}
    </span>
  ) : null;
}
