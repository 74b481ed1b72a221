import type { ComponentChildren, TargetedSubmitEvent, VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { get, Problem, put } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { Sign } from '../shared/marks';
import { MineOrTheirs } from '../shared/mine-or-theirs';
import { sayOf, Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { differing, type Settings, sent, type Written, written } from './form';
import { Thresholds } from './thresholds';
import { WorkIndex } from './work-index';
import { text } from './words';

/** Who may do what, which issue types stand above epics, what counts as cancelled, and what is without a size. */

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
      {settings ? <WorkIndex format={format} /> : null}
      {settings ? <Form key={settings.version} settings={settings} format={format} onSaved={setSettings} /> : null}
      {settings ? <Thresholds format={format} /> : null}
    </div>
  );
}

interface FormProps {
  settings: Settings;
  format: Format;
  onSaved: (settings: Settings) => void;
}

function Form({ settings, format, onSaved }: FormProps): VNode {
  const [form, setForm] = useState(() => written(settings, format));
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  // what somebody else stored while I wrote
  const [theirs, setTheirs] = useState<Settings | null>(null);
  const change = (more: Partial<Written>): void => {
    setForm({ ...form, ...more });
    setProblem(null);
    setSaved(false);
  };
  const numbers = [
    form.points,
    form.hours,
    form.ceiling,
    form.page,
    form.percent,
    ...form.levels.map(({ level }) => level),
  ];
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (numbers.some((number) => format.parse(number) === null)) {
      setProblem(new Problem(400, 'INVALID', [text.notNumber], {}, ''));
      return;
    }
    store(settings.version);
  };
  const store = (over: number): void => {
    setSaving(true);
    put<Settings>('/settings', sent(form, format), over)
      .then((fresh) => {
        onSaved(fresh);
        setSaved(true);
        setTheirs(null);
      })
      .catch(async (failed: unknown) => {
        if (failed instanceof Problem && failed.status === 412) setTheirs(await get<Settings>('/settings'));
        else setProblem(failed);
      })
      .catch(setProblem)
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
      <Block title={text.jql} help={text.jqlHelp}>
        <div class="tl-settings-three">
          <Labelled label={text.ceiling} wrong={wrong('jqlCeiling')}>
            <input
              class="tl-input"
              inputMode="numeric"
              value={form.ceiling}
              aria-invalid={wrong('jqlCeiling') !== ''}
              onInput={(event) => change({ ceiling: event.currentTarget.value })}
            />
          </Labelled>
        </div>
      </Block>
      <Block title={text.fill} help={text.fillHelp}>
        <div class="tl-settings-three">
          <Labelled label={text.page} wrong={wrong('fill.pageSize')}>
            <input
              class="tl-input"
              inputMode="numeric"
              value={form.page}
              aria-invalid={wrong('fill.pageSize') !== ''}
              onInput={(event) => change({ page: event.currentTarget.value })}
            />
          </Labelled>
          <Labelled label={text.percent} wrong={wrong('fill.percent')}>
            <input
              class="tl-input"
              inputMode="numeric"
              value={form.percent}
              aria-invalid={wrong('fill.percent') !== ''}
              onInput={(event) => change({ percent: event.currentTarget.value })}
            />
          </Labelled>
        </div>
      </Block>
      {theirs ? (
        <div class="tl-notice tl-warn">
          <MineOrTheirs
            differing={differing(form, written(theirs, format))}
            isSaving={isSaving}
            keep={() => store(theirs.version)}
            take={() => onSaved(theirs)}
          />
        </div>
      ) : null}
      <div class="tl-settings-buttons">
        <button type="submit" class="tl-button tl-button-primary" disabled={isSaving}>
          {words.save}
        </button>
        <span class="tl-secondary" role="status">
          {isSaved ? text.saved : ''}
        </span>
        {problem && !named ? (
          <span class="tl-error" role="alert">
            {sayOf(problem)} {problem instanceof Problem && problem.ref ? fill(words.reference, problem.ref) : ''}
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
  'jqlCeiling',
  'fill.pageSize',
  'fill.percent',
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
