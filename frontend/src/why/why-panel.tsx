import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { Sign } from '../shared/marks';
import { Trouble } from '../shared/trouble';
import {
  adds,
  asText,
  type Derivation,
  type Explanation,
  type Group,
  nameOf,
  numbersOf,
  sayInput,
  sayNumber,
  sentence,
  titleOf,
  valueOf,
} from './derivation';
import { text } from './words';

/** Why a number is what it is: one sentence, formula, inputs with what each adds, what was left out, and as of when. */

interface Props {
  /** plan, theme, objective or KPI */
  of: string;
  /** its name */
  name: string;
  group: Group;
  format: Format;
  /** as of the end of this day; empty for now */
  asOf: string;
  /** anything that is another one when numbers may have changed */
  version: unknown;
  close: () => void;
}

export function WhyPanel({ of, name, group, format, asOf, version, close }: Props): VNode {
  const { explanation, problem, again } = useExplanation(of, asOf, version);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), [of, group]);
  const main = explanation ? numbersOf(explanation, group)[0] : undefined;
  const derivation = main ? explanation?.numbers[main] : undefined;
  const figure = main && derivation ? valueOf(derivation, main, format, 0) : '';
  return (
    <aside
      class="tl-why"
      ref={panel}
      tabIndex={-1}
      aria-label={fill(text.title, name)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <h2>{figure ? fill(text.why, figure) : text.whyWord}</h2>
        <button
          type="button"
          class="tl-button tl-button-quiet tl-button-small tl-button-icon"
          aria-label={text.close}
          onClick={close}
        >
          <Sign of="close" />
        </button>
      </header>
      <p class="tl-why-of">
        <span dir="auto">{name}</span> <span class="tl-tertiary">{of}</span>
      </p>
      {problem ? <Trouble problem={problem} what={text.unread} retry={again} /> : null}
      {!explanation && !problem ? <span class="tl-ghost" style={{ width: '240px' }} /> : null}
      {explanation ? (
        <Account explanation={explanation} group={group} title={name} format={format} key={`${of} ${group}`} />
      ) : null}
    </aside>
  );
}

function Account(props: { explanation: Explanation; group: Group; title: string; format: Format }): VNode {
  const { explanation, group, title, format } = props;
  const [main, ...others] = numbersOf(explanation, group);
  if (main === undefined) return <p class="tl-secondary">{text.nothing}</p>;
  const first = explanation.numbers[main];
  return (
    <>
      {first ? <div class="tl-figure">{valueOf(first, main, format)}</div> : null}
      <p>{sentence(explanation, group, format)}</p>
      {first ? <Taken derivation={first} name={main} format={format} /> : null}
      {others.map((name) => {
        const derivation = explanation.numbers[name];
        return derivation ? (
          <details key={name}>
            <summary>
              <span>{titleOf(name)}</span> <b>{valueOf(derivation, name, format)}</b>
            </summary>
            <Taken derivation={derivation} name={name} format={format} />
          </details>
        ) : null;
      })}
      <Copy words={() => asText(explanation, group, title, format)} />
      <p class="tl-tertiary">
        {fill(text.computed, format.instant(explanation.at))}{' '}
        {typeof explanation.modelVersion === 'number'
          ? fill(text.strategyVersion, format.number(explanation.modelVersion, 0))
          : ''}
      </p>
    </>
  );
}

/** One number taken apart. */
function Taken(props: { derivation: Derivation; name: string; format: Format }): VNode {
  const { derivation, name, format } = props;
  const { formula, inputs, leftOut } = derivation;
  const parts = adds(derivation);
  const isMean = parts.some((each) => each !== null);
  return (
    <div class="tl-why-taken">
      {formula ? (
        <>
          <h3>{text.formula}</h3>
          <pre>{formula}</pre>
        </>
      ) : null}
      {inputs.length > 0 ? (
        <>
          <h3>{text.inputsTitle}</h3>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.input}</th>
                <th scope="col">{text.value}</th>
                {isMean ? <th scope="col">{text.weight}</th> : null}
                {isMean ? <th scope="col">{text.adds}</th> : null}
              </tr>
            </thead>
            <tbody>
              {inputs.map((input, at) => (
                <tr key={`${input.ref}${at}`}>
                  <th scope="row">
                    <Named part={input} />
                  </th>
                  <td>{sayInput(input, name, format)}</td>
                  {isMean ? <td>{format.number(input.weight ?? 0, 4)}</td> : null}
                  {isMean ? <td>{sayNumber(parts[at] ?? null, name, format)}</td> : null}
                </tr>
              ))}
              {isMean && inputs.length > 1 ? (
                <tr class="is-sum">
                  <th scope="row">{text.together}</th>
                  <td />
                  <td />
                  <td>{valueOf(derivation, name, format)}</td>
                </tr>
              ) : null}
            </tbody>
          </table>
        </>
      ) : null}
      {leftOut.length > 0 ? (
        <>
          <h3>{text.leftOutTitle}</h3>
          <ul>
            {leftOut.map((left, at) => (
              <li key={`${left.ref}${at}`}>
                <Named part={left} />
                <span class="tl-secondary">{left.reason}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Named({ part }: { part: { ref: string; name?: string | null } }): VNode {
  const { name, key } = nameOf(part);
  return (
    <>
      <span dir="auto">{name}</span> {key ? <span class="tl-tertiary">{key}</span> : null}
    </>
  );
}

function Copy({ words }: { words: () => string }): VNode {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    // pages without TLS have no clipboard; then nothing is said to be done
    void (navigator.clipboard as Clipboard | undefined)?.writeText(words()).then(() => setCopied(true));
  };
  return (
    <div class="tl-noprint">
      <button type="button" class="tl-button tl-button-small" onClick={copy}>
        {text.copy}
      </button>{' '}
      <span class="tl-tertiary" role="status">
        {isCopied ? text.copied : ''}
      </span>
    </div>
  );
}

/** What was read before stays until the next is in. */
function useExplanation(
  of: string,
  asOf: string,
  version: unknown,
): { explanation: Explanation | null; problem: unknown; again: () => void } {
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const query = asOf ? `?asOf=${asOf}` : '';
    get<Explanation>(`/explain/${encodeURIComponent(of)}${query}`, stop.signal)
      .then((found) => {
        setExplanation(found);
        setProblem(null);
      })
      .catch((failed: unknown) => {
        if (!stop.signal.aborted) setProblem(failed);
      });
    return () => stop.abort();
  }, [of, asOf, version, turn]);
  const isIt = explanation?.key === of;
  return { explanation: isIt ? explanation : null, problem, again: () => setTurn((now) => now + 1) };
}
