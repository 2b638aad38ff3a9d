import type { ReportNode } from '#shared/model/report.ts';
import { hasGuidance, isUnwritten } from '#shared/report/document-parts.ts';
import { letters } from '#shared/report/numbering.ts';
import type { Block } from '#shared/report/content/block.ts';
import { boardLines } from './content/board-lines.ts';
import { boardItems } from './content/board-table.ts';
import { citedEventsContent } from './content/cited-events.ts';
import { MOST_DESCRIBED, sourcesTable } from './content/sources-table.ts';
import { findingContent } from './content/findings.ts';
import type { Inline } from '#shared/report/content/inline.ts';
import { withoutSpareColumns } from '#shared/report/content/spare-columns.ts';
import { text } from '#shared/report/content/inline.ts';
import { mapBlocks } from '#shared/report/content/map-blocks.ts';
import { boardAnchor, findingAnchor } from './content/references.ts';
import { sectionContent } from './content/section-content.ts';
import type { ReportModel } from './model.ts';

/** A section as it is printed: numbered heading and content. */
export interface Chapter {
  readonly number: string;
  readonly anchor: string;
  readonly title: string;
  readonly level: 1 | 2;
  readonly appendix: boolean;
  readonly startsPage: boolean;
  readonly blocks: readonly Block[];
}

/**
 * The whole report in reading order. What the analyst laid out comes first; then, always, the board items and findings
 * that are cited but printed nowhere, and the cited events, if there are any.
 */
export function chaptersOf(model: ReportModel): readonly Chapter[] {
  const brief = model.header.layout === 'brief';
  const written = model.sections.map(({ section, number, anchor }): Chapter => {
    const blocks = sectionContent(section.content, model);
    const { level, appendix, title } = section;
    const nested = number.includes('.') ? 2 : 1;
    return {
      number,
      anchor,
      title,
      level: level === 1 ? 1 : nested,
      appendix,
      // What leads to the drawing of the board stands above it: together they fill a page.
      startsPage: (appendix && number === 'A' && !brief) || (level === 1 && blocks.some(isFigure)),
      blocks: isUnwritten(section.content) ? unwritten(section.content, number, model) : blocks,
    };
  });
  let appendices = written.filter(({ level, appendix }) => appendix && level === 1).length;
  const append = (title: string, blocks: readonly Block[], ownSheet = !brief): Chapter => {
    const number = letters(++appendices);
    return {
      number,
      anchor: `section-${number.toLowerCase()}`,
      title,
      level: 1,
      appendix: true,
      startsPage: number === 'A' && ownSheet,
      blocks,
    };
  };
  const items = looseItems(written, model);
  const findings = looseFindings(written, model);
  const all = asPrinted([
    ...written,
    ...(items.length > 0 ? [append('Cited board items', items)] : []),
    ...(findings.length > 0 ? [append('Cited findings', findings)] : []),
    ...(model.events.list.length === 0
      ? []
      : [
          brief
            ? append('Sources', [sourcesTable(model.events.list)], true)
            : append('Cited events', citedEventsContent(model)),
        ]),
  ]);
  const printed = new Set(all.flatMap(({ blocks }) => [...anchorsIn(blocks)]));
  return all.map((chapter) => ({ ...chapter, blocks: linkedNames(chapter.blocks, printed) }));
}

/** Names whose entity has no row in this report are text and no more. */
const linkedNames = (blocks: readonly Block[], printed: ReadonlySet<string>): readonly Block[] =>
  mapBlocks(blocks, {
    inline: (parts) =>
      parts.map((part) =>
        part.kind === 'name' && !printed.has(part.anchor) ? text(part.text) : part,
      ),
  });

/**
 * What is printed twice, such as the board as one table and phase by phase, is linked to where it is first; columns that
 * say nothing are left out.
 */
function asPrinted(chapters: readonly Chapter[]): readonly Chapter[] {
  const taken = new Set<string>();
  const isNew = (anchor: string | undefined): boolean =>
    anchor !== undefined && !taken.has(anchor) && taken.add(anchor).has(anchor);
  return chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.map((block) => anchoredOnce(block, isNew)),
  }));
}

