import { useStore } from 'zustand';
import { boardNumber } from '#shared/board/board-order.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { actionOfItem } from '#shared/response/actions/action-item.ts';
import { linksOf } from '#shared/work/ordered.ts';
import { showEvent } from '#renderer/state/navigation.ts';
import type { Work } from '#renderer/state/work.ts';
import type { LaneKind } from '#shared/board/lanes.ts';
import { laneChoices } from './board-moves.ts';
import { FromAction } from './from-action.tsx';
import { ItemDrawer } from './item-drawer.tsx';
import type { BoardActs } from './use-board-acts.ts';

interface OpenItemProps {
  readonly work: Work;
  readonly item: BoardItem;
  readonly items: readonly BoardItem[];
  readonly lanes: LaneKind;
  readonly acts: BoardActs;
}

/** The details of the open item, with its links looked up. */
export function OpenItem({ work, item, items, lanes, acts }: OpenItemProps) {
  const state = useStore(work.store, (view) => view.state);
  const links = linksOf(state).flatMap((link) => {
    const otherId = link.from === item.id ? link.to : link.to === item.id ? link.from : undefined;
    const other = otherId === undefined ? undefined : state.board.get(otherId);
    return other === undefined ? [] : [{ link, other }];
  });
  const marked = [...state.moments].flatMap(([name, { event, at }]) =>
    (event !== undefined && event === item.event) || (at !== undefined && at === item.time)
      ? [name]
      : [],
  );
  const action = actionOfItem(item.id, state);
  const numberOf = (one: BoardItem): string =>
    boardNumber(items.findIndex(({ id }) => id === one.id));
  return (
    <ItemDrawer
      number={numberOf(item)}
      item={item}
      links={links}
      numberOf={numberOf}
      lanes={{ by: lanes, choices: laneChoices(items, lanes) }}
      marked={marked}
      readOnly={work.info.readOnly !== undefined}
      onClose={acts.close}
      origin={action === undefined ? undefined : <FromAction work={work} action={action} />}
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
        toLane: (lane) => acts.toLane(item.id, lane),
      }}
    />
  );
}
