import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Actual } from '../chart/kpi-values';
import { post } from '../shared/api';
import { fill, type Format } from '../shared/format';
import type { KpiNode } from '../shared/shapes';
import { Sign } from '../shared/marks';
import { sayOf } from '../shared/trouble';
import { words } from '../shared/words';
import { useDoubts } from './doubts';
import { type Line, readValues } from './paste';
import { text } from './words';

/** A column of values, or a CSV file, looked at before it is saved; each bad line is named. */

interface Props {
  kpi: KpiNode;
  taken: readonly Actual[];
  format: Format;
  close: () => void;
  done: () => void;
}

export function PasteValues({ kpi, taken, format, close, done }: Props): VNode {
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState('');
  const [isSaving, setSaving] = useState(false);
  const known = new Map(taken.map((actual) => [actual.period, actual]));
  const lines = readValues(pasted, kpi.frequency ?? 'MONTHLY', format.parse);
  const good = lines.filter((line) => line.flaw === null);
  const bad = lines.length - good.length;
  const doubts = useDoubts(kpi.key, good);
  const save = async (): Promise<void> => {
    setSaving(true);
    setProblem('');
    const rows = good.map(({ period, value, note }) => ({ period, value, ...(note ? { note } : {}) }));
    try {
      // all of them or none
      await post(`/kpis/${encodeURIComponent(kpi.key)}/actuals/import`, { rows });
      done();
      close();
    } catch (failed) {
      setProblem(sayOf(failed));
    } finally {
      setSaving(false);
    }
  };
  return (
    <div class="tl-kpi-paste">
      <p class="tl-secondary">{text.pasteHelp}</p>
      <textarea
        class="tl-input"
        rows={5}
        aria-label={text.paste}
        value={pasted}
        onInput={(event) => setPasted(event.currentTarget.value)}
      />
      <label class="tl-secondary">
        {text.file}{' '}
        <input
          type="file"
          accept=".csv,.tsv,text/csv,text/plain"
          onChange={(event) => {
            void event.currentTarget.files?.[0]?.text().then((read) => setPasted(read.replace(/^\ufeff/, '')));
          }}
        />
      </label>
      {lines.length > 0 ? (
        <table class="tl-desk-table">
          <tbody>
            {lines.map((line) => (
              <tr key={line.at} class={line.flaw ? 'is-bad' : ''}>
                <td class="tl-num tl-tertiary">{line.at}</td>
                <td>{/^\d{4}-\d{2}-\d{2}$/.test(line.period) ? format.date(line.period) : line.period}</td>
                <td class="tl-num">{line.value === null ? line.text : format.number(line.value, 6)}</td>
                <td class={line.flaw ? 'tl-error' : 'tl-secondary'}>
                  {line.flaw
                    ? text.flaws[line.flaw]
                    : [become(line, known.get(line.period), format), line.note].filter(Boolean).join('; ')}
                  {!line.flaw && doubts.has(line.period) ? (
                    <span class="tl-kpi-doubt tl-block">
                      <Sign of="warning" /> {fill(text.unlikely, format.number(doubts.get(line.period) ?? 0, 0))}
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {problem ? (
        <p class="tl-error" role="alert">
          {problem}
        </p>
      ) : null}
      <div class="tl-desk-buttons">
        <button
          type="button"
          class="tl-button tl-button-primary"
          disabled={good.length === 0 || isSaving}
          onClick={() => void save()}
        >
          {fill(text.saveAll, format.number(good.length, 0))}
        </button>
        <button type="button" class="tl-button tl-button-quiet" onClick={close}>
          {words.cancel}
        </button>
        <span class="tl-secondary" role="status">
          {[
            bad > 0 ? format.plural(bad, text.badOne, text.bad) : '',
            doubts.size > 0 ? format.plural(doubts.size, text.doubtsOne, text.doubts) : '',
          ]
            .filter(Boolean)
            .join(' ')}
        </span>
      </div>
    </div>
  );
}

/** What becomes of a value that is there already: it is corrected where it stands, as by hand. */
function become(line: Line, present: Actual | undefined, format: Format): string {
  if (!present) return '';
  if (present.value === line.value && (line.note === '' || line.note === (present.note ?? ''))) return text.same;
  return fill(present.attestedBy ? text.loses : text.corrects, format.number(present.value, 6));
}
