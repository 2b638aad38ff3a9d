import type { RecordId } from '#shared/model/ids.ts';
import type { LiveBlock, ReportNode } from '#shared/model/report.ts';
import { recordOf } from '#shared/work/records.ts';
import { dayText } from '#shared/report/time-text.ts';
import { citationOf, frozenOf, isUnwritten, liveBlockOf } from '#shared/report/document-parts.ts';
import type { ReportModel } from '../model.ts';
import type { Block, GridCell } from '#shared/report/content/block.ts';
import type { Inline, TextMark } from '#shared/report/content/inline.ts';
import { lineBreak, text } from '#shared/report/content/inline.ts';
import { liveContent } from './live-content.ts';
import { citationReference } from './references.ts';

/** The body of a section, checked by `checkDocument` before, as blocks. Guidance is left out. */
export const sectionContent = (content: ReportNode, model: ReportModel): readonly Block[] =>
  (content.content ?? []).flatMap((node) => blocksOf(node, model));

function blocksOf(node: ReportNode, model: ReportModel): readonly Block[] {
  const children = node.content ?? [];
  switch (node.type) {
    case 'paragraph': {
      const parts = inlineOf(children, model);
      return parts.length === 0 ? [] : [{ kind: 'paragraph', text: parts }];
    }
    case 'heading':
      return [
        {
          kind: 'heading',
          level: node.attrs?.['level'] === 4 ? 4 : 3,
          text: inlineOf(children, model),
        },
      ];
    case 'bulletList':
      return [{ kind: 'list', items: children.map((item) => sectionContent(item, model)) }];
    case 'orderedList': {
      const start = node.attrs?.['start'];
      return [
        {
          kind: 'list',
          start: typeof start === 'number' ? start : 1,
          items: children.map((item) => sectionContent(item, model)),
        },
      ];
    }
    case 'blockquote':
      return [{ kind: 'quote', blocks: sectionContent(node, model) }];
    case 'codeBlock':
      return [{ kind: 'listing', text: children.map((child) => child.text ?? '').join('') }];
    case 'horizontalRule':
      return [{ kind: 'rule' }];
    case 'table':
      return [
        {
          kind: 'grid',
          rows: children
            .filter((row) => !isEmptyRow(row))
            .map((row) => (row.content ?? []).map((cell) => cellOf(cell, model))),
        },
      ];
    case 'live': {
      const block = liveBlockOf(node);
      if (block === undefined) return [];
      const frozen = frozenOf(node);
      return frozen === undefined ? liveContent(block, model) : kept(frozen, block, model);
    }
    case 'guidance':
      return [];
    default:
      throw new Error(`a checked document holds the unknown node ${node.type}`);
  }
}

/** A frozen block as it was, and when that was. */
function kept(id: RecordId, block: LiveBlock, model: ReportModel): readonly Block[] {
  const frozen = model.frozen.get(id);
  if (frozen === undefined) {
    // Undone while its block still names it: the block is live again.
    if (recordOf(model.work, 'frozen', id) === undefined) return liveContent(block, model);
    const why = 'What was frozen here cannot be read; this is how the case is now.';
    return [{ kind: 'notice', tone: 'warning', text: [text(why)] }, ...liveContent(block, model)];
  }
  const since = frozen.stale ? ' The case has changed since; this part has not.' : '';
  const note = text(`As of ${dayText(frozen.at)}.${since}`, 'faint', 'emphasis');
  return [...frozen.blocks, { kind: 'paragraph', text: [note] }];
}

/** A row of the template that nobody filled in. */
const isEmptyRow = (row: ReportNode): boolean =>
  (row.content ?? []).every((cell) => cell.type === 'tableCell' && isUnwritten(cell));

function cellOf(node: ReportNode, model: ReportModel): GridCell {
  const span = (name: string): number => {
    const value = node.attrs?.[name];
    return typeof value === 'number' ? value : 1;
  };
  return {
    heading: node.type === 'tableHeader',
    columns: span('colspan'),
    rows: span('rowspan'),
    blocks: sectionContent(node, model),
  };
}

const MARKS: Readonly<Record<string, TextMark>> = {
  bold: 'strong',
  italic: 'emphasis',
  underline: 'underline',
  strike: 'strike',
};

function inlineOf(nodes: readonly ReportNode[], model: ReportModel): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    if (node.type === 'hardBreak') return [lineBreak];
    if (node.type === 'citation') {
      const citation = citationOf(node);
      return [
        citation === undefined
          ? { kind: 'unresolved', text: 'not an identity of an event' }
          : citationReference(model, citation),
      ];
    }
    const marks = (node.marks ?? []).map(({ type }) => type);
    const value = node.text ?? '';
    if (marks.includes('code')) return [{ kind: 'code', text: value }];
    return [{ kind: 'text', text: value, marks: marks.flatMap((mark) => MARKS[mark] ?? []) }];
  });
}
