import { BorderStyle, HeadingLevel, ImageRun, Paragraph, type Table, TextRun } from 'docx';
import type { Block } from '#shared/report/content/block.ts';
import { drawFigure } from '#shared/report/content/draw-figure.ts';
import { visibleText } from '#shared/report/markup.ts';
import { docxInline, type InlineWriting, inStyle } from './docx-inline.ts';
import { ACCENT, BULLETS, HAIR, MONO, NUMBERS } from './docx-styles.ts';
import { anchored, docxFacts, docxGrid, docxTable } from './docx-table.ts';
import { pictureOf, type Picture } from './figure-picture.ts';

/** What writing blocks needs to know. */
export interface Writing extends InlineWriting {
  /** Width of the text, in twips. */
  readonly width: number;
  readonly pictures: ReadonlyMap<Block, Picture>;
  /** A number of its own for every numbered list, so that each begins anew. */
  nextList(): number;
  /** The style of paragraphs in a cell of a table the analyst wrote. */
  readonly cell?: 'TableText' | 'TableHead';
}

/** References in running text stand in brackets. */
const RUNNING = { bracketed: true } as const;

type Written = readonly (Paragraph | Table)[];

/** Draws the figures among blocks, once each. */
export async function picturesIn(
  blocks: readonly Block[],
): Promise<readonly (readonly [Block, Picture])[]> {
  const drawn: (readonly [Block, Picture])[] = [];
  for (const block of blocks) {
    if (block.kind !== 'figure') continue;
    drawn.push([block, await pictureOf(drawFigure(block).toString())]);
  }
  return drawn;
}

export const docxBlocks = (blocks: readonly Block[], writing: Writing): Written =>
  blocks.flatMap((block, n) => {
    const next = blocks[n + 1]?.kind;
    return block.kind === 'paragraph' && (next === 'table' || next === 'facts')
      ? [docxParagraph(block, writing, true)]
      : docxBlock(block, writing);
  });

/** `keepNext`: it leads to a table or a list of entries, and stays with it. */
function docxParagraph(
  { text }: Extract<Block, { kind: 'paragraph' }>,
  writing: Writing,
  keepNext: boolean,
): Paragraph {
  const { cell } = writing;
  const bold = cell === 'TableHead' && !writing.has(cell);
  return new Paragraph({
    ...(cell !== undefined && inStyle(cell, writing)),
    keepNext,
    children: [
      ...docxInline(text, writing, {
        ...RUNNING,
        ...(cell !== undefined && { small: true }),
        ...(bold && { bold }),
      }),
    ],
  });
}

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

export function docxHeading(
  { level, number, anchor, text }: Extract<Block, { kind: 'heading' }>,
  writing: InlineWriting,
  pageBreakBefore = false,
): Paragraph {
  const lead =
    number === undefined ? [] : [{ kind: 'text', text: `${number}  `, marks: [] } as const];
  return new Paragraph({
    heading: HEADINGS[level],
    keepNext: true,
    pageBreakBefore,
    // Word keeps the space above a heading at the head of a page that it breaks to.
    ...(pageBreakBefore && { spacing: { before: 0 } }),
    children: anchored(anchor, docxInline([...lead, ...text], writing)),
  });
}

function docxBlock(block: Block, writing: Writing): Written {
  switch (block.kind) {
    case 'heading':
      return [docxHeading(block, writing)];
    case 'paragraph':
      return [docxParagraph(block, writing, false)];
    case 'list':
      return docxList(block, writing, 0);
    case 'quote':
      return block.blocks.flatMap((inner) =>
        inner.kind === 'paragraph'
          ? [
              new Paragraph({
                ...inStyle('Quote', writing),
                children: [...docxInline(inner.text, writing, RUNNING)],
              }),
            ]
          : docxBlock(inner, writing),
      );
    case 'listing':
      return visibleText(block.text)
        .split('\n')
        .map(
          (text) =>
            new Paragraph({
              ...inStyle('Listing', writing),
              spacing: { after: 0 },
              children: [new TextRun({ text, ...(!writing.has('Listing') && { font: MONO }) })],
            }),
        );
    case 'rule':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: HAIR, space: 1 } },
        }),
      ];
    case 'table':
      return docxTable(block.table, writing);
    case 'grid':
      return docxGrid(
        block.rows,
        ({ heading, blocks }) =>
          docxBlocks(blocks, { ...writing, cell: heading ? 'TableHead' : 'TableText' }),
        writing,
      );
    case 'facts':
      return docxFacts(block.facts, writing);
    case 'figure':
      return docxFigure(block, writing);
    case 'notice': {
      const color = block.tone === 'warning' ? ACCENT : HAIR;
      return [
        new Paragraph({
          ...inStyle('Notice', writing),
          border: { left: { style: BorderStyle.SINGLE, size: 18, color, space: 8 } },
          children: [...docxInline(block.text, writing, RUNNING)],
        }),
      ];
    }
  }
}

/** Twips of a CSS pixel. */
const PIXEL = 15;

function docxFigure(block: Extract<Block, { kind: 'figure' }>, writing: Writing): Written {
  const picture = writing.pictures.get(block);
  const caption = new Paragraph({
    ...inStyle('Caption', writing),
    children: [...docxInline(block.caption, writing)],
  });
  if (picture === undefined) return [caption];
  const scale = writing.width / (picture.width * PIXEL);
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data: picture.png,
          transformation: {
            width: Math.round(picture.width * scale),
            height: Math.round(picture.height * scale),
          },
          altText: { name: 'Figure', title: 'Figure', description: block.alternative },
        }),
      ],
    }),
    caption,
  ];
}

function docxList(
  { items, start }: Extract<Block, { kind: 'list' }>,
  writing: Writing,
  level: number,
): Written {
  const custom = !writing.has('ListParagraph');
  const numbering =
    start === undefined
      ? { reference: BULLETS, level, custom }
      : { reference: NUMBERS, level, custom, instance: writing.nextList() };
  return items.flatMap((item) =>
    item.flatMap((block, n): Written => {
      if (block.kind === 'list') return docxList(block, writing, Math.min(level + 1, 8));
      if (block.kind !== 'paragraph') return docxBlock(block, writing);
      const children = [...docxInline(block.text, writing, RUNNING)];
      return [
        n === 0
          ? new Paragraph({ numbering, children, spacing: { after: 60 } })
          : new Paragraph({ children, indent: { left: 340 * (level + 1) } }),
      ];
    }),
  );
}
