import { type FigureLayout, layOutFigure } from '../../board/figure-layout.ts';
import { figureSvg } from '../../board/figure-svg.ts';
import { type Markup, EMPTY } from '../markup.ts';
import { countOf } from '../quantity-text.ts';
import type { Block } from './block.ts';

/**
 * How the board is drawn on paper. Width of the text on A4, in CSS pixels: the drawing scales with the page. Height:
 * what a page leaves beside a chapter's heading, a few lines that lead to the drawing, and its caption.
 */
export const FIGURE = { width: 650, maxHeight: 640, lanes: 'phase' } as const;

type Figure = Pick<Extract<Block, { kind: 'figure' }>, 'items' | 'links'>;

export const layOut = ({ items, links }: Figure): FigureLayout | undefined =>
  layOutFigure(
    items.map(({ item }) => item),
    links,
    { ...FIGURE, numbers: new Map(items.map(({ item, number }) => [item.id, number])) },
  );

/** The drawing of a figure, as SVG. */
export function drawFigure(figure: Figure): Markup {
  const layout = layOut(figure);
  return layout === undefined
    ? EMPTY
    : figureSvg(layout, `Timeline of ${countOf(figure.items.length, 'board item')}`);
}
