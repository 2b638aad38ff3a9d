import { RECORD_BLOCKS } from '../model/report.ts';

/**
 * The one schema of a report section's body: what the editor can make and what the printed report can show. Data,
 * so that both are held to it. Links, images and HTML are not in it: an address in a report is text, never
 * something that can be clicked, and every picture is drawn from the case by a live block.
 */
export interface NodeSpec {
  /** Child node types; none for a leaf. */
  readonly content: readonly string[];
  /** Fewest children. */
  readonly least: number;
  readonly attrs: { readonly [name: string]: AttrSpec };
}

export type AttrSpec =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'text'; readonly max: number; readonly pattern?: RegExp };

const INLINE = ['text', 'hardBreak', 'citation'];
const TEXT_BLOCKS = ['paragraph', 'bulletList', 'orderedList', 'codeBlock'];
const BLOCKS = [
  ...TEXT_BLOCKS,
  'heading',
  'blockquote',
  'horizontalRule',
  'table',
  'live',
  'guidance',
];

export const LIVE_KINDS = [
  'events',
  'finding',
  'findings',
  'board-figure',
  'board-table',
  'evidence',
  'evidence-brief',
  'custody',
  'custody-brief',
  'coverage',
  'coverage-brief',
  'metrics',
  'techniques',
  ...RECORD_BLOCKS,
] as const;

/** Most rows an `events` block may ask for: a report is read by people. */
export const MAX_EVENT_ROWS = 500;

const span: AttrSpec = { kind: 'integer', min: 1, max: 20 };
const cell: NodeSpec = {
  content: TEXT_BLOCKS,
  least: 1,
  attrs: { colspan: span, rowspan: span },
};

export const REPORT_NODES: { readonly [type: string]: NodeSpec } = {
  doc: { content: BLOCKS, least: 1, attrs: {} },
  paragraph: { content: INLINE, least: 0, attrs: {} },
  heading: {
    content: INLINE,
    least: 0,
    attrs: { level: { kind: 'integer', min: 3, max: 4 } },
  },
  bulletList: { content: ['listItem'], least: 1, attrs: {} },
  orderedList: {
    content: ['listItem'],
    least: 1,
    attrs: { start: { kind: 'integer', min: 0, max: 1_000_000 } },
  },
  listItem: { content: TEXT_BLOCKS, least: 1, attrs: {} },
  blockquote: { content: TEXT_BLOCKS, least: 1, attrs: {} },
  codeBlock: { content: ['text'], least: 0, attrs: {} },
  horizontalRule: { content: [], least: 0, attrs: {} },
  hardBreak: { content: [], least: 0, attrs: {} },
  table: { content: ['tableRow'], least: 1, attrs: {} },
  tableRow: { content: ['tableHeader', 'tableCell'], least: 1, attrs: {} },
  tableHeader: cell,
  tableCell: cell,
  /** What to write here; never printed. A section with nothing else is reported as unwritten. */
  guidance: { content: ['text'], least: 0, attrs: {} },
  citation: {
    content: [],
    least: 0,
    attrs: {
      kind: { kind: 'choice', of: ['event', 'finding', 'board', 'entity'] },
      ref: { kind: 'text', max: 100, pattern: /^[\w.-]+$/ },
    },
  },
  live: {
    content: [],
    least: 0,
    attrs: {
      kind: { kind: 'choice', of: LIVE_KINDS },
      query: { kind: 'text', max: 20_000 },
      limit: { kind: 'integer', min: 1, max: MAX_EVENT_ROWS },
      finding: { kind: 'text', max: 100, pattern: /^[\w-]*$/ },
      /** The record of what it showed when it was frozen; empty while it is live. */
      frozen: { kind: 'text', max: 100, pattern: /^[\w-]*$/ },
    },
  },
  text: { content: [], least: 0, attrs: {} },
};

/** Marks carry no attributes. */
export const REPORT_MARKS: readonly string[] = ['bold', 'italic', 'underline', 'strike', 'code'];

/** What an attribute is where a document does not give it. */
export const ATTR_DEFAULTS: {
  readonly [type: string]: { readonly [name: string]: string | number };
} = {
  heading: { level: 3 },
  orderedList: { start: 1 },
  tableHeader: { colspan: 1, rowspan: 1 },
  tableCell: { colspan: 1, rowspan: 1 },
  live: { query: '', limit: 50, finding: '', frozen: '' },
};
