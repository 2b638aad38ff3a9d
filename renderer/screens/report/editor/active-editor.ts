import type { Editor } from '@tiptap/core';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { SectionId } from '#shared/model/ids.ts';
import type { Citation, LiveBlock } from '#shared/model/report.ts';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';

interface ActiveEditor {
  /** The editor that has or last had the caret. */
  readonly editor?: Editor | undefined;
  readonly section?: SectionId | undefined;
}

export const activeEditor = createStore<ActiveEditor>(() => ({}));

export const useActiveEditor = (): ActiveEditor => useStore(activeEditor);

/** Puts a citation at the caret. False when the caret never was in the report. */
export function insertCitation(citation: Citation): boolean {
  const { editor } = activeEditor.getState();
  if (editor === undefined || !editor.isEditable) return false;
  return editor
    .chain()
    .focus()
    .insertContent([citationNode(citation), { type: 'text', text: ' ' }])
    .run();
}

/** Puts a live block after the caret's paragraph, or in its place when that is empty. */
export function insertLive(block: LiveBlock): boolean {
  const { editor } = activeEditor.getState();
  if (editor === undefined || !editor.isEditable) return false;
  return editor
    .chain()
    .focus()
    .insertContent([liveNode(block), { type: 'paragraph' }])
    .run();
}
