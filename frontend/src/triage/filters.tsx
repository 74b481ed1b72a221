import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { orphansCsvUrl } from '../shared/host';
import { Sign } from '../shared/marks';
import type { Measure } from '../shared/shapes';
import { AGES, type Asked, LONGEST_FIND, narrows, question, SORTS } from './asked';
import { Choice, type Option } from './choice';
import type { Counts, Group } from './shapes';
import { text } from './words';

interface Props {
  asked: Asked;
  ask: (next: Asked) => void;
  /** by kind */
  counts: Counts | null;
  measure: Measure;
  format: Format;
}

/** Which part of the list: by project, lead and age, each with how many and how much; and in which order. */
export function Filters({ asked, ask, counts, measure, format }: Props): VNode {
  const partial = counts?.groups.find((group) => group.key === 'PARTIAL')?.count ?? 0;
  const tally = (group: Group): string =>
    [format.number(group.count, 0), group.openSize > 0 ? format.size(group.openSize, measure) : '']
      .filter(Boolean)
      .join(', ');
  const projects = async (): Promise<Option[]> =>
    (await read('PROJECT', question(asked, ['project'])))
      .flatMap((group) =>
        typeof group.key === 'string'
          ? [{ value: group.key, name: group.key, beside: tally(group), size: group.openSize }]
          : [],
      )
      .sort((one, other) => other.size - one.size);
  const leads = async (): Promise<Option[]> =>
    (await read('LEAD', question(asked, ['lead'])))
      .flatMap((group) =>
        group.key !== null && typeof group.key === 'object'
          ? [{ value: group.key.key, name: group.key.name, beside: tally(group), size: group.openSize }]
          : [],
      )
      .sort((one, other) => other.size - one.size);
  const ages = async (): Promise<Option[]> => {
    const weeks = await read('AGE', question(asked, ['age']));
    return AGES.map((days) => {
      const old = weeks.filter((group) => typeof group.key === 'string' && Number(group.key) * 7 >= days);
      const count = old.reduce((sum, group) => sum + group.count, 0);
      // whole weeks tell more than 30 days only roughly, so no number stands beside
      return {
        value: String(days),
        name: fill(text.olderThan, days),
        beside: days % 7 === 0 ? format.number(count, 0) : '',
      };
    });
  };
  return (
    <div class="tl-toolbar tl-triage-tools">
      <Find asked={asked} ask={ask} />
      <Choice
        label={text.project}
        value={asked.project}
        said={asked.project}
        options={projects}
        choose={(project) => ask({ ...asked, project })}
      />
      <Choice
        label={text.lead}
        value={asked.lead}
        said={asked.lead}
        options={leads}
        choose={(lead) => ask({ ...asked, lead })}
      />
      <Choice
        label={text.updated}
        value={asked.age > 0 ? String(asked.age) : ''}
        said={asked.age > 0 ? fill(text.olderThan, asked.age) : ''}
        options={ages}
        choose={(age) => ask({ ...asked, age: Number(age) })}
      />
      {partial > 0 ? (
        <label class="tl-triage-partial">
          <input
            type="checkbox"
            checked={asked.partial}
            onChange={(event) => ask({ ...asked, partial: event.currentTarget.checked })}
          />
          {format.plural(partial, text.partialOne, text.partial)}
        </label>
      ) : null}
      {narrows(asked) ? (
        <button
          type="button"
          class="tl-textlink"
          onClick={() => ask({ ...asked, project: '', lead: '', age: 0, find: '' })}
        >
          {text.clear}
        </button>
      ) : null}
      <span class="tl-toolbar-right">
        <a class="tl-button tl-button-quiet" href={orphansCsvUrl(`${question(asked)}&sort=${asked.sort}`)} download>
          {text.csv}
        </a>
        <CopyLink />
        <label class="tl-triage-sort">
          <span class="tl-tertiary">{text.sort}</span>{' '}
          <select
            class="tl-input"
            value={asked.sort}
            onChange={(event) => {
              const sort = SORTS.find((each) => each === event.currentTarget.value);
              if (sort) ask({ ...asked, sort });
            }}
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {text.sorts[sort]}
              </option>
            ))}
          </select>
        </label>
      </span>
    </div>
  );
}

/** Waits for a pause in the typing. */
const PAUSE = 300;

/** What is typed becomes the question after a pause, or at once by the Enter key. */
function Find({ asked, ask }: { asked: Asked; ask: (next: Asked) => void }): VNode {
  const [typed, setTyped] = useState(asked.find);
  const now = useRef({ asked, ask });
  now.current = { asked, ask };
  // the way back of the browser, and the button that clears all filters, change it too
  // but not under the hand of who goes on typing after a blank
  useEffect(() => setTyped((own) => (own.trim() === asked.find ? own : asked.find)), [asked.find]);
  const take = (find: string): void => {
    if (find !== now.current.asked.find) now.current.ask({ ...now.current.asked, find });
  };
  useEffect(() => {
    const timer = window.setTimeout(() => take(typed.trim()), PAUSE);
    return () => window.clearTimeout(timer);
  }, [typed]);
  return (
    <input
      type="search"
      class="tl-input tl-triage-find"
      aria-label={text.find}
      placeholder={text.find}
      maxLength={LONGEST_FIND}
      value={typed}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(typed.trim());
      }}
    />
  );
}

async function read(by: 'PROJECT' | 'LEAD' | 'AGE', asked: string): Promise<Group[]> {
  return (await get<Counts>(`/orphans/counts?groupBy=${by}&${asked}`)).groups;
}

/** The filter as a link: what the address has, on the clipboard. */
function CopyLink(): VNode {
  const [isCopied, setCopied] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const copy = (): void => {
    navigator.clipboard.writeText(location.href).then(
      () => {
        setCopied(true);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setCopied(false), 3000);
      },
      // a browser that keeps its clipboard has the address all the same
      () => undefined,
    );
  };
  // pages without TLS have no clipboard
  if (!('clipboard' in navigator)) return <></>;
  return (
    <button type="button" class="tl-button tl-button-quiet" onClick={copy}>
      <Sign of="link" />
      <span role="status">{isCopied ? text.copied : text.copyLink}</span>
    </button>
  );
}
