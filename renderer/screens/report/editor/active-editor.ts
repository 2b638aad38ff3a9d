import type { ChainedCommands, Editor, Range } from '@tiptap/core';
import type { SelectionBookmark } from '@tiptap/pm/state';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { entityId } from '#shared/entities/entity-key.ts';
import { untold } from '#shared/entities/untold.ts';
import type { SectionId } from '#shared/model/ids.ts';
import type { Citation, LiveBlock, ReportNode } from '#shared/model/report.ts';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';
import type { OpBody } from '#shared/work/op.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';

interface ActiveEditor {
  /** The editor that has or last had the caret. */
  readonly editor?: Editor | undefined;
  readonly section?: SectionId | undefined;
  /** Saves what was written there at once, with what else belongs to the same act. */
  readonly save?: ((also: readonly OpBody[]) => void) | undefined;
  /** Where the caret was when the focus left the text. */
  readonly caret?: SelectionBookmark | undefined;
}

export const activeEditor = createStore<ActiveEditor>(() => ({}));

export const useActiveEditor = (): ActiveEditor => useStore(activeEditor);

/** Puts a citation at the caret. False when the caret never was in the report. */
export const insertCitation = (citation: Citation): boolean =>
  atCaret((chain) => chain.insertContent([citationNode(citation), { type: 'text', text: ' ' }]));

type Named = Pick<EntityRow, 'kind' | 'value' | 'record'>;

/** Names an entity at the caret. False when the caret never was in the report. */
export const insertName = (row: Named): boolean =>
  atCaret((chain) => chain.insertContent([nameNode(row)])) && saveRecord(row);

/** Names an entity in the place of what was typed of its name. */
export const nameIn = (editor: Editor, typed: Range, row: Named): boolean =>
  editor
    .chain()
    .focus()
    .insertContentAt(typed, [nameNode(row)])
    .run() && saveRecord(row);

const nameNode = (row: Named): ReportNode =>
  citationNode({ kind: 'entity', entity: row.record?.id ?? entityId(row) });

/** An entity of which nothing was said before gets its record, by the same act by which it is named. */
function saveRecord(row: Named): true {
  if (row.record === undefined) {
    activeEditor.getState().save?.([{ kind: 'record.add', record: untold(row) }]);
  }
  return true;
}

/** Puts a live block after the caret's paragraph, or in its place when that is empty. */
export const insertLive = (block: LiveBlock): boolean =>
  atCaret((chain) => chain.insertContent([liveNode(block), { type: 'paragraph' }]));

function atCaret(insert: (chain: ChainedCommands) => ChainedCommands): boolean {
  const { editor, caret } = activeEditor.getState();
  if (editor === undefined || editor.isDestroyed || !editor.isEditable) return false;
  const back = editor
    .chain()
    .focus()
    .command(({ tr }) => {
      if (caret !== undefined) tr.setSelection(caret.resolve(tr.doc));
      return true;
    });
  return insert(back).run();
}
