import { boardNumber } from '#shared/board/board-order.ts';
import type { BoardItem } from '#shared/model/board.ts';
import type { BoardItemId } from '#shared/model/ids.ts';
import { boardByRank } from '#shared/work/ordered.ts';
import { rankBetween } from '#shared/work/rank.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { KeyTimeDialog } from '#renderer/key-times/key-time-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { changeOf, draftOf, EMPTY_DRAFT, itemOf } from './item-draft.ts';
import { LinkDialog } from './link-dialog.tsx';
import type { BoardActs } from './use-board-acts.ts';

interface BoardDialogsProps {
  readonly work: Work;
  readonly items: readonly BoardItem[];
  readonly acts: BoardActs;
}

/** Whichever dialog is asked for. */
export function BoardDialogs({ work, items, acts }: BoardDialogsProps) {
  const { dialog, ask } = acts;
  const close = (): void => ask(undefined);
  if (dialog === undefined) return null;
  switch (dialog.kind) {
    case 'new':
      return (
        <ItemDialog
          title="New board item"
          start={EMPTY_DRAFT}
          fromEvent={false}
          close={close}
          onSave={(draft) => {
            const last = boardByRank(work.store.getState().state.board).at(-1)?.rank;
            const item = itemOf(
              draft,
              crypto.randomUUID() as string as BoardItemId,
              rankBetween(last, undefined),
            );
            void tellDone(work, work.act({ kind: 'board.add', item }));
          }}
        />
      );
    case 'edit':
      return (
        <ItemDialog
          title="Edit board item"
          start={draftOf(dialog.item)}
          fromEvent={dialog.item.event !== undefined}
          close={close}
          onSave={(draft) => {
            const change = changeOf(dialog.item, draft);
            if (Object.keys(change).length === 0) return;
            void tellDone(work, work.act({ kind: 'board.edit', item: dialog.item.id, change }));
          }}
        />
      );
    case 'link':
      return (
        <LinkDialog
          item={dialog.item}
          others={items.map((item, n) => ({ number: boardNumber(n), item }))}
          close={close}
          onLink={(link) => void tellDone(work, work.act({ kind: 'board.link', link }))}
        />
      );
    case 'key-time':
      return (
        <KeyTimeDialog
          name={dialog.name}
          now={work.store.getState().state.moments.get(dialog.name)}
          items={items}
          close={close}
          onMark={(mark) => void tellDone(work, work.act(mark))}
        />
      );
    default:
      throw new Error(`no dialog for ${JSON.stringify(dialog)}`);
  }
}
