import { Node } from '@tiptap/core';
import type { AnyExtension } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { ATTR_DEFAULTS, REPORT_NODES } from '#shared/report/schema.ts';
import { ListItem } from './list-item.ts';
import { tableNodes } from './table-nodes.ts';

/** The children of a node type as a ProseMirror content expression, from the report's own schema. */
export function contentOf(type: string): string {
  const spec = REPORT_NODES[type];
  if (spec === undefined) throw new Error(`the report has no node ${type}`);
  return `(${spec.content.join(' | ')})${spec.least === 0 ? '*' : '+'}`;
}

/** Attributes of a node type with their defaults; one without a default is asked for by whoever makes the node. */
export const attributesOf = (type: string) =>
  Object.fromEntries(
    Object.keys(REPORT_NODES[type]?.attrs ?? {}).map((name) => [
      name,
      { default: ATTR_DEFAULTS[type]?.[name] ?? '' },
    ]),
  );

const ReportDocument = Node.create({ name: 'doc', topNode: true, content: contentOf('doc') });

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: contentOf('blockquote'),
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
});

/** What to write in a section; a unit that is passed over by the caret, and never printed. */
const Guidance = Node.create({
  name: 'guidance',
  group: 'block',
  content: 'text*',
  marks: '',
  atom: true,
  selectable: false,
  parseHTML: () => [{ tag: 'div[data-guidance]' }],
  renderHTML: () => ['div', { 'data-guidance': '', contenteditable: 'false' }, 0],
});

/** Everything the editor of a section can hold but citations and live blocks, which show what the case says. */
export const WRITTEN_NODES: readonly AnyExtension[] = [
  StarterKit.configure({
    document: false,
    blockquote: false,
    listItem: false,
    link: false,
    trailingNode: false,
    heading: { levels: [3, 4] },
    listKeymap: {
      listTypes: [{ itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] }],
    },
  }),
  ReportDocument,
  Blockquote,
  ListItem.extend({ content: contentOf('listItem') }),
  Guidance,
  ...tableNodes({
    table: contentOf('table'),
    row: contentOf('tableRow'),
    cell: contentOf('tableCell'),
  }),
];
