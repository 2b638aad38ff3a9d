import type { Editor } from '@tiptap/core';
import type { SectionId } from '#shared/model/ids.ts';
import { sectionQueue } from './editor/section-queue.ts';

export const sectionElementId = (id: SectionId): string => `report-section-${id}`;

/** Scrolls to a section and puts the caret in its text. */
export function showSection(id: SectionId): void {
  sectionQueue.now(id);
  document.getElementById(sectionElementId(id))?.scrollIntoView({ block: 'start' });
  focusText(id);
}

/** Puts the focus into the text of a section, with the caret where the text has it. */
export function focusText(id: SectionId): void {
  sectionQueue.now(id);
  const section = document.getElementById(sectionElementId(id));
  const text: (Element & { readonly editor?: Editor }) | null | undefined =
    section?.querySelector('.fl-prose');
  text?.editor?.view.focus();
}

/** Puts the focus on the line of the outline whose text had the caret last. */
export function showInOutline(): void {
  const current = document.querySelector<HTMLElement>('.fl-outline-link[aria-current]');
  (current ?? document.querySelector<HTMLElement>('.fl-outline-link'))?.focus();
}
