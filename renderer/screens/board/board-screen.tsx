import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { inOrder } from '#shared/board/board-order.ts';
import type { LaneKind } from '#shared/board/lanes.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { linksOf } from '#shared/work/ordered.ts';
import { CaseWork } from '#renderer/records/case-work.tsx';
import { goTo } from '#renderer/state/navigation.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { useUnscrolled } from '#renderer/state/unscrolled.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { BoardIcon, ExploreIcon } from '#renderer/ui/icons.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import type { Pane } from '#renderer/ui/panes.tsx';
import { Panes } from '#renderer/ui/panes.tsx';
import { BoardDialogs } from './board-dialogs.tsx';
import { BoardDrawing } from './board-drawing.tsx';
import { BoardHead, NewItemButton } from './board-head.tsx';
import { createBoardPlace } from './board-place.ts';
import { boardRows } from './board-rows.ts';
import { BoardTable } from './board-table.tsx';
import { MOST_ON_A_BOARD } from './drawing-items.ts';
import { KeyTimeStrip } from './key-time-strip.tsx';
import { OpenItem } from './open-item.tsx';
import type { BoardActs } from './use-board-acts.ts';
import { useBoardActs } from './use-board-acts.ts';
import { useBoardErrand } from './use-board-errand.ts';
import './board.css';

/** The story as it is told: curated moments over time, drawn and as a table. */
export const BoardScreen = () => <CaseWork>{(work) => <Board work={work} />}</CaseWork>;

function Board({ work }: { readonly work: Work }) {
  const places = usePlaces();
  const [store] = useState(() => createBoardPlace(places));
  const place = useUnscrolled(store);
  const board = useStore(work.store, ({ state }) => state.board);
  const items = useMemo(() => inOrder(board.values()), [board]);
  const rows = useMemo(() => boardRows(items), [items]);
  const links = useStore(work.store, ({ state }) => linksOf(state));
  const acts = useBoardActs(work, store, items, rows);
  const readOnly = work.info.readOnly !== undefined;

  const showRow = (id: string | undefined, open: boolean): void => {
    const cursor = rows.findIndex((row) => row.kind === 'item' && row.item.id === id);
    if (id === undefined || cursor < 0) return;
    store.setState({ cursor, ...((open || place.open !== undefined) && { open: id }) });
  };
  useBoardErrand(store, rows);
  const current = rows[place.cursor];
  const selected = current?.kind === 'item' ? current.item.id : undefined;
  const views: readonly (Pane | false)[] = [
    place.view !== 'table' && {
      id: 'drawing',
      label: 'the drawing',
      size: '48%',
      min: '160px',
      content:
        items.length > MOST_ON_A_BOARD ? (
          <TooManyItems count={items.length} />
        ) : (
          <BoardDrawing
            items={items}
            links={links}
            lanes={place.lanes}
            selected={selected}
            movable={!readOnly}
            fit={place.fit ?? 0}
            onSelect={(id) => showRow(id, false)}
            onOpen={(id) => showRow(id, true)}
            onLane={acts.toLane}
          />
        ),
    },
    {
      id: 'table',
      label: 'the table',
      min: '120px',
      content: <BoardTable rows={rows} items={items} store={store} />,
    },
  ];
  const main =
    items.length === 0 ? (
      <EmptyState
        icon={BoardIcon}
        title="The board is empty"
        actions={
          <>
            <Button icon={ExploreIcon} onPress={() => goTo('explore')}>
              Go to Explore
            </Button>
            {readOnly ? null : <NewItemButton />}
          </>
        }
      >
        In Explore, select the events that matter and press b (To board), each with why it is there.
        What is known from people or paper is added here by hand, and says from whom.
      </EmptyState>
    ) : (
      <Panes
        id="board-views"
        direction="vertical"
        layout={place.drawing}
        onLayout={(drawing) => store.setState({ drawing })}
        panes={views.filter((view) => view !== false)}
      />
    );
  return (
    <>
      <BoardHead items={items} store={store} readOnly={readOnly} />
      {items.length === 0 ? null : (
        <KeyTimeStrip
          work={work}
          items={items}
          onSet={(name) => acts.ask({ kind: 'key-time', name })}
        />
      )}
      <Panes
        id="board"
        layout={place.layout}
        onLayout={(layout) => store.setState({ layout })}
        panes={[
          { id: 'main', label: 'the board', min: '360px', content: main },
          ...openPane({
            work,
            item: items.find(({ id }) => id === place.open),
            items,
            lanes: place.lanes,
            acts,
          }),
        ]}
      />
      <BoardDialogs work={work} items={items} acts={acts} />
    </>
  );
}

function TooManyItems({ count }: { readonly count: number }) {
  return (
    <EmptyState icon={BoardIcon} title="Too much to be drawn">
      The board holds {countOf(count, 'item')}; a drawing of more than {countText(MOST_ON_A_BOARD)}{' '}
      shows nothing. The table below has them all. Take off what does not decide anything: events
      keep their tags, and Explore is where to search many.
    </EmptyState>
  );
}

interface OpenPaneOptions {
  readonly work: Work;
  readonly item: BoardItem | undefined;
  readonly items: readonly BoardItem[];
  readonly lanes: LaneKind;
  readonly acts: BoardActs;
}

const openPane = ({ item, ...rest }: OpenPaneOptions): readonly Pane[] =>
  item === undefined
    ? []
    : [
        {
          id: 'item',
          label: 'the details',
          size: '380px',
          min: '280px',
          max: '60%',
          content: <OpenItem key={item.id} item={item} {...rest} />,
        },
      ];
