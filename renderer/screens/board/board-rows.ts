import { boardNumber } from '#shared/board/board-order.ts';
import { gapsOf } from '#shared/board/gaps.ts';
import { uncertaintyBetween } from '#shared/board/uncertainty.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { formatDuration } from '#shared/model/duration.ts';

export type BoardRow =
  | {
      readonly kind: 'item';
      readonly item: BoardItem;
      readonly number: string;
      /** Why it is open whether this came before or after the item above it. */
      readonly uncertain?: string;
    }
  | { readonly kind: 'gap'; readonly text: string };

/** The board as lines of a table, with its gaps as lines of their own. `items` in board order. */
export function boardRows(items: readonly BoardItem[]): readonly BoardRow[] {
  const gaps = new Map(gapsOf(items).map((gap) => [gap.before, gap]));
  return items.flatMap((item, n): readonly BoardRow[] => {
    const gap = gaps.get(n);
    const before = items[n - 1];
    const open = before?.time !== undefined && item.time !== undefined;
    const uncertain = open ? uncertaintyBetween(before, item) : undefined;
    const row: BoardRow = {
      kind: 'item',
      item,
      number: boardNumber(n),
      ...(uncertain !== undefined && { uncertain }),
    };
    if (gap === undefined) return [row];
    return [{ kind: 'gap', text: `${formatDuration(gap.to - gap.from)} without items` }, row];
  });
}
