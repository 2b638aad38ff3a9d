import { layOutFigure } from '#shared/board/figure-layout.ts';
import { FIGURE } from '#shared/report/content/draw-figure.ts';
import { countOf } from '#shared/report/quantity-text.ts';
import type { ReportModel } from '../model.ts';
import type { Block } from '#shared/report/content/block.ts';
import { type Inline, text } from '#shared/report/content/inline.ts';

const LEGEND: readonly Inline[] = [
  { kind: 'mark', standing: 'proven', confidence: 'high' },
  text(' proven by a cited event  '),
  { kind: 'mark', standing: 'inferred', confidence: 'high' },
  text(' inferred  '),
  { kind: 'mark', standing: 'assumed', confidence: 'high' },
  text(' assumed; filled: high confidence  '),
  { kind: 'mark', standing: 'proven', confidence: 'medium' },
  text(' medium  '),
  { kind: 'mark', standing: 'proven', confidence: 'low' },
  text(' low. '),
];

/** The board drawn over time, lanes by phase. */
export function boardFigure(model: ReportModel): readonly Block[] {
  const items = model.board.items.map(({ item }) => item);
  const layout = layOutFigure(items, model.board.links, FIGURE);
  if (layout === undefined) {
    const why = items.length === 0 ? 'The board is empty.' : 'No board item has a time.';
    return [{ kind: 'notice', tone: 'plain', text: [text(why)] }];
  }
  const folded =
    layout.axis.folds.length === 0
      ? 'Times are UTC.'
      : 'Times are UTC. Breaks fold time without items; each stretch between them has its own scale.';
  const curves =
    layout.links.length === 0
      ? ''
      : 'Curves join items that led to one another (solid), enabled one another (dashed) or are related (dotted). ';
  const left = [
    layout.undated > 0 ? `${countOf(layout.undated, 'item')} without a time not drawn` : '',
    layout.grouped > 0 ? `${countOf(layout.grouped, 'item')} drawn as a count only (+n)` : '',
  ].filter((part) => part !== '');
  return [
    {
      kind: 'figure',
      items: model.board.items,
      links: model.board.links,
      caption: [
        text('The incident over time. ', 'strong'),
        ...LEGEND,
        text(
          `A line under an item shows how long it lasted; dotted, how far its imprecise time reaches. ${curves}${folded}${left.length > 0 ? ` ${left.join('; ')}.` : ''} Items have the numbers of the board.`,
        ),
      ],
      alternative: `Timeline of ${countOf(items.length, 'board item')} in ${countOf(layout.lanes.length, 'lane')}, numbered as on the board.`,
    },
  ];
}
