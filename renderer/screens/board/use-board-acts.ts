import { useState } from 'react';
import type { BoardItem, BoardLink } from '#shared/model/board.ts';
import type { MomentName } from '#shared/work/op.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { announce } from '#renderer/state/announce.ts';
import { showEvent } from '#renderer/state/navigation.ts';
import { notify } from '#renderer/state/notify.ts';
import { saved, tellDone } from '#renderer/state/work-acts.ts';
import type { Done, Work } from '#renderer/state/work.ts';
import { laneKeyOf } from '#shared/board/lanes.ts';
import { moveInTime, type Move, moveToLane, moveToNextLane } from './board-moves.ts';
import type { BoardPlaceStore } from './board-place.ts';
import type { BoardRow } from './board-rows.ts';
import { MOST_ON_A_BOARD } from './drawing-items.ts';
import { markOf } from '#renderer/key-times/key-time-dialog.tsx';

export type BoardDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit'; readonly item: BoardItem }
  | { readonly kind: 'link'; readonly item: BoardItem }
  | { readonly kind: 'key-time'; readonly name: MomentName };

export interface BoardActs {
  readonly dialog: BoardDialog | undefined;
  readonly ask: (dialog: BoardDialog | undefined) => void;
  readonly remove: (item: BoardItem) => void;
  readonly unlink: (link: BoardLink) => void;
  readonly toLane: (id: string, lane: string) => void;
  readonly mark: (item: BoardItem, moment: MomentName) => void;
  readonly go: (item: BoardItem) => void;
  readonly close: () => void;
}

const FULL = `It holds ${MOST_ON_A_BOARD.toLocaleString('en')} items, more than anybody reads as a story. Take off what does not decide anything; events keep their tags in Explore.`;

/** What can be done to the board, by command and by pointer. */
export function useBoardActs(
  work: Work,
  store: BoardPlaceStore,
  items: readonly BoardItem[],
  rows: readonly BoardRow[],
): BoardActs {
  const [dialog, ask] = useState<BoardDialog>();
  const current = (): BoardItem | undefined => {
    const row = rows[store.getState().cursor];
    return row?.kind === 'item' ? row.item : undefined;
  };
  const tell = (done: Done): void => void tellDone(work, done);

  const onCurrent = (act: (item: BoardItem) => void) => (): void => {
    const item = current();
    if (item !== undefined) act(item);
  };
  const refused = (made: Move): made is Extract<Move, { ok: false }> => {
    if (!made.ok) notify({ text: made.why });
    return !made.ok;
  };
  const inTime = (direction: -1 | 1) =>
    onCurrent((item) => {
      const made = moveInTime(items, item, direction);
      if (refused(made)) return;
      void saved(work.act(made.body));
      store.setState(({ cursor }) => ({ cursor: cursor + direction }));
      announce(`${item.title} moved ${direction === -1 ? 'up' : 'down'}`);
    });
  const toLane = (made: Move): void => {
    if (!refused(made)) tell(work.act(made.body));
  };
  const inLane = (direction: -1 | 1) =>
    onCurrent((item) => toLane(moveToNextLane(items, item, store.getState().lanes, direction)));
  const remove = (item: BoardItem): void => {
    if (store.getState().open === item.id) store.setState({ open: undefined });
    tell(work.act({ kind: 'board.remove', item: item.id }));
  };
  const writable = work.info.readOnly === undefined;

  useCommand(
    'board.new',
    () => {
      if (items.length < MOST_ON_A_BOARD) ask({ kind: 'new' });
      else notify({ text: 'The board is full.', detail: FULL });
    },
    writable,
  );
  useCommand(
    'board.edit',
    onCurrent((item) => ask({ kind: 'edit', item })),
    writable,
  );
  useCommand(
    'board.link',
    onCurrent((item) => ask({ kind: 'link', item })),
    writable,
  );
  useCommand('board.remove', onCurrent(remove), writable);
  useCommand('board.earlier', inTime(-1), writable);
  useCommand('board.later', inTime(1), writable);
  useCommand('board.lane-before', inLane(-1), writable);
  useCommand('board.lane-after', inLane(1), writable);
  useCommand('board.fit', () => store.setState(({ fit = 0 }) => ({ fit: fit + 1 })));
  useCommand('board.close', () => store.setState({ open: undefined }));
  useCommand(
    'board.event',
    onCurrent(({ event }) => (event === undefined ? undefined : showEvent(event))),
  );

  return {
    dialog,
    ask,
    remove,
    unlink: (link) => tell(work.act({ kind: 'board.unlink', link })),
    toLane: (id, lane) => {
      const item = items.find((one) => one.id === id);
      if (item === undefined || laneKeyOf(item, store.getState().lanes) === lane) return;
      toLane(moveToLane(item, store.getState().lanes, lane));
    },
    mark: (item, moment) => {
      const mark = markOf(moment, item);
      if (mark !== undefined) tell(work.act(mark));
    },
    go: (item) => {
      const cursor = rows.findIndex((row) => row.kind === 'item' && row.item.id === item.id);
      store.setState({ open: item.id, ...(cursor >= 0 && { cursor }) });
    },
    close: () => store.setState({ open: undefined }),
  };
}