function anchoredOnce(block: Block, isNew: (anchor: string | undefined) => boolean): Block {
  if (block.kind === 'heading') return isNew(block.anchor) ? block : without(block);
  if (block.kind === 'facts') {
    return isNew(block.facts.anchor) ? block : { ...block, facts: without(block.facts) };
  }
  if (block.kind !== 'table') return block;
  const rows = block.table.rows.map((row) =>
    row.kind === 'cells' && !isNew(row.anchor) ? without(row) : row,
  );
  return { ...block, table: withoutSpareColumns({ ...block.table, rows }) };
}

const without = <T extends { readonly anchor?: string }>({ anchor: _taken, ...rest }: T) => rest;

const isFigure = ({ kind }: Block): boolean => kind === 'figure';

const UNWRITTEN: Block = {
  kind: 'notice',
  tone: 'plain',
  text: [text('Nothing was written in this section.', 'emphasis')],
};

/** A chapter that only leads to its subsections need not say anything itself, unless it was meant to. */
const unwritten = (content: ReportNode, number: string, model: ReportModel): readonly Block[] =>
  hasGuidance(content) || !model.sections.some((other) => other.number.startsWith(`${number}.`))
    ? [UNWRITTEN]
    : [];

function looseFindings(chapters: readonly Chapter[], model: ReportModel): readonly Block[] {
  const blocks = chapters.flatMap((chapter) => chapter.blocks);
  const printed = anchorsIn(blocks);
  const wanted = new Set(referencesIn(blocks));
  return model.findings
    .filter(({ number }) => {
      const anchor = findingAnchor(number);
      return wanted.has(anchor) && !printed.has(anchor);
    })
    .flatMap((found) => findingContent(found, model));
}

function looseItems(chapters: readonly Chapter[], model: ReportModel): readonly Block[] {
  const blocks = chapters.flatMap((chapter) => chapter.blocks);
  const printed = anchorsIn(blocks);
  const wanted = new Set(referencesIn(blocks));
  const items = model.board.items.filter(({ number }) => {
    const anchor = boardAnchor(number);
    return wanted.has(anchor) && !printed.has(anchor);
  });
  const inText = new Set(referencesIn(blocks.filter(({ kind }) => kind !== 'table')));
  const listed = items.filter(({ number }) => !inText.has(boardAnchor(number)));
  if (listed.length <= MOST_DESCRIBED) return items.length > 0 ? [boardItems(items, model)] : [];
  const rest = items.filter((item) => inText.has(boardAnchor(item.number)));
  return [...(rest.length > 0 ? [boardItems(rest, model)] : []), boardLines(listed, model)];
}

/** Anchors that these blocks carry. */
export function anchorsIn(blocks: readonly Block[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const block of blocks) {
    if (block.kind === 'heading' && block.anchor !== undefined) anchors.add(block.anchor);
    if (block.kind === 'facts' && block.facts.anchor !== undefined) anchors.add(block.facts.anchor);
    if (block.kind !== 'table') continue;
    for (const row of block.table.rows) {
      if (row.kind === 'cells' && row.anchor !== undefined) anchors.add(row.anchor);
    }
  }
  return anchors;
}

function referencesIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'notice':
        return ofInline(block.text);
      case 'list':
        return block.items.flatMap(referencesIn);
      case 'quote':
        return referencesIn(block.blocks);
      case 'grid':
        return block.rows.flatMap((row) => row.flatMap((cell) => referencesIn(cell.blocks)));
      case 'table':
        return block.table.rows.flatMap((row) =>
          row.kind === 'cells' ? row.cells.flatMap(ofInline) : ofInline(row.text),
        );
      case 'facts':
      case 'figure':
      case 'listing':
      case 'rule':
        return [];
      default:
        throw new Error(`no references in ${JSON.stringify(block)}`);
    }
  });
}

const ofInline = (parts: readonly Inline[]): readonly string[] =>
  parts.flatMap((part) => (part.kind === 'reference' ? [part.anchor] : []));
