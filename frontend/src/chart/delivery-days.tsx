import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../shared/api';
import type { Format } from '../shared/format';
import type { Delivery, Measure } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { BurnupChart, BurnupLegend, type Day } from './burnup-chart';
import { text } from './words';

/** The recorded days of a node's work as a chart, with their table beside it. */

interface Recorded {
  day: string;
  total: number | null;
  done: number | null;
  filled: boolean;
}

interface Props {
  /** plan, theme or objective */
  of: string;
  delivery: Delivery;
  start: string;
  due: string;
  measure: Measure;
  format: Format;
  /** the last day: today, or the past day that is looked at */
  now: string;
}

/** The days that have numbers; today is what the page shows anyway, so that chart and figure agree. */
export function daysOf(recorded: readonly Recorded[], delivery: Delivery, now: string): Day[] {
  const past = recorded.flatMap(({ day, total, done, filled }) =>
    total === null || done === null || day >= now ? [] : [{ date: day, total, done, filled }],
  );
  return [...past, { date: now, total: delivery.total, done: delivery.done, filled: false }];
}

export function DeliveryDays({ of, delivery, start, due, measure, format, now }: Props): VNode {
  const [recorded, setRecorded] = useState<readonly Recorded[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const [isTable, setTable] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const from = start < now ? start : now;
    get<{ values: Recorded[] }>(`/history/${encodeURIComponent(of)}?from=${from}&to=${now}`, stop.signal)
      .then(({ values }) => {
        setRecorded(values);
        setProblem(null);
      })
      .catch((failed: unknown) => {
        if (!stop.signal.aborted) setProblem(failed);
      });
    return () => stop.abort();
  }, [of, start, now, turn]);
  if (problem) return <Trouble problem={problem} what={text.unread} retry={() => setTurn(turn + 1)} />;
  if (!recorded) return <div class="tl-chart-wait" />;
  const days = daysOf(recorded, delivery, now);
  return (
    <div class="tl-chart">
      {isTable ? (
        <Table days={days} measure={measure} format={format} />
      ) : (
        <BurnupChart
          days={days}
          delivery={delivery}
          start={start}
          due={due}
          measure={measure}
          format={format}
          today={now}
        />
      )}
      {days.length < 2 ? <p class="tl-tertiary">{text.noHistory}</p> : null}
      <div class="tl-chart-legend tl-secondary">
        <BurnupLegend hasForecast={!!delivery.forecast?.p85} />
        <button type="button" class="tl-textlink tl-noprint" onClick={() => setTable(!isTable)}>
          {isTable ? text.drawn : text.table}
        </button>
      </div>
    </div>
  );
}

function Table(props: { days: readonly Day[]; measure: Measure; format: Format }): VNode {
  const { days, measure, format } = props;
  return (
    <div class="tl-chart-table" tabIndex={0} role="group" aria-label={text.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.day}</th>
            <th scope="col" class="tl-num">
              {text.legendDone}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map((day) => (
            <tr key={day.date}>
              <th scope="row">
                {format.date(day.date)} {day.filled ? <span class="tl-tertiary">{text.filled}</span> : null}
              </th>
              <td class="tl-num">{format.sizeOf(day.done, day.total, measure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
