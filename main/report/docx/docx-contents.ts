import {
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { visibleText } from '#shared/report/markup.ts';
import type { Block } from '#shared/report/content/block.ts';
import type { Chapter } from '../chapters.ts';
import { bookmarkName } from './docx-inline.ts';

/** Lines and rows of a document whose pages are laid out here; a longer one would take many seconds. */
const MOST_LAID_OUT = 3_000;

/**
 * Whether the page numbers are written with the file, so that Word need not ask whether it may fill them in. In a longer
 * document they are left to Word.
 */
export const isLaidOut = (chapters: readonly Chapter[]): boolean =>
  chapters.reduce((sum, { blocks }) => sum + sizeOf(blocks), 0) <= MOST_LAID_OUT;

const sizeOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    if (block.kind === 'table') return sum + block.table.rows.length;
    return sum + (block.kind === 'facts' ? block.facts.rows.length : 1);
  }, 0);

/**
 * The contents, laid out as a field of Word's own with its lines as they are now, so that it can be made anew there.
 * Without page numbers to show it is only its lines, which LibreOffice then numbers: within the field it would not.
 */
export function docxContents(
  chapters: readonly Chapter[],
  width: number,
): readonly (Paragraph | TableOfContents)[] {
  const lines = chapters.map((chapter) => contentsLine(chapter, width));
  const field = { hyperlink: true, headingStyleRange: '1-2', contentChildren: lines };
  return [
    new Paragraph({ style: 'TOCHeading', text: 'Contents', pageBreakBefore: true }),
    ...(isLaidOut(chapters) ? [new TableOfContents('Contents', field)] : lines),
  ];
}

const contentsLine = ({ number, title, level, anchor }: Chapter, width: number): Paragraph =>
  new Paragraph({
    style: level === 2 ? 'TOC2' : 'TOC1',
    tabStops: [
      { type: TabStopType.LEFT, position: level === 2 ? 1_060 : 480 },
      { type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT },
    ],
    children: [
      new InternalHyperlink({
        anchor: bookmarkName(anchor),
        children: [
          new TextRun(visibleText(`${number}\t${title}`).replaceAll('\n', ' ')),
          new TextRun('\t'),
          new PageReference(bookmarkName(anchor)),
        ],
      }),
    ],
  });
