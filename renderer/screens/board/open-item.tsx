import { useStore } from 'zustand';
import { boardNumber } from '#shared/board/board-order.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { linksOf } from '#shared/work/ordered.ts';
import { showEvent } from '#renderer/state/navigation.ts';
import type { Work } from '#renderer/state/work.ts';
import { ItemDrawer } from './item-drawer.tsx';
import type { BoardActs } from './use-board-acts.ts';

interface OpenItemProps {
  readonly work: Work;
  readonly item: BoardItem;
  readonly items: readonly BoardItem[];
  readonly acts: BoardActs;
}

/** The details of the open item, with its links looked up. */
export function OpenItem({ work, item, items, acts }: OpenItemProps) {
  const state = useStore(work.store, (view) => view.state);
  const links = linksOf(state).flatMap((link) => {
    const otherId = link.from === item.id ? link.to : link.to === item.id ? link.from : undefined;
    const other = otherId === undefined ? undefined : state.board.get(otherId);
    return other === undefined ? [] : [{ link, other }];
  });
  const numberOf = (one: BoardItem): string =>
    boardNumber(items.findIndex(({ id }) => id === one.id));
  return (
    <ItemDrawer
      number={numberOf(item)}
      item={item}
      links={links}
      numberOf={numberOf}
      readOnly={work.info.readOnly !== undefined}
      onClose={acts.close}
      acts={{
        edit: () => acts.ask({ kind: 'edit', item }),
        link: () => acts.ask({ kind: 'link', item }),
        remove: () => acts.remove(item),
        showEvent: () => {
          if (item.event !== undefined) showEvent(item.event);
        },
        unlink: acts.unlink,
        go: acts.go,
        mark: (moment) => acts.mark(item, moment),
      }}
    />
  );
}
