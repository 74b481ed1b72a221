import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get, Problem } from '../shared/api';
import { fill, type Format } from '../shared/format';
import { treeUrl, workUrl } from '../shared/host';
import { DeliveryBar, figure, Icon, Sign, type Square } from '../shared/marks';
import type { LinkNode, Listing, ObjectiveNode, Tree } from '../shared/shapes';
import { Trouble } from '../shared/trouble';
import { text } from './words';

/** The items behind the number, those that the reader may see, under the link by which each got here. */

interface Item {
  key: string;
  summary: string;
  type: string;
  status: string;
  category: 'TO_DO' | 'IN_PROGRESS' | 'DONE';
  size: number | null;
  unsized: boolean;
  excluded: boolean;
  via: 'SELF' | 'PARENT' | 'PROJECT' | 'QUERY';
  viaRef: string | null;
  link?: number;
}

interface Props {
  tree: Tree;
  node: ObjectiveNode;
  format: Format;
  mayEdit: boolean;
}

const PAGE = 25;

export function Work({ tree, node, format, mayEdit }: Props): VNode {
  const { items, total, problem, more } = useItems(node);
  const links = node.links ?? [];
  const known = new Set(links.map((link) => link.id));
  const size = (value: number): string =>
    format.number(tree.sizeMeasure === 'ORIGINAL_ESTIMATE' ? value / 3600 : value, 1);
  const row = (item: Item, depth: number): VNode => (
    <ItemRow key={`${item.key}${item.link ?? ''}`} item={item} depth={depth} size={size} />
  );
  return (
    <section aria-label={text.work}>
      <div class="tl-obj-section">
        <h2 class="tl-section">
          {text.work}{' '}
          {node.delivery ? (
            <span class="tl-tertiary">{format.plural(node.delivery.items, text.itemsOne, text.items)}</span>
          ) : null}
        </h2>
        {mayEdit ? (
          <a class="tl-button tl-button-small tl-noprint" href={treeUrl(tree.key, node.key)}>
            <Sign of="link" />
            {text.linkWork}
          </a>
        ) : null}
      </div>
      {problem instanceof Problem && problem.code === 'INDEXING' ? null : problem ? (
        <Trouble problem={problem} what={text.workUnread} retry={more} />
      ) : null}
      {links.length === 0 && total === 0 ? <p class="tl-secondary">{text.workNone}</p> : null}
      {links.length > 0 || items.length > 0 ? (
        <table class="tl-obj-table">
          <thead>
            <tr>
              <th scope="col">{text.item}</th>
              <th scope="col">{text.through}</th>
              <th scope="col">{text.status}</th>
              <th scope="col" class="tl-num">
                {text.size}
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => [
              <LinkRow key={link.id} link={link} tree={tree} format={format} />,
              ...items
                .filter((item) => item.link === link.id && item.key !== link.target.ref)
                .map((item) => row(item, 1)),
            ])}
            {items.filter((item) => item.link === undefined || !known.has(item.link)).map((item) => row(item, 0))}
          </tbody>
        </table>
      ) : null}
      {items.length < total ? (
        <p class="tl-secondary">
          {fill(text.shown, format.number(items.length, 0), format.number(total, 0))}{' '}
          <button type="button" class="tl-textlink" onClick={more}>
            {text.more}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function LinkRow({ link, tree, format }: { link: LinkNode; tree: Tree; format: Format }): VNode {
  const { kind, ref, title, hidden } = link.target;
  const square: Square = hidden ? 'hidden' : kind === 'PROJECT' ? 'project' : kind === 'JQL' ? 'query' : 'epic';
  const { delivery } = link;
  return (
    <tr class="tl-obj-link">
      <th scope="row">
        <Icon of={square} />
        <span>
          {ref === null ? (
            text.hiddenWork
          ) : (
            <>
              <a href={workUrl(kind, ref)}>{ref}</a> <span dir="auto">{title}</span>
            </>
          )}
        </span>
      </th>
      <td class="tl-secondary">
        <Sign of="link" /> {text.vias.SELF}
      </td>
      <td>
        {delivery ? (
          <div class="tl-gauge">
            <DeliveryBar delivery={delivery} tick={false} />
          </div>
        ) : null}
      </td>
      <td class="tl-num">
        {delivery && delivery.total > 0 ? format.sizeOf(delivery.done, delivery.total, tree.sizeMeasure) : ''}{' '}
        <span class="tl-secondary">{delivery ? figure(delivery.progress, format) : ''}</span>
      </td>
    </tr>
  );
}

const LOZENGES = { TO_DO: 'tl-none', IN_PROGRESS: 'tl-moving', DONE: 'tl-good' };

function ItemRow({ item, depth, size }: { item: Item; depth: number; size: (value: number) => string }): VNode {
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: `${8 + depth * 24}px` }}>
        <Icon of="issue" />
        <span>
          <a href={workUrl('ISSUE', item.key)}>{item.key}</a> {item.summary}
        </span>
      </th>
      <td class="tl-secondary">{fill(text.vias[item.via], item.viaRef ?? text.viaHidden)}</td>
      <td>
        <span class={`tl-badge ${LOZENGES[item.category]}`}>{item.status}</span>
      </td>
      <td class="tl-num">
        {item.excluded ? (
          <span class="tl-tertiary">{text.cancelled}</span>
        ) : item.size === null ? null : item.unsized ? (
          <span class="tl-tertiary">{fill(text.noSize, size(item.size))}</span>
        ) : (
          size(item.size)
        )}
      </td>
    </tr>
  );
}

function useItems(node: ObjectiveNode): { items: readonly Item[]; total: number; problem: unknown; more: () => void } {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [total, setTotal] = useState(0);
  const [problem, setProblem] = useState<unknown>(null);
  const [wanted, setWanted] = useState({ limit: PAGE });
  // other numbers mean other items
  const seen = JSON.stringify([node.delivery?.total, node.delivery?.done, node.delivery?.inProgress]);
  useEffect(() => {
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      try {
        const all: Item[] = [];
        for (let start = 0; start < wanted.limit; start += PAGE) {
          const path = `/objectives/${encodeURIComponent(node.key)}/work?start=${start}&limit=${PAGE}`;
          const page = await get<Listing<Item>>(path, stop.signal);
          all.push(...page.values);
          setTotal(page.total);
          if (page.isLast) break;
        }
        setItems(all);
        setProblem(null);
      } catch (failed) {
        if (!stop.signal.aborted) setProblem(failed);
      }
    };
    void read();
    return () => stop.abort();
  }, [node.key, wanted, seen]);
  return { items, total, problem, more: () => setWanted({ limit: problem ? wanted.limit : wanted.limit + PAGE }) };
}
