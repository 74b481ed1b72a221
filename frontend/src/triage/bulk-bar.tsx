import type { TargetedKeyboardEvent, VNode } from 'preact';
import { Choose } from '../shared/choose';
import { fill, type Format, NOTHING } from '../shared/format';
import { DeliveryMark, figure, Icon, Sign } from '../shared/marks';
import type { Measure } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { words } from '../shared/words';
import { ExemptFields } from './exempt-fields';
import type { Batch, Part } from './shapes';
import type { Hands } from './use-hands';
import { text } from './words';

/** What is about to be done with all that is selected, and what it would change, before it is done. */

interface Props {
  hands: Hands;
  plan: string;
  measure: Measure;
  format: Format;
}

export function BulkBar({ hands, plan, measure, format }: Props): VNode {
  const { acted, intent, outlook, isSaving, mode } = hands;
  const number = format.number(acted.size, 0);
  // of one row its own; of several what the server counts, as a project holds its issues and an epic its stories
  const [only] = acted.values();
  const openSize = acted.size === 1 ? (only?.openSize ?? null) : (outlook?.openSize ?? null);
  const isReady = intent !== null && (intent.do === 'link' || intent.reason.trim() !== '') && acted.size > 0;
  /** Keys of the bar itself; what is typed into its fields is theirs. */
  const keys = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      hands.leave();
      focusGrid();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && isReady) {
      void hands.commit().then(focusGrid);
    } else return;
    event.preventDefault();
  };
  return (
    <section class="tl-bulk" aria-label={text.bulk} onKeyDown={keys}>
      <div class="tl-bulk-count">
        <b>{format.plural(acted.size, text.selectedOne, text.selected)}</b>
        <span class="tl-secondary">{openSize === null ? '' : fill(text.sizeOpen, format.size(openSize, measure))}</span>
        <button
          type="button"
          class="tl-textlink"
          onClick={() => {
            hands.clear();
            focusGrid();
          }}
        >
          {text.clearSelection}
        </button>
      </div>
      {mode === 'exempt' ? <Exempting hands={hands} /> : <Objective hands={hands} plan={plan} />}
      <div class="tl-bulk-outlook" aria-live="polite">
        {hands.problem ? <Trouble problem={hands.problem} what={words.failed} /> : null}
        {outlook && !hands.problem ? <Outlook outlook={outlook} hands={hands} format={format} /> : null}
        {intent && !outlook && !hands.problem ? <span class="tl-ghost" style={{ width: '240px' }} /> : null}
        {!intent && !hands.problem ? <span class="tl-secondary">{text.hint}</span> : null}
      </div>
      <div class="tl-bulk-buttons">
        {mode === 'exempt' ? (
          <button type="button" class="tl-button" onClick={hands.leave}>
            {words.cancel}
          </button>
        ) : (
          <button type="button" class="tl-button" onClick={() => hands.begin('exempt')}>
            {text.exemptDots}
          </button>
        )}
        <button
          type="button"
          class="tl-button tl-button-primary"
          disabled={!isReady || isSaving}
          onClick={() => void hands.commit().then(focusGrid)}
        >
          {mode === 'exempt' ? fill(text.exemptMany, number) : fill(text.linkMany, number)}
        </button>
      </div>
    </section>
  );
}

/** The keyboard goes on where it was. */
function focusGrid(): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>('.tl-orphans .tl-row[tabindex="0"]');
    row?.focus({ preventScroll: true });
  });
}

function Objective({ hands, plan }: { hands: Hands; plan: string }): VNode {
  const { intent, mode } = hands;
  return (
    <div class="tl-bulk-what">
      <span class="tl-secondary">{text.linkToObjective}</span>
      {mode === 'choose' ? (
        <Choose
          plan={plan}
          link={({ key, name }) => {
            hands.intend({ do: 'link', objective: key, name });
            focusGrid();
            return Promise.resolve();
          }}
          close={() => {
            hands.leave();
            focusGrid();
          }}
        />
      ) : (
        <button
          type="button"
          class="tl-button tl-bulk-objective"
          aria-haspopup="listbox"
          onClick={() => hands.begin('choose')}
        >
          {intent?.do === 'link' ? (
            <>
              <Icon of="objective" />
              <span class="tl-name" dir="auto">
                {intent.name}
              </span>
              <span class="tl-tertiary">{intent.objective}</span>
            </>
          ) : (
            <span class="tl-name">{text.chooseObjective}</span>
          )}
          <Sign of="down" />
        </button>
      )}
    </div>
  );
}

function Exempting({ hands }: { hands: Hands }): VNode {
  const { intent } = hands;
  const now = intent?.do === 'exempt' ? intent : { do: 'exempt' as const, reason: '', until: '' };
  return (
    <div class="tl-bulk-what tl-bulk-exempt">
      <ExemptFields reason={now.reason} until={now.until} change={(next) => hands.intend({ ...now, ...next })} />
    </div>
  );
}

/** Shares of the plan, and of an objective its delivery and its forecast: as they are, and as they would be. */
function Outlook({ outlook, hands, format }: { outlook: Batch; hands: Hands; format: Format }): VNode {
  const { before, after } = outlook;
  const share = (of: Part): [number | null, number | null] => [
    before.coverage?.share?.[of] ?? null,
    after.coverage?.share?.[of] ?? null,
  ];
  const isLink = hands.intent?.do === 'link';
  const already = (outlook.alreadyLinked ?? outlook.alreadyExempt ?? []).length;
  const { delivery } = after;
  return (
    <dl>
      {(isLink ? (['aligned'] as const) : (['exempt', 'orphan'] as const)).map((of) => (
        <Moved key={of} name={text.shares[of]} from={share(of)[0]} to={share(of)[1]} format={format} />
      ))}
      {isLink && delivery ? (
        <div>
          <dt>{fill(text.deliveryOf, hands.intent?.do === 'link' ? hands.intent.objective : '')}</dt>
          <dd>
            <b>
              {figure(before.delivery?.progress, format, 1)} → {figure(delivery.progress, format, 1)}
            </b>
            <span class="tl-bulk-beside">
              <DeliveryMark delivery={delivery} />
              {before.delivery?.health === delivery.health ? <span class="tl-secondary">{text.stays}</span> : null}
            </span>
          </dd>
        </div>
      ) : null}
      {isLink ? (
        <div>
          <dt>{text.forecast}</dt>
          <dd>
            <b>
              {day(before.forecast?.p85, format)} → {day(after.forecast?.p85, format)}
            </b>
            <span class="tl-secondary">{after.forecast?.reason ?? ''}</span>
          </dd>
        </div>
      ) : null}
      {already > 0 ? (
        <div>
          <dt>{isLink ? text.alreadyLinked : text.alreadyExempt}</dt>
          <dd>
            <b>{format.number(already, 0)}</b>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Moved(props: { name: string; from: number | null; to: number | null; format: Format }): VNode {
  const { name, from, to, format } = props;
  const points = from === null || to === null ? 0 : (to - from) * 100;
  const sign = points > 0 ? '+' : points < 0 ? '−' : '±';
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>
          {figure(from, format, 1)} → {figure(to, format, 1)}
        </b>
        <span class="tl-secondary">{fill(text.points, sign + format.fixed(Math.abs(points), 1))}</span>
      </dd>
    </div>
  );
}

function day(iso: string | undefined, format: Format): string {
  return iso ? format.date(iso) : NOTHING;
}
