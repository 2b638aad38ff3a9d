import { useState } from 'react';
import type { BoardItem, BoardLink, Phase } from '#shared/model/board.ts';
import { PHASES } from '#shared/model/board.ts';
import type { MomentName } from '#shared/work/op.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { announce } from '#renderer/state/announce.ts';
import { showEvent } from '#renderer/state/navigation.ts';
import { notify } from '#renderer/state/notify.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Done, Work } from '#renderer/state/work.ts';
import { moveInTime, type Move, moveToPhase } from './board-moves.ts';
import type { BoardPlaceStore } from './board-place.ts';
import type { BoardRow } from './board-rows.ts';

export type BoardDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit'; readonly item: BoardItem }
  | { readonly kind: 'link'; readonly item: BoardItem };

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
  const move = (made: Move, direction: -1 | 1, said: string): void => {
    if (!made.ok) {
      notify({ text: made.why });
      return;
    }
    void work.act(made.body);
    if (made.body.kind === 'board.order' && made.body.lane === undefined) {
      store.setState(({ cursor }) => ({ cursor: cursor + direction }));
    }
    announce(said);
  };
  const inTime = (direction: -1 | 1) =>
    onCurrent((item) =>
      move(
        moveInTime(items, item, direction),
        direction,
        `${item.title} moved ${direction === -1 ? 'up' : 'down'}`,
      ),
    );
  const inLane = (direction: -1 | 1) =>
    onCurrent((item) => {
      const phase = PHASES[PHASES.indexOf(item.phase) + direction];
      move(moveToPhase(item, direction), direction, `${item.title} is now in ${phase ?? ''}`);
    });
  const remove = (item: BoardItem): void => {
    if (store.getState().open === item.id) store.setState({ open: undefined });
    tell(work.act({ kind: 'board.remove', item: item.id }));
  };
  const writable = work.info.readOnly === undefined;

  useCommand('board.new', () => ask({ kind: 'new' }), writable);
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
      const phase = PHASES.find((one): one is Phase => one === lane);
      if (item === undefined || phase === undefined || item.phase === phase) return;
      tell(work.act({ kind: 'board.order', item: item.id, rank: item.rank, lane: phase }));
    },
    mark: ({ event, time }, moment) => {
      if (event !== undefined) tell(work.act({ kind: 'moment.mark', moment, event }));
      else if (time !== undefined) tell(work.act({ kind: 'moment.mark', moment, at: time }));
    },
    go: (item) => {
      const cursor = rows.findIndex((row) => row.kind === 'item' && row.item.id === item.id);
      store.setState({ open: item.id, ...(cursor >= 0 && { cursor }) });
    },
    close: () => store.setState({ open: undefined }),
  };
}
