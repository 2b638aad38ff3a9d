import { useMemo } from 'react';
import { inOrder } from '#shared/board/board-order.ts';
import { layOutFigure } from '#shared/board/figure-layout.ts';
import { figureSvg } from '#shared/board/figure-svg.ts';
import { FIGURE } from '#shared/report/content/draw-figure.ts';
import { linksOf } from '#shared/work/ordered.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { countOf } from '#renderer/ui/number-text.ts';

/** The board drawn as it prints. As an image: what is in it stays a picture, whatever evidence named things. */
export function BoardFigurePreview() {
  const state = useWorkView((view) => view.state);
  const { board } = state;
  const drawing = useMemo(() => {
    const layout = layOutFigure(inOrder(board.values()), linksOf(state), FIGURE);
    if (layout === undefined) return undefined;
    const svg = figureSvg(layout, `Timeline of ${countOf(board.size, 'board item')}`).toString();
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  }, [board, state]);
  if (drawing === undefined) {
    return (
      <p className="fl-live-none">
        {board.size === 0
          ? 'The board is empty. Put events on it from Explore (b).'
          : 'No board item has a time.'}
      </p>
    );
  }
  return (
    <img
      className="fl-live-figure"
      src={drawing}
      alt={`Timeline of ${countOf(board.size, 'board item')}`}
    />
  );
}
