import {
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { visibleText } from '#shared/report/markup.ts';
import type { Fact } from '#shared/report/content/block.ts';
import { text } from '#shared/report/content/inline.ts';
import { anchorsIn } from '../chapters.ts';
import { markingParts, TLP_COLOURS } from '#shared/response/tlp-label.ts';
import { coverFacts, integrityFacts, kindOf, markingOf, PROOF_NOTE } from '../html/front-matter.ts';
import type { OutgoingReport } from '../outgoing.ts';
import { docxContents, isLaidOut } from './docx-contents.ts';
import { docxBlocks, docxHeading, picturesIn, type Writing } from './docx-blocks.ts';
import { docxInline } from './docx-inline.ts';
import { NUMBERING, STYLES, TABLE_STYLES } from './docx-styles.ts';
import { docxFacts } from './docx-table.ts';

/** Twips of the sheet. */
const PAPERS = {
  A4: { width: 11_906, height: 16_838 },
  Letter: { width: 12_240, height: 15_840 },
} as const;
const MARGIN = { top: 1_300, bottom: 1_130, left: 1_080, right: 1_080, header: 500, footer: 500 };

/** The report as a Word document of Word's own styles, that can be written on in. */
export async function reportDocx(
  going: OutgoingReport,
  page: 'A4' | 'Letter',
): Promise<Uint8Array> {
  const { model, chapters, tally } = going;
  const { header } = model;
  const paper = PAPERS[page];
  const width = paper.width - MARGIN.left - MARGIN.right;
  const blocks = chapters.flatMap((chapter) => chapter.blocks);
  const headings = new Set(chapters.map(({ anchor }) => anchor));
  let lists = 0;
  const writing: Writing = {
    anchors: new Set([...headings, ...anchorsIn(blocks)]),
    width,
    pictures: new Map(await picturesIn(blocks)),
    nextList: () => ++lists,
    has: () => true,
  };
  const brief = header.layout === 'brief';
  const body = chapters.flatMap(({ level, number, anchor, title, startsPage, blocks: own }, n) => [
    docxHeading(
      { kind: 'heading', level, number, anchor, text: [text(title)] },
      writing,
      startsPage || (n === 0 && !brief),
    ),
    ...docxBlocks(own, writing),
  ]);
  const facts = (rows: readonly Fact[], name: string): readonly (Paragraph | Table)[] =>
    docxFacts({ title: name === '' ? [] : [text(name)], rows }, writing);
  const integrity = [
    ...facts(integrityFacts(model, tally), 'Integrity'),
    new Paragraph({ style: 'Caption', children: [...docxInline(PROOF_NOTE, writing)] }),
  ];
  const front = [
    ...titleLines(going),
    ...facts(coverFacts(model), ''),
    ...(brief ? [] : integrity),
    ...(brief ? [] : docxContents(chapters, width)),
  ];
  const document = new Document({
    title: plain(header.title),
    subject: plain(kindOf(header)),
    creator: plain(model.analyst.name),
    lastModifiedBy: plain(model.analyst.name),
    description: plain(`${model.case.title} · ${model.case.id}`),
    keywords: plain(header.classification),
    customProperties: [{ name: 'Classification', value: plain(markingOf(header)) }],
    externalStyles: TABLE_STYLES,
    styles: STYLES,
    numbering: NUMBERING,
    ...(!brief && isLaidOut(chapters) && { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [
      {
        properties: { page: { size: paper, margin: MARGIN } },
        headers: { default: pageHeader(going, width) },
        footers: { default: pageFooter(going, width) },
        children: [...front, ...body, ...(brief ? integrity : [])],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Titles come from people and evidence: what is hidden in them is spelt out here too. */
const plain = (text: string): string => visibleText(text).replaceAll('\n', ' ');

function titleLines({ model: { header } }: OutgoingReport): readonly Paragraph[] {
  const line = (text: string | undefined, style: string): readonly Paragraph[] =>
    text === undefined || text.trim() === '' ? [] : [new Paragraph({ style, text: plain(text) })];
  const marking = markingOf(header);
  return [
    ...line(header.organisation, 'Subtitle'),
    ...(marking === ''
      ? []
      : [new Paragraph({ style: 'Classification', children: [...markingRuns(marking)] })]),
    ...line(kindOf(header), header.layout === 'brief' ? 'DocumentKind' : 'CoverKind'),
    ...line(header.title, 'Title'),
    ...line(header.subtitle, 'Subtitle'),
  ];
}

/** A marking, the labels of the Traffic Light Protocol in its colours. */
const markingRuns = (marking: string): readonly TextRun[] =>
  markingParts(marking).map((part) =>
    typeof part === 'string'
      ? new TextRun({ bold: true, text: plain(part) })
      : new TextRun({
          bold: true,
          color: TLP_COLOURS[part.tlp].slice(1),
          shading: { type: ShadingType.CLEAR, fill: '000000' },
          text: part.label,
        }),
  );

function pageHeader({ model: { header } }: OutgoingReport, width: number): Header {
  return new Header({
    children: [
      new Paragraph({
        style: 'Header',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'D5D6D9', space: 4 } },
        children: [
          ...markingRuns(markingOf(header)),
          new TextRun({ text: `\t${plain(header.title).slice(0, 90)}` }),
        ],
      }),
    ],
  });
}

const pageFooter = ({ model }: OutgoingReport, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ text: plain(`${model.case.title} · ${model.case.id}  `) }),
          ...markingRuns(markingOf(model.header)),
          new TextRun({
            children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
