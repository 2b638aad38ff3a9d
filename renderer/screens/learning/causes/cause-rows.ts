import { boardNumber } from '#shared/board/board-order.ts';
import type { CauseGroup, CauseNode } from '#shared/learning/cause-tree.ts';
import type { BoardItem, BoardLink } from '#shared/model/board.ts';
import type { BoardItemId } from '#shared/model/ids.ts';
import type { Cause } from '#shared/records/kinds/cause.ts';

export type CauseRow =
  | {
      readonly kind: 'item';
      /** Absent over the causes of no item in particular. */
      readonly item?: BoardItem;
      /** `B14 Account created`. */
      readonly title: string;
      /** The items that led to it or enabled it, the nearest first. */
      readonly after: string;
    }
  | {
      readonly kind: 'cause';
      readonly cause: Cause;
      /** 1 right under the item. */
      readonly level: number;
      readonly whys: number;
    };

const CHAIN: ReadonlySet<BoardLink['kind']> = new Set(['led-to', 'enabled']);
const SHOWN = 3;

/** The causes as lines of a tree: each item of the board that has any, then its whys, one level deeper each. */
export function causeRows(
  groups: readonly CauseGroup[],
  items: readonly BoardItem[],
  links: readonly BoardLink[],
): readonly CauseRow[] {
  const named = new Map(
    items.map((item, n) => [item.id, { item, title: `${boardNumber(n)} ${item.title}` }]),
  );
  const below = (nodes: readonly CauseNode[], level: number): readonly CauseRow[] =>
    nodes.flatMap(({ cause, whys }): readonly CauseRow[] => [
      { kind: 'cause', cause, level, whys: whys.length },
      ...below(whys, level + 1),
    ]);
  return groups.flatMap(({ item: id, causes }): readonly CauseRow[] => {
    const known = id === undefined ? undefined : named.get(id);
    const head: CauseRow = {
      kind: 'item',
      title: known?.title ?? 'The incident as a whole',
      after: id === undefined ? '' : chainTo(id, named, links),
      ...(known !== undefined && { item: known.item }),
    };
    return [head, ...below(causes, 1)];
  });
}

/** `B9 Memory of LSASS read ← B1 Session left open`: back along the links, at most three steps, circles cut. */
function chainTo(
  id: BoardItemId,
  named: ReadonlyMap<BoardItemId, { readonly title: string }>,
  links: readonly BoardLink[],
): string {
  const seen = new Set<BoardItemId>([id]);
  const steps: string[] = [];
  for (let at = id; steps.length < SHOWN;) {
    const link = links.find(
      ({ from, to, kind }) => to === at && CHAIN.has(kind) && !seen.has(from),
    );
    if (link === undefined) break;
    seen.add(link.from);
    steps.push(named.get(link.from)?.title ?? '');
    at = link.from;
  }
  return steps.join(' ← ');
}

/** The row that the cursor is on: that of its cause, or else the one it was left at. */
export function rowAtCursor(
  rows: readonly CauseRow[],
  { causeAt, causeRow }: { readonly causeAt?: string | undefined; readonly causeRow: number },
): number {
  const at = rows.findIndex((row) => row.kind === 'cause' && row.cause.id === causeAt);
  return at >= 0 ? at : Math.max(0, Math.min(causeRow, rows.length - 1));
}
