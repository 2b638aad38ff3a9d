import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { addRowAfter, deleteRow, isInTable } from '@tiptap/pm/tables';
import { Group, Toolbar as Bar } from 'react-aria-components';
import type { LiveBlock } from '#shared/model/report.ts';
import { keysOf } from '#renderer/commands/catalog.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import {
  AddIcon,
  BoldIcon,
  BulletListIcon,
  CodeIcon,
  HeadingIcon,
  ItalicIcon,
  NumberListIcon,
  QuoteIcon,
  ReportIcon,
  StrikeIcon,
  UnderlineIcon,
} from '#renderer/ui/icons.ts';
import type { Icon } from '#renderer/ui/icons.ts';
import { keyCaps } from '#renderer/ui/key-caps.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { LIVE_BLOCKS, LIVE_GROUPS } from '../live/live-kinds.ts';
import { openDialog } from '../report-dialogs.ts';
import { insertLive, useActiveEditor } from './active-editor.ts';

interface Style {
  readonly icon: Icon;
  readonly label: string;
  readonly keys?: string;
  readonly on: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const MARKS: readonly Style[] = [
  {
    icon: BoldIcon,
    label: 'Bold',
    keys: '$mod+b',
    on: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    icon: ItalicIcon,
    label: 'Italic',
    keys: '$mod+i',
    on: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    icon: UnderlineIcon,
    label: 'Underline',
    keys: '$mod+u',
    on: (editor) => editor.isActive('underline'),
    run: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    icon: StrikeIcon,
    label: 'Strike through',
    on: (editor) => editor.isActive('strike'),
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    icon: CodeIcon,
    label: 'Evidence text (fixed width)',
    keys: '$mod+e',
    on: (editor) => editor.isActive('code'),
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
];

const BLOCKS: readonly Style[] = [
  {
    icon: HeadingIcon,
    label: 'Heading',
    on: (editor) => editor.isActive('heading'),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    icon: BulletListIcon,
    label: 'List',
    on: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    icon: NumberListIcon,
    label: 'Numbered list',
    on: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    icon: QuoteIcon,
    label: 'Quotation',
    on: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
  },
];

/** How the text under the caret is set, and what can be put at the caret. */
export function Toolbar() {
  const { editor } = useActiveEditor();
  const may = editor?.isEditable === true;
  return (
    <Bar className="fl-report-bar" aria-label="Text">
      <Group aria-label="Style" className="fl-report-bar-group">
        {editor === undefined ? (
          <Buttons styles={[...MARKS, ...BLOCKS]} />
        ) : (
          <LiveButtons editor={editor} />
        )}
      </Group>
      <Button
        size="small"
        icon={ReportIcon}
        keys={keyCaps(keysOf('report.cite') ?? '').join(' ')}
        isDisabled={!may}
        onPress={() => openDialog({ kind: 'cite' })}
      >
        Cite…
      </Button>
      <InsertMenu disabled={!may} />
    </Bar>
  );
}

function LiveButtons({ editor }: { readonly editor: Editor }) {
  const styles = [...MARKS, ...BLOCKS];
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => styles.map((style) => style.on(now)),
  });
  return <Buttons styles={styles} editor={editor} on={on} />;
}

interface ButtonsProps {
  readonly styles: readonly Style[];
  readonly editor?: Editor;
  readonly on?: readonly boolean[];
}

const Buttons = ({ styles, editor, on }: ButtonsProps) =>
  styles.map(({ icon, label, keys, run }, n) => (
    <IconButton
      key={label}
      size="small"
      icon={icon}
      label={label}
      keys={keys}
      pressed={on?.[n] ?? false}
      isDisabled={editor?.isEditable !== true}
      onPress={() => {
        if (editor !== undefined) run(editor);
      }}
    />
  ));

function InsertMenu({ disabled }: { readonly disabled: boolean }) {
  const { editor } = useActiveEditor();
  const put = (block: LiveBlock): void => {
    if (block.kind === 'events' || block.kind === 'finding') {
      openDialog({ kind: 'live', block, done: (chosen) => void insertLive(chosen) });
    } else insertLive(block);
  };
  const inTable = editor !== undefined && !editor.isDestroyed && isInTable(editor.state);
  return (
    <Menu
      label="Insert"
      trigger={
        <Button size="small" icon={AddIcon} isDisabled={disabled}>
          Insert
        </Button>
      }
      groups={[
        ...Object.entries(LIVE_GROUPS).map(([id, title]) => ({
          id,
          title,
          entries: Object.values(LIVE_BLOCKS)
            .filter(({ group }) => group === id)
            .map(({ title: label, icon, block }) => ({
              id: block.kind,
              label,
              icon,
              run: () => put(block),
            })),
        })),
        {
          id: 'text',
          title: 'To write in',
          entries: [
            { id: 'table', label: 'Table', run: () => insertTable(editor) },
            ...(inTable
              ? [
                  { id: 'row', label: 'Row below', run: () => tableCommand(editor, addRowAfter) },
                  {
                    id: 'no-row',
                    label: 'Take out this row',
                    run: () => tableCommand(editor, deleteRow),
                  },
                ]
              : []),
            {
              id: 'listing',
              label: 'Listing',
              run: () => editor?.chain().focus().toggleCodeBlock().run(),
            },
            {
              id: 'rule',
              label: 'Rule',
              run: () => editor?.chain().focus().setHorizontalRule().run(),
            },
          ],
        },
      ]}
    />
  );
}

const row = (type: 'tableHeader' | 'tableCell') => ({
  type: 'tableRow',
  content: Array.from({ length: 3 }, () => ({ type, content: [{ type: 'paragraph' }] })),
});

function insertTable(editor: Editor | undefined): void {
  const content = [row('tableHeader'), row('tableCell'), row('tableCell')];
  editor
    ?.chain()
    .focus()
    .insertContent([{ type: 'table', content }, { type: 'paragraph' }])
    .run();
}

function tableCommand(editor: Editor, command: typeof deleteRow): void {
  editor.commands.focus();
  command(editor.state, editor.view.dispatch);
}
