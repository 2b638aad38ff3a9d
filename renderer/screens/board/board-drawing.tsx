import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { gapsOf } from '#shared/board/gaps.ts';
import { lanesOf, type LaneKind } from '#shared/board/lanes.ts';
import type { BoardItem, BoardLink } from '#shared/model/board.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { BoardTimeline } from './board-timeline.ts';
import { drawnItems, GAP_LANE, MOST_DRAWN, type Window, wholeBoard } from './drawing-items.ts';

interface BoardDrawingProps {
  /** In board order. */
  readonly items: readonly BoardItem[];
  readonly links: readonly BoardLink[];
  readonly lanes: LaneKind;
  readonly selected: string | undefined;
  readonly movable: boolean;
  /** Raised when all of the board is to be shown again. */
  readonly fit: number;
  readonly onSelect: (id: string | undefined) => void;
  readonly onOpen: (id: string) => void;
  readonly onLane: (id: string, lane: string) => void;
}

/** The board drawn over time. Hidden from screen readers: the table beside it says the same. */
export function BoardDrawing(props: BoardDrawingProps) {
  const { items, links, lanes, selected, movable, fit } = props;
  const times = useSettings((settings) => settings.times);
  const place = useRef<HTMLDivElement>(null);
  const timeline = useRef<BoardTimeline>(undefined);
  const [window, setWindow] = useState<Window>(() => wholeBoard(items) ?? { from: 0, to: 1 });
  const dated = useMemo(() => items.filter(({ time }) => time !== undefined), [items]);
  const gaps = useMemo(() => gapsOf(dated), [dated]);
  const drawn = useMemo(() => drawnItems(dated, gaps, lanes, window), [dated, gaps, lanes, window]);

  const onSelect = useEffectEvent((id: string | undefined) => props.onSelect(id));
  const onOpen = useEffectEvent((id: string) => props.onOpen(id));
  const onLane = useEffectEvent((id: string, lane: string) => props.onLane(id, lane));
  const firstWindow = useEffectEvent(() => window);

  useEffect(() => {
    if (place.current === null) return undefined;
    const made = new BoardTimeline(
      place.current,
      {
        select: (id) => onSelect(id),
        open: (id) => onOpen(id),
        toLane: (id, lane) => onLane(id, lane),
        window: setWindow,
      },
      firstWindow(),
    );
    timeline.current = made;
    return () => {
      made.destroy();
      timeline.current = undefined;
    };
  }, []);
  useEffect(() => {
    timeline.current?.set({ times, lanesMovable: movable });
  }, [times, movable]);
  useEffect(() => {
    timeline.current?.show(
      drawn,
      [
        ...(gaps.length === 0 ? [] : [{ key: GAP_LANE, title: 'without items' }]),
        ...lanesOf(dated, lanes),
      ],
      links,
    );
  }, [drawn, dated, gaps, lanes, links]);
  useEffect(() => timeline.current?.select(selected), [selected]);
  const reveal = useEffectEvent((id: string | undefined) => {
    const time = dated.find((item) => item.id === id)?.time;
    if (time !== undefined) timeline.current?.reveal(Number(time / 1_000_000n));
  });
  useEffect(() => reveal(selected), [selected]);
  const showAll = useEffectEvent(() => {
    const whole = wholeBoard(items);
    if (whole !== undefined) timeline.current?.look(whole);
  });
  useEffect(() => {
    if (fit > 0) showAll();
  }, [fit]);

  const undated = items.length - dated.length;
  const counted = drawn.some(({ kind }) => kind === 'count');
  return (
    <div className="fl-drawing" aria-hidden>
      <div ref={place} className="fl-drawing-canvas" />
      {counted || undated > 0 ? (
        <p className="fl-drawing-note">
          {counted
            ? `More than ${MOST_DRAWN} items in view: crowded stretches are counted. Zoom in, or press a count, to see its items. `
            : ''}
          {undated > 0
            ? `${undated} without a time ${undated === 1 ? 'is' : 'are'} in the table only.`
            : ''}
        </p>
      ) : null}
    </div>
  );
}
