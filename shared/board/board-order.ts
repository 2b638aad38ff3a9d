import type { BoardItem } from '../model/board.ts';
import { compareText } from '../report/numbering.ts';

/** As the story runs: by time, equal times by rank, items without a time last. */
export function compareItems(a: BoardItem, b: BoardItem): number {
  if (a.time !== b.time) {
    if (a.time === undefined) return 1;
    if (b.time === undefined) return -1;
    return a.time < b.time ? -1 : 1;
  }
  return compareText(a.rank, b.rank) || compareText(a.id, b.id);
}

export const inOrder = (items: Iterable<BoardItem>): readonly BoardItem[] =>
  [...items].sort(compareItems);

/** `B1` for the first item of the whole board, and so on: how figure, table and text speak of an item. */
export const boardNumber = (position: number): string => `B${position + 1}`;
