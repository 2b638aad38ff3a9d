import { getExtensionField, Node } from '@tiptap/core';
import type { AnyExtension } from '@tiptap/core';
import { goToNextCell, tableEditing } from '@tiptap/pm/tables';

type TableRole = 'table' | 'row' | 'cell' | 'header_cell';

declare module '@tiptap/core' {
  interface NodeConfig {
    /** What ProseMirror's table commands take the node for. */
    tableRole?: TableRole;
  }
}

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement): number => {
    const given = Number(element.getAttribute(name) ?? 1);
    return Number.isInteger(given) && given >= 1 && given <= 20 ? given : 1;
  },
});

const cellAttributes = () => ({ colspan: span('colspan'), rowspan: span('rowspan') });

interface TableContent {
  readonly table: string;
  readonly row: string;
  readonly cell: string;
}

/** A table that the analyst writes; Tab goes from cell to cell. */
export const tableNodes = ({ table, row, cell }: TableContent): readonly AnyExtension[] => [
  Node.create({
    name: 'table',
    group: 'block',
    content: table,
    isolating: true,
    tableRole: 'table',
    parseHTML: () => [{ tag: 'table' }],
    renderHTML: () => ['table', ['tbody', 0]],
    addKeyboardShortcuts() {
      const step = (by: 1 | -1) => (): boolean =>
        this.editor.isActive('table') &&
        goToNextCell(by)(this.editor.state, this.editor.view.dispatch);
      return { Tab: step(1), 'Shift-Tab': step(-1) };
    },
    addProseMirrorPlugins: () => [tableEditing()],
    // Of every node, this one's own field: ProseMirror asks the schema, Tiptap knows nothing of it.
    extendNodeSchema: (extension) => ({
      tableRole: getExtensionField<TableRole | undefined>(extension, 'tableRole'),
    }),
  }),
  Node.create({
    name: 'tableRow',
    content: row,
    tableRole: 'row',
    parseHTML: () => [{ tag: 'tr' }],
    renderHTML: () => ['tr', 0],
  }),
  Node.create({
    name: 'tableHeader',
    content: cell,
    isolating: true,
    tableRole: 'header_cell',
    addAttributes: cellAttributes,
    parseHTML: () => [{ tag: 'th' }],
    renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
  }),
  Node.create({
    name: 'tableCell',
    content: cell,
    isolating: true,
    tableRole: 'cell',
    addAttributes: cellAttributes,
    parseHTML: () => [{ tag: 'td' }],
    renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
  }),
];
