import type { ChainedCommands, Editor } from '@tiptap/core';
import type { SelectionBookmark } from '@tiptap/pm/state';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { SectionId } from '#shared/model/ids.ts';
import type { Citation, LiveBlock } from '#shared/model/report.ts';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';

interface ActiveEditor {
  /** The editor that has or last had the caret. */
  readonly editor?: Editor | undefined;
  readonly section?: SectionId | undefined;
  /** Where the caret was when the focus left the text. */
  readonly caret?: SelectionBookmark | undefined;
}

export const activeEditor = createStore<ActiveEditor>(() => ({}));

export const useActiveEditor = (): ActiveEditor => useStore(activeEditor);

/** Puts a citation at the caret. False when the caret never was in the report. */
export const insertCitation = (citation: Citation): boolean =>
  atCaret((chain) => chain.insertContent([citationNode(citation), { type: 'text', text: ' ' }]));

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
